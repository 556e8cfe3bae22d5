import { Construct } from 'constructs';
import { Fixtures } from '../fixtures';

/** The resources around mappings, and the rules of neighbours that they break: none if all is well. */
export interface RelatedCase {
  readonly name: string;
  /** The folders of the sources that it is about. */
  readonly sources: readonly string[];
  /** Options that come over those of the well-made mapping: one mapping for each. */
  readonly given: (f: Fixtures) => object | readonly object[];
  /** The scope of the mappings, if it is not the stack. */
  readonly scope?: (f: Fixtures) => Construct;
  /** The Region and the account of the stack. */
  readonly region?: string;
  readonly account?: string;
  /** The change after all is made, as an escape hatch or an Aspect makes it. */
  readonly edit?: (f: Fixtures) => void;
  /** Ends of rule ids, after the source; all of the id for rules of all sources. */
  readonly problems: readonly string[];
}

export const STREAMS = ['kinesis', 'kinesis-consumer', 'dynamodb'];
export const QUEUES = ['sqs', 'sqs-fifo'];
export const KAFKA = ['msk', 'self-managed-kafka'];
export const BROKERS = ['active-mq', 'rabbit-mq'];
export const BEHIND_A_BROKER = [...KAFKA, ...BROKERS, 'documentdb'];
export const ALL = [...STREAMS, ...QUEUES, ...BEHIND_A_BROKER];
