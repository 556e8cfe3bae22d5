import type { Branch, Fault } from './pattern';

/** The members of a record, or of the object in it that filters see. */
export type RecordMembers = { readonly [name: string]: unknown };

/**
 * The shape of a source's records, as Lambda sees them when it filters.
 *
 * @internal
 */
export interface RecordShape {
  /** The name of a record: 'an SQS record'. */
  readonly title: string;
  /** The place at which the function finds a record. */
  readonly place: string;
  /** A key that all records of this source have, and none of another. */
  readonly mark: string;
  /** The method that makes a record for a test. */
  readonly builder: string;
  /** The keys that a pattern can start with. */
  readonly keys: readonly string[];
  /** The keys of a record that the function sees and a filter does not. */
  readonly unseen: readonly string[];
  /** The object in which the function finds the keys. */
  readonly within?: string;
  /** The key of what the producer wrote, which is JSON or not. */
  readonly payload?: string;
  /** Whether the function gets the payload in base64. */
  readonly isBase64?: boolean;
  /** Whether there can be rules on a payload that is not JSON. */
  readonly hasText?: boolean;
  /** The outcome for a record whose payload is JSON where the filter asks for text, or text where it asks for JSON. */
  readonly onMismatch?: string;
  /** Finds what is wrong with a pattern, by rules for these records alone. */
  faultsOf?(branch: Branch): Fault[];
  /** Says what is wrong with a record, by rules for these records alone. */
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

/** The outcome where AWS's documentation differs from what was seen. */
export const UNSURE_MISMATCH = 'AWS documents that it is then judged by its metadata alone, and was seen to drop it';
