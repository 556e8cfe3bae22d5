import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { RecordMappingMetrics } from './record-mapping-metrics';

/**
 * Metrics of the mapping of a stream of shards, and of its function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @example
 * import { DynamoDbEventSourceMapping, DynamoDbStartingPosition } from 'cdk-event-source-mappings';
 *
 * const mapping = new DynamoDbEventSourceMapping(this, 'Customers', {
 *   table,
 *   target: handler,
 *   startingPosition: DynamoDbStartingPosition.latest(),
 * });
 * mapping.metrics.metricIteratorAge().createAlarm(this, 'Late', { threshold: 3_600_000, evaluationPeriods: 3 });
 */
export class StreamMappingMetrics extends RecordMappingMetrics {
  /**
   * The age of the last record of a batch when the function gets it, in milliseconds.
   *
   * There are data only while the function is invoked.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricIteratorAge(props?: MetricOptions): Metric {
    return this._measured.metric('IteratorAge', props);
  }

  /**
   * How many deliveries to the failure destination failed.
   *
   * Needs `onFailure`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricDestinationDeliveryFailures(props?: MetricOptions): Metric {
    return this._measured.metric('DestinationDeliveryFailures', props);
  }
}
