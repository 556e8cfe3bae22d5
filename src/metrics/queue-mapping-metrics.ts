import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { EventCountMetrics } from './event-count-metrics';

/**
 * Metrics of the mapping of an SQS queue, of its function, of the queue, and of the queue's dead-letter queue.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @example
 * import { SqsEventSourceMapping } from 'cdk-event-source-mappings';
 *
 * const mapping = new SqsEventSourceMapping(this, 'Jobs', { queue, target: handler });
 * mapping.metrics.metricApproximateAgeOfOldestMessage().createAlarm(this, 'Late', { threshold: 600, evaluationPeriods:
 * 3 });
 */
export class QueueMappingMetrics extends EventCountMetrics {
  /**
   * How many messages were deleted after they had been processed.
   *
   * Needs `EVENT_COUNT` in `metricGroups`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricDeletedEventCount(props?: MetricOptions): Metric {
    return this._measured.metric('DeletedEventCount', props);
  }

  /**
   * How many pollers are running.
   *
   * Needs `SqsScaling.provisioned(...)`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricProvisionedPollers(props?: MetricOptions): Metric {
    return this._measured.metric('ProvisionedPollers', props);
  }

  /**
   * The age of the oldest message in the queue, in seconds.
   *
   * A message that was received three times or more does not count.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricApproximateAgeOfOldestMessage(props?: MetricOptions): Metric {
    return this._measured.metric('ApproximateAgeOfOldestMessage', props);
  }

  /**
   * How many messages wait in the queue.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricApproximateNumberOfMessagesVisible(props?: MetricOptions): Metric {
    return this._measured.metric('ApproximateNumberOfMessagesVisible', props, 'source');
  }

  /**
   * How many messages are being processed.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricApproximateNumberOfMessagesNotVisible(props?: MetricOptions): Metric {
    return this._measured.metric('ApproximateNumberOfMessagesNotVisible', props);
  }

  /**
   * How many messages wait in the dead-letter queue of the queue.
   *
   * The queue has to be made in this app, with its dead-letter queue.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricDeadLetterQueueMessagesVisible(props?: MetricOptions): Metric {
    return this._measured.metric('ApproximateNumberOfMessagesVisible', props, 'dead-letter queue');
  }
}
