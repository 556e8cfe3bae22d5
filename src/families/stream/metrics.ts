import { MetricFact, SourceMetrics } from '../../model/metrics';
import { FAILURE_DESTINATION } from '../../model/property-paths';
import { DAY, HOUR } from '../../model/time';
import { EVENT_COUNT_METRICS, GIVEN_UP_METRICS } from '../../options/event-count-metrics';
import { FUNCTION_METRICS, ITERATOR_AGE } from '../../options/function-metrics';
import { WAITING_DEAD_LETTERS, METRICS_OF_A_QUEUE } from '../queue/metrics';

/** The metrics of the mapping of a stream of shards. */
const STREAM_METRICS: readonly MetricFact[] = [
  ...EVENT_COUNT_METRICS,
  ...GIVEN_UP_METRICS,
  ...FUNCTION_METRICS,
  ITERATOR_AGE,
  {
    name: 'DestinationDeliveryFailures',
    of: 'function',
    statistic: 'Sum',
    unit: 'Count',
    needs: FAILURE_DESTINATION,
    says: 'deliveries to the failure destination that failed',
  },
  WAITING_DEAD_LETTERS,
];

const STREAM = 'AWS::Kinesis::Stream';

/** A table's stream keeps records for a day, and no metric says what comes in. */
export const TABLE_STREAM_METRICS: SourceMetrics = {
  facts: STREAM_METRICS,
  retention: { default: DAY, isFixed: true, at: {} },
  deadLetters: METRICS_OF_A_QUEUE,
};

/** Whether it is polled itself or through a consumer: the stream's name is in both ARNs. */
export const KINESIS_METRICS: SourceMetrics = {
  facts: [
    ...STREAM_METRICS,
    {
      name: 'IncomingRecords',
      of: 'source',
      statistic: 'Sum',
      unit: 'Count',
      says: 'records that were put into the stream',
    },
  ],
  source: {
    type: STREAM,
    service: 'kinesis',
    namespace: 'AWS/Kinesis',
    dimension: 'StreamName',
    nameIn: { separator: '/', index: 1 },
  },
  retention: { default: 24 * HOUR, at: { [STREAM]: { property: 'retentionPeriodHours', seconds: HOUR } } },
  deadLetters: METRICS_OF_A_QUEUE,
  through: { 'AWS::Kinesis::StreamConsumer': 'streamArn' },
};
