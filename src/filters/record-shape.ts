import type { Branch, Fault } from './pattern';

/** The members of a record, or of the object in it that filters see. */
export type RecordMembers = { readonly [name: string]: unknown };

/**
 * What Lambda sees of a source's records when it filters them.
 *
 * @internal
 */
export interface RecordShape {
  /** What a record is called: 'an SQS record'. */
  readonly title: string;
  /** Where the function finds a record. */
  readonly place: string;
  /** A key that all records of this source have, and none of another. */
  readonly mark: string;
  /** What makes a record for a test. */
  readonly builder: string;
  /** What a pattern can start with. */
  readonly keys: readonly string[];
  /** What the function sees of a record and a filter does not. */
  readonly unseen: readonly string[];
  /** The object in which the function finds the keys. */
  readonly within?: string;
  /** The key of what the producer wrote, which is JSON or not. */
  readonly payload?: string;
  /** Whether the function gets the payload in base64. */
  readonly isBase64?: boolean;
  /** Whether there can be rules on a payload that is not JSON. */
  readonly hasText?: boolean;
  /** What happens to a record whose payload is JSON where the filter asks for text, or text where it asks for JSON. */
  readonly onMismatch?: string;
  /** What is wrong with a pattern, by rules for these records alone. */
  faultsOf?(branch: Branch): Fault[];
  /** What is wrong with a record, by rules for these records alone. */
  faultOf?(members: RecordMembers): string | undefined;
}

/** Keys that Lambda adds to the records of most sources. */
export const ADDED_BY_LAMBDA = [
  'awsRegion',
  'eventSource',
  'eventSourceARN',
  'eventSourceArn',
  'eventVersion',
  'eventID',
  'invokeIdentityArn',
  'eventSourceKey',
];

/** What is known where AWS's documentation and what was seen differ. */
export const UNSURE_MISMATCH = 'AWS documents that it is then judged by its metadata alone, and was seen to drop it';

export function isRecordObject(value: unknown): value is RecordMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
