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

/** Options for the mapping of a Kinesis stream. */
export interface KinesisEventSourceMappingOptions extends StreamMappingOptions, MappingStartingPositionOptions {
  /**
   * The stream, whose shards Lambda polls.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
   */
  readonly stream: aws_kinesis.IStreamRef;

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

/** Properties of the mapping of a Kinesis stream. */
export interface KinesisEventSourceMappingProps extends KinesisEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the records of a Kinesis stream, which it polls through the stream's shared throughput.
 *
 * Use it for a stream with few readers. Where several readers have to be fast, give each its own consumer, and use
 * `KinesisConsumerEventSourceMapping`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 * @example
 * import { FailureDestination, KinesisEventSourceMapping, StreamStartingPosition } from 'cdk-event-source-mappings';
 *
 * new KinesisEventSourceMapping(this, 'Orders', {
 *   stream,
 *   target: handler,
 *   startingPosition: StreamStartingPosition.trimHorizon(),
 *   parallelizationFactor: 2,
 *   retryAttempts: 5,
 *   bisectBatchOnError: true,
 *   onFailure: FailureDestination.queue(dlq),
 * });
 */
@propertyInjectable
export class KinesisEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.KinesisEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: KinesisEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(id, (target) => new KinesisEventSourceMapping(target, id, { ...options, target }));
  }

  constructor(scope: Construct, id: string, props: KinesisEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): KinesisMappingMetrics {
    return new KinesisMappingMetrics(this);
  }
}
