import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { StreamMappingMetrics } from './stream-mapping-metrics';

/**
 * Metrics of the mapping of a Kinesis stream, of its function, and of the stream.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @example
 * import { KinesisEventSourceMapping, StreamStartingPosition } from 'cdk-event-source-mappings';
 *
 * const mapping = new KinesisEventSourceMapping(this, 'Orders', {
 *   stream,
 *   target: handler,
 *   startingPosition: StreamStartingPosition.latest(),
 * });
 * mapping.metrics.metricIteratorAge().createAlarm(this, 'Late', { threshold: 3_600_000, evaluationPeriods: 3 });
 */
export class KinesisMappingMetrics extends StreamMappingMetrics {
  /**
   * How many records were put into the stream.
   *
   * @see https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricIncomingRecords(props?: MetricOptions): Metric {
    return this._measured.metric('IncomingRecords', props);
  }
}
