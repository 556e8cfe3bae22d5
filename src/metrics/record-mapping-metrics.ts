import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { EventCountMetrics } from './event-count-metrics';

/**
 * Metrics of a mapping that gives records up, and can send them to a failure destination.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @example
 * import { KinesisEventSourceMapping, MetricGroup, StreamStartingPosition } from 'cdk-event-source-mappings';
 *
 * const mapping = new KinesisEventSourceMapping(this, 'Orders', {
 *   stream,
 *   target: handler,
 *   startingPosition: StreamStartingPosition.latest(),
 *   retryAttempts: 5,
 *   metricGroups: [MetricGroup.EVENT_COUNT],
 * });
 * mapping.metrics.metricDroppedEventCount().createAlarm(this, 'Lost', { threshold: 1, evaluationPeriods: 1 });
 */
export class RecordMappingMetrics extends EventCountMetrics {
  /**
   * How many events were lost: too old, retried too often, or not taken by the failure destination.
   *
   * Needs `EVENT_COUNT` in `metricGroups`. Records that expire in the source itself do not count.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricDroppedEventCount(props?: MetricOptions): Metric {
    return this._measured.metric('DroppedEventCount', props);
  }

  /**
   * How many events went to the failure destination.
   *
   * Needs `EVENT_COUNT` in `metricGroups`, and a failure destination.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricOnFailureDestinationDeliveredEventCount(props?: MetricOptions): Metric {
    return this._measured.metric('OnFailureDestinationDeliveredEventCount', props);
  }

  /**
   * How many messages wait in the failure destination, where that is a queue.
   *
   * It has to be a queue of this app, or one whose ARN is known.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricDeadLetterQueueMessagesVisible(props?: MetricOptions): Metric {
    return this._measured.metric('ApproximateNumberOfMessagesVisible', props, 'dead-letter queue');
  }
}
