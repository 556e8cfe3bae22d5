import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { MappingMetrics } from './mapping-metrics';

/**
 * Metrics of the mapping of an Amazon DocumentDB change stream: all of them are those of its function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @example
 * import {
 *   DocumentDbAuthentication,
 *   DocumentDbEventSourceMapping,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * const mapping = new DocumentDbEventSourceMapping(this, 'Changes', {
 *   cluster,
 *   authentication: DocumentDbAuthentication.basic(credentials),
 *   target: handler,
 *   databaseName: 'shop',
 *   startingPosition: StreamStartingPosition.latest(),
 * });
 * mapping.metrics.metricOversizedRecordCount().createAlarm(this, 'Lost', { threshold: 1, evaluationPeriods: 1 });
 */
export class ChangeStreamMappingMetrics extends MappingMetrics {
  /**
   * The age of the last change of a batch when the function gets it, in milliseconds.
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
   * How many events of more than 6 MB were lost.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricOversizedRecordCount(props?: MetricOptions): Metric {
    return this._measured.metric('OversizedRecordCount', props);
  }
}
