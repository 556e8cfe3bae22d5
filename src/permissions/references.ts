import { Reference, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** The reference that a text is, where it is nothing else. */
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
