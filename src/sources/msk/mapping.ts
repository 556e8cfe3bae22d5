import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import { MskAuthentication } from './authentication';
import { MskCluster } from './cluster';
import { CONTRACT } from './contract';
import { EventSourceMappingBase, interpret } from '../../construct/mapping-base';
import { KafkaFilter } from '../../families/kafka/filter';
import { KafkaMappingOptions } from '../../families/kafka/options';
import { KafkaMappingMetrics } from '../../metrics/kafka-mapping-metrics';
import { MappingTargetProps } from '../../options/common';
import { MappingEventSource } from '../../options/mapping-event-source';
import { MappingStartingPositionOptions } from '../../options/starting-position-options';

/** Options for the mapping of a topic on Amazon MSK. */
export interface MskEventSourceMappingOptions extends KafkaMappingOptions, MappingStartingPositionOptions {
  /**
   * The cluster: provisioned, serverless, or of another account.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
   */
  readonly cluster: MskCluster;

  /**
   * The way in which Lambda authenticates to the cluster.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/msk-cluster-auth.html
   * @default - with the function's role where the cluster has IAM authentication, else not at all
   */
  readonly authentication?: MskAuthentication;

  /**
   * Filters, of which a record has to match one. At most 5, or 10 with a raised quota.
   *
   * A record that matches none is skipped for good.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-filtering.html
   * @default - every record reaches the function
   */
  readonly filters?: KafkaFilter[];
}

/** Properties of the mapping of a topic on Amazon MSK. */
export interface MskEventSourceMappingProps extends MskEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the records of a topic on Amazon MSK.
 *
 * Use it for a cluster that Amazon MSK runs, provisioned or serverless, of this account or, through a VPC connection,
 * of another.
 * For other clusters there is `SelfManagedKafkaEventSourceMapping`. The function must not run for more than 14 minutes,
 * unless it runs on
 * Lambda Managed Instances.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
 * @example
 * import {
 *   FailureDestination,
 *   MskAuthentication,
 *   MskCluster,
 *   MskEventSourceMapping,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * new MskEventSourceMapping(this, 'Clicks', {
 *   cluster: MskCluster.provisioned(cluster),
 *   topic: 'clicks',
 *   target: handler,
 *   startingPosition: StreamStartingPosition.latest(),
 *   authentication: MskAuthentication.iam(),
 *   provisionedMode: { minimumPollers: 1, maximumPollers: 20, retryAttempts: 5 },
 *   onFailure: FailureDestination.bucket(bucket),
 * });
 */
@propertyInjectable
export class MskEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.MskEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: MskEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(id, (target) => new MskEventSourceMapping(target, id, { ...options, target }));
  }

  constructor(scope: Construct, id: string, props: MskEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): KafkaMappingMetrics {
    return new KafkaMappingMetrics(this);
  }
}
