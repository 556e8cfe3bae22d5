import type { Destination, Failure, Order, Records, Replacement, Setting, Source } from '../../model/behaviour';
import { numberIn } from '../../model/constraints';
import type { PropertyReader } from '../../model/contract';
import { guide } from '../../model/docs';
import { FAILURE_DESTINATION } from '../../model/property-paths';

const UNLIMITED = -1;

/**
 * The facts in which the sources of shards differ.
 *
 * @internal
 */
export interface ShardFacts {
  /** The key of the records whose order holds: 'partition key'. */
  readonly key: string;
  /** The page on errors. */
  readonly docs: string;
  /** How long the source keeps a record. */
  retention(source: Source): Setting;
}

export function shardRecords(facts: ShardFacts): Records {
  return {
    noun: 'record',
    unmatched: 'counts as processed: the function never gets it, and neither does a failure destination',
    order: (reader) => shardOrder(reader, facts),
    failure: (reader, source) => shardFailure(reader, source, facts),
    replacement: positionReplacement,
  };
}

function shardOrder(reader: PropertyReader, { key, docs }: ShardFacts): Order {
  return { within: 'shard', key: factorOf(reader) === 1 ? undefined : key, docs };
}

/** `undefined` where it is not known. */
function factorOf(reader: PropertyReader): number | undefined {
  const [factor = 1] = reader.values('parallelizationFactor');
  const number = numberIn(factor);
  return Number.isNaN(number) ? undefined : number;
}

function shardFailure(reader: PropertyReader, source: Source, { key, retention, docs }: ShardFacts): Failure {
  return {
    ...limitsOf(reader),
    retention: retention(source),
    isRetriedByLambda: true,
    holdsUp:
      factorOf(reader) === 1
        ? 'the rest of its shard waits'
        : `the rest with the same ${key} waits, and others of its shard with it,`,
    destination: failureDestination(reader, source),
    expired: 'it is lost',
    docs,
  };
}

/** The limits that the mapping itself sets to retries. */
export function limitsOf(reader: PropertyReader): Pick<Failure, 'retries' | 'age' | 'isSplit'> {
  return {
    retries: limit(reader, 'maximumRetryAttempts'),
    age: limit(reader, 'maximumRecordAgeInSeconds'),
    isSplit: reader.any('bisectBatchOnFunctionError', (value) => /^true$/i.test(String(value))) === true,
  };
}

function limit(reader: PropertyReader, property: string): Setting | undefined {
  const [value] = reader.values(property);
  return value === undefined || numberIn(value) === UNLIMITED ? undefined : { value, property };
}

/** Buckets and topics of Kafka get the records too; other destinations get where they are. */
export function failureDestination(reader: PropertyReader, { find }: Source): Destination | undefined {
  const [value] = reader.values(FAILURE_DESTINATION);
  if (value === undefined) return undefined;
  return {
    value,
    noun: 'failure destination',
    getsRecord: getsRecord(find(value)?.type.split('::')[1] ?? serviceIn(value)),
  };
}

function serviceIn(destination: unknown): string | undefined {
  return /^(?:arn:[^:]*:)?(s3|sqs|sns|kafka):/.exec(String(destination))?.[1];
}

/** `undefined` where it is not known what the destination is. */
function getsRecord(service: string | undefined): boolean | undefined {
  return service === undefined ? undefined : ['s3', 'kafka'].includes(service.toLowerCase());
}

/** A new mapping begins at its starting position again. */
export function positionReplacement(reader: PropertyReader): Replacement {
  const [position] = reader.values('startingPosition');
  const docs = guide('invocation-eventsourcemapping');
  switch (position) {
    case 'LATEST':
      return {
        begins: 'begins after the newest record: what arrives before it reads is never processed',
        isLost: true,
        docs,
      };
    case 'TRIM_HORIZON':
      return {
        begins: 'begins at the oldest record that the source still has: records are processed again',
        isLost: false,
        docs,
      };
    case 'AT_TIMESTAMP':
      return {
        begins:
          'begins at its timestamp: records since then are processed again, and older ones that were not done are not',
        isLost: true,
        docs,
      };
    default:
      return {
        begins: 'begins at its starting position: records may be processed again, or never',
        isLost: true,
        docs,
      };
  }
}
