import type { Destination, Failure, Order, Records, Replacement, Setting, Source } from '../../model/behaviour';
import { numberIn } from '../../model/constraints';
import type { Look } from '../../model/contract';
import { guide } from '../../model/docs';

const DESTINATION = 'destinationConfig.onFailure.destination';
const UNLIMITED = -1;

/**
 * What a source of shards has that others have not.
 *
 * @internal
 */
export interface ShardFacts {
  /** What records have in common whose order holds: 'partition key'. */
  readonly key: string;
  /** The page on errors. */
  readonly page: string;
  /** How long the source keeps a record. */
  retention(source: Source): Setting;
}

export function shardRecords(facts: ShardFacts): Records {
  return {
    noun: 'record',
    unmatched: 'counts as processed: the function never gets it, and neither does a failure destination',
    order: (look) => shardOrder(look, facts),
    failure: (look, source) => shardFailure(look, source, facts),
    replacement: positionReplacement,
  };
}

function shardOrder(look: Look, { key, page }: ShardFacts): Order {
  return { within: 'shard', key: factorOf(look) === 1 ? undefined : key, page };
}

/** `undefined` where it is not known. */
function factorOf(look: Look): number | undefined {
  const [factor = 1] = look.values('parallelizationFactor');
  const number = numberIn(factor);
  return Number.isNaN(number) ? undefined : number;
}

function shardFailure(look: Look, source: Source, { key, retention, page }: ShardFacts): Failure {
  return {
    ...limitsOf(look),
    retention: retention(source),
    isRetriedByLambda: true,
    holdsUp: factorOf(look) === 1 ? 'the rest of its shard waits' : `the rest with the same ${key} waits, and others of its shard with it,`,
    destination: failureDestination(look, source),
    expired: 'it is lost',
    page,
  };
}

/** What the mapping itself says of retries. */
export function limitsOf(look: Look): Pick<Failure, 'retries' | 'age' | 'isSplit'> {
  return {
    retries: limit(look, 'maximumRetryAttempts'),
    age: limit(look, 'maximumRecordAgeInSeconds'),
    isSplit: look.any('bisectBatchOnFunctionError', (value) => /^true$/i.test(String(value))) === true,
  };
}

function limit(look: Look, property: string): Setting | undefined {
  const [value] = look.values(property);
  return value === undefined || numberIn(value) === UNLIMITED ? undefined : { value, property };
}

/** Buckets and topics of Kafka get the records too; other destinations get where they are. */
export function failureDestination(look: Look, { find }: Source): Destination | undefined {
  const [value] = look.values(DESTINATION);
  if (value === undefined) return undefined;
  return { value, noun: 'failure destination', getsRecord: getsRecord(find(value)?.type.split('::')[1] ?? serviceIn(value)) };
}

function serviceIn(destination: unknown): string | undefined {
  return /^(?:arn:[^:]*:)?(s3|sqs|sns|kafka):/.exec(String(destination))?.[1];
}

/** `undefined` where it is not known what the destination is. */
function getsRecord(service: string | undefined): boolean | undefined {
  return service === undefined ? undefined : ['s3', 'kafka'].includes(service.toLowerCase());
}

/** A new mapping begins at its starting position again. */
export function positionReplacement(look: Look): Replacement {
  const [position] = look.values('startingPosition');
  const page = guide('invocation-eventsourcemapping');
  switch (position) {
    case 'LATEST': return { begins: 'begins after the newest record: what arrives before it reads is never processed', isLost: true, page };
    case 'TRIM_HORIZON': return { begins: 'begins at the oldest record that the source still has: records are processed again', isLost: false, page };
    case 'AT_TIMESTAMP': return {
      begins: 'begins at its timestamp: records since then are processed again, and older ones that were not done are not',
      isLost: true,
      page,
    };
    default: return { begins: 'begins at its starting position: records may be processed again, or never', isLost: true, page };
  }
}
