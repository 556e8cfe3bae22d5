import { Fn, IResolvable, Token, Tokenization } from 'aws-cdk-lib';

/** The parts that were taken from a text, by the first token in it. */
const partsByToken = new WeakMap<IResolvable, Map<string, string>>();

/**
 * A part of an ARN between separators, also of one that is a token.
 *
 * The same part is the same text each time: tokens made anew could not be seen to be equal, and a policy would list
 * them twice.
 */
export function arnPart(arn: string, separator: string, index: number): string {
  if (!Token.isUnresolved(arn)) return arn.split(separator)[index] ?? '*';
  const [token] = Tokenization.reverseString(arn).tokens;
  const parts = partsByToken.get(token) ?? new Map<string, string>();
  partsByToken.set(token, parts);
  const key = JSON.stringify([arn, separator, index]);
  const part = parts.get(key) ?? Fn.select(index, Fn.split(separator, arn));
  parts.set(key, part);
  return part;
}
