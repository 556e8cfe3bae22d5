import type { Duration } from 'aws-cdk-lib';
import { ShardFacts, shardRecords } from './records';
import { Behaviour, Rate, Source } from '../../model/behaviour';
import { OptionSpecs, Rule, UsageRule } from '../../model/contract';
import { integer, seconds } from '../../model/option-specs';
import { over, excludes } from '../../model/rules';
import { batchSizeSpec, batchingWindowSpec } from '../../options/batching';
import { COMMON_SPECS, MappingOptions, MappingTargetProps } from '../../options/common';
import {
  FAILURE_DESTINATION_SPEC,
  FAILURE_DESTINATION_USAGE,
  MappingFailureDestinationOptions,
} from '../../options/failure-destination';
import { FILTER_ENCRYPTION_SPECS, FILTER_RULES, MappingFilterEncryptionOptions } from '../../options/filter-encryption';
import { MetricGroup, metricsSpec } from '../../options/metric-group';
import { PARTIAL_BATCH_RESPONSE_SPECS, MappingPartialBatchResponseOptions } from '../../options/partial-batch-response';
import { RETRY_SPECS, MappingRetryOptions } from '../../options/retries';

/** Options for the mapping of a stream of shards. */
export interface StreamMappingOptions
  extends
    MappingOptions,
    MappingRetryOptions,
    MappingPartialBatchResponseOptions,
    MappingFailureDestinationOptions,
    MappingFilterEncryptionOptions {
  /**
   * The maximum number of records in a batch: 1 to 10,000.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default 100
   */
  readonly batchSize?: number;

  /**
   * The longest time that Lambda waits for a batch to fill, in whole seconds: 0 to 300.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default Duration.seconds(0)
   */
  readonly maxBatchingWindow?: Duration;

  /**
   * The number of batches of one shard that are processed at a time: 1 to 10. Records with the same partition key stay
   * in order.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default 1
   */
  readonly parallelizationFactor?: number;

  /**
   * The time over which the function collects state from several batches of a shard, in whole seconds: 0 (not at all)
   * to 900.
   *
   * The function has to return its `state`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html
   * @default Duration.seconds(0)
   */
  readonly tumblingWindow?: Duration;

  /**
   * Groups of metrics that the mapping sends to CloudWatch, at a price per metric.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - no metrics of the mapping
   */
  readonly metricGroups?: MetricGroup[];
}

export const STREAM_SPECS: OptionSpecs<StreamMappingOptions & MappingTargetProps> = {
  ...COMMON_SPECS,
  batchSize: batchSizeSpec({ max: 10_000, default: 100 }),
  maxBatchingWindow: batchingWindowSpec({ default: 0 }),
  parallelizationFactor: integer('parallelizationFactor', {
    rules: { wholeNumber: 'parallelization-factor-whole-number', range: 'parallelization-factor-range' },
    min: 1,
    max: 10,
    default: 1,
  }),
  tumblingWindow: seconds('tumblingWindowInSeconds', {
    rules: { wholeNumber: 'tumbling-window-whole-number', range: 'tumbling-window-range' },
    min: 0,
    max: 900,
    default: 0,
  }),
  ...RETRY_SPECS,
  ...PARTIAL_BATCH_RESPONSE_SPECS,
  onFailure: FAILURE_DESTINATION_SPEC,
  ...FILTER_ENCRYPTION_SPECS,
  metricGroups: metricsSpec(MetricGroup),
};

export const STREAM_RULES: readonly Rule[] = [
  ...FILTER_RULES,
  excludes('tumbling-window-in-parallel', over('tumblingWindowInSeconds', 0), over('parallelizationFactor', 1), {
    reason:
      "a window's state is kept for each shard; users report that Lambda refuses to process such a shard in parallel",
    severity: 'warning',
  }),
];

/** The behaviour of the shards of one kind of source. */
interface ShardBehaviour extends ShardFacts {
  /** The rate at which one can be read, where AWS gives a figure. */
  readonly rate?: Pick<Rate, 'megabytes' | 'shared'>;
  /** How many shards there are, where that is known. */
  shards?(source: Source): unknown;
}

/** Lambda reads each shard with as many batches at a time as the parallelization factor says. */
export function shardBehaviour({ shards = () => undefined, rate, ...facts }: ShardBehaviour): Behaviour {
  return {
    records: shardRecords(facts),
    concurrency: (reader, source) => {
      const [factor = 1] = reader.values('parallelizationFactor');
      return { count: shards(source), unit: 'shards', times: factor };
    },
    rate: (_reader, source) => rate && { ...rate, unit: 'shards', count: shards(source) },
  };
}

export const STREAM_USAGE: readonly UsageRule<StreamMappingOptions>[] = FAILURE_DESTINATION_USAGE;
