import { DEFAULT_RETENTION } from './defaults';
import { MetricFact, ResourceMetrics, SourceMetrics } from '../../model/metrics';
import { DELETED_EVENT_COUNT, EVENT_COUNT_METRICS, PROVISIONED_POLLERS } from '../../options/event-count-metrics';
import { FUNCTION_METRICS } from '../../options/function-metrics';
import { QUEUE_TYPE } from '../../options/queue-resource';

/** The facts by which the metrics of a queue are found. */
export const METRICS_OF_A_QUEUE: ResourceMetrics = {
  type: QUEUE_TYPE,
  service: 'sqs',
  namespace: 'AWS/SQS',
  dimension: 'QueueName',
  nameIn: { separator: ':', index: 5 },
};

/** The queue of messages that Lambda no longer retries, where there is one. */
export const WAITING_DEAD_LETTERS: MetricFact = {
  name: 'ApproximateNumberOfMessagesVisible',
  of: 'dead-letter queue',
  statistic: 'Maximum',
  unit: 'Count',
  says: 'messages that wait in the dead-letter queue',
};

export const QUEUE_METRICS: SourceMetrics = {
  facts: [
    ...EVENT_COUNT_METRICS,
    DELETED_EVENT_COUNT,
    PROVISIONED_POLLERS,
    ...FUNCTION_METRICS,
    {
      name: 'ApproximateAgeOfOldestMessage',
      of: 'source',
      statistic: 'Maximum',
      unit: 'Seconds',
      says: 'age of the oldest message in the queue',
    },
    {
      name: 'ApproximateNumberOfMessagesVisible',
      of: 'source',
      statistic: 'Maximum',
      unit: 'Count',
      says: 'messages that wait in the queue',
    },
    {
      name: 'ApproximateNumberOfMessagesNotVisible',
      of: 'source',
      statistic: 'Maximum',
      unit: 'Count',
      says: 'messages that are being processed',
    },
    WAITING_DEAD_LETTERS,
  ],
  source: METRICS_OF_A_QUEUE,
  retention: { default: DEFAULT_RETENTION, at: { [QUEUE_TYPE]: { property: 'messageRetentionPeriod', seconds: 1 } } },
  deadLetters: METRICS_OF_A_QUEUE,
  deadLettersAt: { [QUEUE_TYPE]: 'redrivePolicy.deadLetterTargetArn' },
};
