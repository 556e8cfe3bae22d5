import { Reference, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** What a text refers to, where it is a reference and nothing else. */
export function referenceIn(text: unknown): Reference | undefined {
  if (typeof text !== 'string') return undefined;
  const {
    tokens: [token],
    length,
  } = Tokenization.reverseString(text);
  return length === 1 && Reference.isReference(token) ? token : undefined;
}

/** The construct that a text refers to. */
export function referredBy(text: unknown): IConstruct | undefined {
  return referenceIn(text)?.target;
}
