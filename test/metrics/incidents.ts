import { Minutes, Series } from './evaluate';
import type { Settings } from './watched';

/** So many minutes of a number, of a number that grows from one to another, or of nothing. */
type Segment = readonly [minutes: number, value: number | null | readonly [from: number, to: number]];

function minutes(...segments: readonly Segment[]): Minutes {
  return segments.flatMap(([length, value]) =>
    Array.from({ length }, (_, index) => {
      if (value === null) return undefined;
      return typeof value === 'number' ? value : value[0] + ((value[1] - value[0]) * index) / length;
    }),
  );
}

/** Something that happens once in so many minutes. */
function nowAndThen(length: number, every: number, value: number): Minutes {
  return Array.from({ length }, (_, index) => (index % every === 0 ? value : 0));
}

const GROUPED = ['sqs', 'sqs-fifo', 'kinesis', 'kinesis-consumer', 'dynamodb', 'msk', 'self-managed-kafka'];
const STREAMS = ['kinesis', 'kinesis-consumer', 'dynamodb'];
const QUEUES = ['sqs', 'sqs-fifo'];
const KAFKA = ['msk', 'self-managed-kafka'];
const ALL = [...GROUPED, 'active-mq', 'rabbit-mq', 'documentdb'];

export interface Incident {
  readonly name: string;
  readonly sources: readonly string[];
  readonly settings: Settings;
  readonly series: Series;
  /** The alarms that go off; others may too. */
  readonly raises: readonly string[];
}

/** Three hours in which all is well. */
const WELL: Series = {
  PolledEventCount: minutes([180, 100]),
  FilteredOutEventCount: minutes([180, 20]),
  InvokedEventCount: minutes([180, 80]),
  FailedInvokeEventCount: minutes([180, 0]),
  Invocations: minutes([180, 8]),
  Errors: minutes([180, 0]),
  Throttles: minutes([180, 0]),
  IteratorAge: minutes([180, 800]),
  IncomingRecords: minutes([180, 100]),
  ApproximateAgeOfOldestMessage: minutes([180, 2]),
  ApproximateNumberOfMessagesVisible: minutes([180, 0]),
};

/** Twenty minutes of it, and then the incident. */
function after(well: keyof typeof WELL, ...segments: readonly Segment[]): Minutes {
  return [...WELL[well].slice(0, 20), ...minutes(...segments)];
}

