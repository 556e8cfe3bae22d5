import { IResolvable, IResolveContext, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { isUnknown } from '../model/tokens';

/** A pattern with values that only the deployment knows. */
class UnknownPattern implements IResolvable {
  readonly creationStack: string[] = [];

  constructor(
    private readonly pattern: unknown,
    readonly readable: string,
  ) {}

  public resolve(context: IResolveContext): string {
    return Stack.of(context.scope).toJsonString(this.pattern);
  }
}

/**
 * The text of a pattern for Lambda, and the one for the checker and the matcher, in which unknown values still stand.
 */
export function patternText(pattern: object): { readonly text: string; readonly readable: string } {
  const readable = write(pattern);
  return {
    text: isUnknown(readable) ? Token.asString(new UnknownPattern(plain(pattern), readable)) : readable,
    readable,
  };
}

/** The text of a pattern, as far as it is known. */
export function readableText(pattern: string): string {
  const [token] = Tokenization.reverseString(pattern).tokens;
  return token instanceof UnknownPattern ? token.readable : pattern;
}

/** Rules become what they stand for; what has no value is not there. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Token.isUnresolved(value)) return value;
  if (Array.isArray(value)) return value.map(plain);
  const meant = meantBy(value);
  return meant === value
    ? Object.fromEntries(entriesOf(value).map(([key, inner]) => [key, plain(inner)]))
    : plain(meant);
}

function meantBy(value: object): unknown {
  const { _pattern, toJSON } = value as { _pattern?: unknown; toJSON?: () => unknown };
  if (_pattern !== undefined) return _pattern;
  return typeof toJSON === 'function' ? toJSON.call(value) : value;
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, inner]) => inner !== undefined);
}

/** As JSON.stringify does it, but what that changes without a word is left for the checker to see. */
function write(value: unknown): string {
  if (typeof value === 'number') return isRounded(value) ? `~${value}` : String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (Token.isUnresolved(value)) return Token.asString(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const meant = meantBy(value);
  return meant === value
    ? `{${entriesOf(value)
        .map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`)
        .join(',')}}`
    : write(meant);
}

/** Beyond 2^53, with more digits than people write where they mean a round number. */
function isRounded(number: number): boolean {
  const digits = String(number).replace(/^-|0+$/g, '');
  return Number.isInteger(number) && !Number.isSafeInteger(number) && /^\d{16,}$/.test(digits);
}
