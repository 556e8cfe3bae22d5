import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_kinesis } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { CONTRACT } from './contract';
import { EventSourceMappingBase, interpret } from '../../construct/mapping-base';
import { KinesisFilter } from '../../families/stream/kinesis-filter';
import { StreamMappingOptions } from '../../families/stream/options';
import { KinesisMappingMetrics } from '../../metrics/kinesis-mapping-metrics';
import { MappingTargetProps } from '../../options/common';
import { MappingEventSource } from '../../options/mapping-event-source';
import { MappingStartingPositionOptions } from '../../options/starting-position-options';

/** Options for the mapping of a consumer of a Kinesis stream. */
export interface KinesisConsumerEventSourceMappingOptions extends StreamMappingOptions, MappingStartingPositionOptions {
  /**
   * The consumer, which has its own throughput. The stream that it belongs to is read only to retry.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
   */
  readonly consumer: aws_kinesis.IStreamConsumerRef;

  /**
   * Filters, of which a record has to match one. At most 5, or 10 with a raised quota.
   *
   * A record that matches none is skipped for good.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html
   * @default - every record reaches the function
   */
  readonly filters?: KinesisFilter[];
}

/** Properties of the mapping of a consumer of a Kinesis stream. */
export interface KinesisConsumerEventSourceMappingProps
  extends KinesisConsumerEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the records of a Kinesis stream, which reach it through an enhanced fan-out consumer.
 *
 * Use it where several readers of a stream have to be fast: each consumer has its own 2 MB per second and shard, at a
 * price.
 * For a stream with few readers, use `KinesisEventSourceMapping`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 * @example
 * import {
 *   FailureDestination,
 *   KinesisConsumerEventSourceMapping,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * new KinesisConsumerEventSourceMapping(this, 'Orders', {
 *   consumer,
 *   target: handler,
 *   startingPosition: StreamStartingPosition.latest(),
 *   retryAttempts: 5,
 *   onFailure: FailureDestination.queue(dlq),
 * });
 */
@propertyInjectable
export class KinesisConsumerEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.KinesisConsumerEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: KinesisConsumerEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(
      id,
      (target) => new KinesisConsumerEventSourceMapping(target, id, { ...options, target }),
    );
  }

  constructor(scope: Construct, id: string, props: KinesisConsumerEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): KinesisMappingMetrics {
    return new KinesisMappingMetrics(this);
  }
}