export const INCIDENTS: readonly Incident[] = [
  {
    name: 'a poison record blocks a shard, and is retried again and again',
    sources: [...STREAMS, 'documentdb'],
    settings: 'free',
    series: { ...WELL, Errors: after('Errors', [160, 2]), IteratorAge: after('IteratorAge', [160, [1000, 9_600_000]]) },
    raises: ['failures'],
  },
  {
    name: 'a poison record fails within its batch, which the function itself does not count as an error',
    sources: GROUPED,
    settings: 'all',
    series: { ...WELL, FailedInvokeEventCount: after('FailedInvokeEventCount', [160, 1]) },
    raises: ['failures'],
  },
  {
    name: 'a poison message comes back every ten minutes, and then goes to the dead-letter queue',
    sources: QUEUES,
    settings: 'free',
    series: {
      ...WELL,
      Errors: nowAndThen(180, 10, 1),
      'DeadLetters.ApproximateNumberOfMessagesVisible': minutes([60, 0], [120, 1]),
    },
    raises: ['failures', 'deadLetters'],
  },
  {
    name: 'records are given up, and nobody looks at the failure destination',
    sources: [...STREAMS, 'msk'],
    settings: 'all',
    series: { ...WELL, 'DeadLetters.ApproximateNumberOfMessagesVisible': minutes([60, 0], [120, 3]) },
    raises: ['deadLetters'],
  },
  {
    name: 'other functions use up the concurrency of the account',
    sources: ALL,
    settings: 'free',
    series: { ...WELL, Throttles: after('Throttles', [160, 40]), Invocations: after('Invocations', [160, 1]) },
    raises: ['throttles'],
  },
  {
    name: 'a producer renames a field, and the filter matches nothing any more',
    sources: GROUPED,
    settings: 'all',
    series: {
      ...WELL,
      FilteredOutEventCount: after('FilteredOutEventCount', [160, 100]),
      InvokedEventCount: after('InvokedEventCount', [160, 0]),
    },
    raises: ['filteredOut'],
  },
  {
    name: 'the role loses its permission to read the source, which Lambda counts',
    sources: GROUPED,
    settings: 'all',
    series: {
      ...WELL,
      PolledEventCount: after('PolledEventCount', [160, null]),
      Invocations: after('Invocations', [160, null]),
    },
    raises: ['stalled'],
  },
  {
    name: 'the role loses its permission to read the queue, and no metric group is turned on',
    sources: QUEUES,
    settings: 'free',
    series: {
      ...WELL,
      Invocations: after('Invocations', [160, null]),
      ApproximateNumberOfMessagesVisible: after('ApproximateNumberOfMessagesVisible', [160, [10, 16_000]]),
    },
    raises: ['stalled'],
  },
  {
    name: 'the mapping of a stream is disabled by hand, and no metric group is turned on',
    sources: ['kinesis', 'kinesis-consumer'],
    settings: 'free',
    series: { ...WELL, Invocations: after('Invocations', [160, null]), IteratorAge: after('IteratorAge', [160, null]) },
    raises: ['stalled'],
  },
  {
    name: 'the mapping is disabled by hand: it sends nothing',
    sources: GROUPED,
    settings: 'all',
    series: Object.fromEntries(
      Object.entries(WELL).map(([name, values]) => [
        name,
        /Count$|Invocations|IteratorAge/.test(name) ? [...values.slice(0, 20), ...minutes([160, null])] : values,
      ]),
    ),
    raises: ['stalled'],
  },
  {
    name: 'the failure destination of a stream is deleted',
    sources: STREAMS,
    settings: 'all',
    series: {
      ...WELL,
      DestinationDeliveryFailures: minutes([60, null], [1, 1], [119, null]),
      DroppedEventCount: minutes([60, 0], [1, 10], [119, 0]),
    },
    raises: ['failureDestination', 'dropped'],
  },
  {
    name: 'the failure destination of a topic is deleted',
    sources: KAFKA,
    settings: 'all',
    series: {
      ...WELL,
      OnFailureDestinationDeliveryErrorCount: minutes([60, null], [1, 1], [119, null]),
      DroppedEventCount: minutes([60, 0], [1, 10], [119, 0]),
    },
    raises: ['failureDestination', 'dropped'],
  },
  {
    name: 'the function is too slow for its stream',
    sources: [...STREAMS, 'documentdb'],
    settings: 'free',
    series: { ...WELL, IteratorAge: minutes([1440, [1000, 86_400_000]]) },
    raises: ['lag'],
  },
  {
    name: 'the function is too slow for its queue',
    sources: QUEUES,
    settings: 'free',
    series: { ...WELL, ApproximateAgeOfOldestMessage: minutes([2880, [2, 172_800]]) },
    raises: ['lag'],
  },
  {
    name: 'the function is too slow for its topic',
    sources: KAFKA,
    settings: 'free',
    series: { ...WELL, OffsetLag: minutes([180, [20, 200_000]]) },
    raises: ['lag'],
  },
  {
    name: "the function is too slow for its topic, by the mapping's own count",
    sources: KAFKA,
    settings: 'all',
    series: { ...WELL, SumOffsetLag: minutes([180, [20, 200_000]]) },
    raises: ['lag'],
  },
  {
    name: "all pollers are running, and more can't be made",
    sources: [...QUEUES, ...KAFKA],
    settings: 'all',
    series: { ...WELL, ProvisionedPollers: minutes([60, [2, 20]], [120, 20]) },
    raises: ['pollers'],
  },
  {
    name: "brokers can't be reached",
    sources: KAFKA,
    settings: 'all',
    series: {
      ...WELL,
      PolledEventCount: after('PolledEventCount', [160, null]),
      PollingErrorCount: minutes([20, null], [160, 3]),
    },
    raises: ['polling', 'stalled'],
  },
  {
    name: 'another consumer takes over the consumer group',
    sources: KAFKA,
    settings: 'all',
    series: { ...WELL, CommitErrorCount: minutes([20, null], [160, 1]) },
    raises: ['commits'],
  },
  {
    name: 'a producer writes by a schema that the registry does not have',
    sources: KAFKA,
    settings: 'all',
    series: { ...WELL, SchemaRegistryErrorCount: minutes([20, null], [160, 4]) },
    raises: ['schemas'],
  },
  {
    name: 'a change is larger than a function can get',
    sources: ['documentdb'],
    settings: 'free',
    series: { ...WELL, OversizedRecordCount: minutes([90, null], [1, 1], [89, null]) },
    raises: ['dropped'],
  },
  {
    name: "the function of a broker's queue fails on each message",
    sources: ['active-mq', 'rabbit-mq'],
    settings: 'free',
    series: { ...WELL, Errors: after('Errors', [160, 8]) },
    raises: ['failures'],
  },
];

const WEEK = 7 * 24 * 60;

/**
 * A week with busy days, empty nights, an error now and then that the next try mends, and a peak that is worked off.
 */
export const QUIET_WEEK: Series = {
  ...week((load) => ({
    PolledEventCount: 200 * load,
    FilteredOutEventCount: 60 * load,
    InvokedEventCount: 140 * load,
    Invocations: load > 0 ? 14 * load : undefined,
    IteratorAge: load > 0 ? 300 + 4000 * load : undefined,
    IncomingRecords: 200 * load,
    ApproximateAgeOfOldestMessage: load > 0 ? Math.ceil(20 * load) : undefined,
    ApproximateNumberOfMessagesNotVisible: 30 * load,
    ProvisionedPollers: 2 + Math.round(15 * load),
    DroppedEventCount: 0,
  })),
  ApproximateNumberOfMessagesVisible: nowAndThen(WEEK, 3, 12),
  OffsetLag: nowAndThen(WEEK, 7, 5000),
  SumOffsetLag: nowAndThen(WEEK, 7, 5000),
  MaxOffsetLag: nowAndThen(WEEK, 7, 900),
  Errors: nowAndThen(WEEK, 437, 1),
  FailedInvokeEventCount: nowAndThen(WEEK, 437, 10),
  Throttles: nowAndThen(WEEK, 611, 3),
  PollingErrorCount: nowAndThen(WEEK, 1999, 1).map((count) => count || undefined),
  CommitErrorCount: nowAndThen(WEEK, 2999, 1).map((count) => count || undefined),
  'DeadLetters.ApproximateNumberOfMessagesVisible': minutes([WEEK, 0]),
};

/** @param of what there is at a load of 0, at night, to 1 */
function week(of: (load: number) => { readonly [metric: string]: number | undefined }): Series {
  const all = Array.from({ length: WEEK }, (_, minute) =>
    of(Math.max(0, Math.sin((2 * Math.PI * (minute % 1440)) / 1440))),
  );
  return Object.fromEntries(Object.keys(all[0]).map((name) => [name, all.map((one) => one[name])]));
}
