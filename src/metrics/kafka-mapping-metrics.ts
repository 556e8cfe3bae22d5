import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { RecordMappingMetrics } from './record-mapping-metrics';

/**
 * Metrics of the mapping of a Kafka topic, and of its function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @example
 * import {
 *   KafkaMetricGroup,
 *   MskCluster,
 *   MskEventSourceMapping,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * const mapping = new MskEventSourceMapping(this, 'Clicks', {
 *   cluster: MskCluster.provisioned(cluster),
 *   topic: 'clicks',
 *   target: handler,
 *   startingPosition: StreamStartingPosition.latest(),
 *   metricGroups: [KafkaMetricGroup.ERROR_COUNT],
 * });
 * mapping.metrics.metricPollingErrorCount().createAlarm(this, 'NotPolling', { threshold: 1, evaluationPeriods: 3 });
 */
export class KafkaMappingMetrics extends RecordMappingMetrics {
  /**
   * How many records were processed, by the offsets that were committed.
   *
   * Needs `EVENT_COUNT` in `metricGroups`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricCommittedEventCount(props?: MetricOptions): Metric {
    return this._measured.metric('CommittedEventCount', props);
  }

  /**
   * How many polls failed.
   *
   * Needs `ERROR_COUNT` in `metricGroups`. There are data only where there was an error.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricPollingErrorCount(props?: MetricOptions): Metric {
    return this._measured.metric('PollingErrorCount', props);
  }

  /**
   * How many batches the function could not be invoked with.
   *
   * Needs `ERROR_COUNT` in `metricGroups`. There are data only where there was an error.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricInvokeErrorCount(props?: MetricOptions): Metric {
    return this._measured.metric('InvokeErrorCount', props);
  }

  /**
   * How many deliveries to the failure destination failed.
   *
   * Needs `ERROR_COUNT` in `metricGroups`, and a failure destination. There are data only where there was an error.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricOnFailureDestinationDeliveryErrorCount(props?: MetricOptions): Metric {
    return this._measured.metric('OnFailureDestinationDeliveryErrorCount', props);
  }

  /**
   * How many schemas could not be fetched, and how many records do not fit theirs.
   *
   * Needs `ERROR_COUNT` in `metricGroups`, and a schema registry. There are data only where there was an error.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricSchemaRegistryErrorCount(props?: MetricOptions): Metric {
    return this._measured.metric('SchemaRegistryErrorCount', props);
  }

  /**
   * How many commits of offsets failed.
   *
   * Needs `ERROR_COUNT` in `metricGroups`. There are data only where there was an error.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricCommitErrorCount(props?: MetricOptions): Metric {
    return this._measured.metric('CommitErrorCount', props);
  }

  /**
   * How many records the slowest partition is behind.
   *
   * Needs `KAFKA_METRICS` in `metricGroups`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricMaxOffsetLag(props?: MetricOptions): Metric {
    return this._measured.metric('MaxOffsetLag', props);
  }

  /**
   * How many records all partitions together are behind.
   *
   * Needs `KAFKA_METRICS` in `metricGroups`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricSumOffsetLag(props?: MetricOptions): Metric {
    return this._measured.metric('SumOffsetLag', props);
  }

  /**
   * How many pollers are running.
   *
   * Needs `provisionedMode`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricProvisionedPollers(props?: MetricOptions): Metric {
    return this._measured.metric('ProvisionedPollers', props);
  }

  /**
   * How many units of pollers are running: they are what is paid for.
   *
   * Needs `provisionedMode`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricEventPollerUnit(props?: MetricOptions): Metric {
    return this._measured.metric('EventPollerUnit', props);
  }

  /**
   * How many bytes of records the pollers read.
   *
   * Needs `provisionedMode`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the sum of 5 minutes
   */
  public metricEventPollerThroughputInBytes(props?: MetricOptions): Metric {
    return this._measured.metric('EventPollerThroughputInBytes', props);
  }

  /**
   * How many records lie between the last one of the topic and the last one that was processed.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @param props how to look at it; without it, the maximum of 5 minutes
   */
  public metricOffsetLag(props?: MetricOptions): Metric {
    return this._measured.metric('OffsetLag', props);
  }
}
