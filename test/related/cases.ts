import { Construct } from 'constructs';
import { Fixtures } from '../fixtures';

/** What stands around mappings, and the rules of neighbours that are broken by it: none where all is well. */
export interface RelatedCase {
  readonly name: string;
  /** The folders of the sources that it is about. */
  readonly sources: readonly string[];
  /** Options that come over those of the well-made mapping: one mapping for each. */
  readonly given: (f: Fixtures) => object | readonly object[];
  /** What the mappings are made in, where that is not the stack. */
  readonly scope?: (f: Fixtures) => Construct;
  /** Where the stack is deployed to. */
  readonly region?: string;
  readonly account?: string;
  /** What is changed after all is made, as an escape hatch or an Aspect does. */
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
