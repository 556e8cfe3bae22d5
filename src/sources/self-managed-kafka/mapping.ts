import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { KafkaAuthentication } from './authentication';
import { CONTRACT } from './contract';
import { KafkaNetworkOptions } from './network';
import { EventSourceMappingBase, interpret } from '../../construct/mapping-base';
import { ConsumptionMode } from '../../families/kafka/consumption-mode';
import { KafkaFilter } from '../../families/kafka/filter';
import { KafkaMappingOptions } from '../../families/kafka/options';
import { KafkaMappingMetrics } from '../../metrics/kafka-mapping-metrics';
import { MappingTargetProps } from '../../options/common';
import { MappingEventSource } from '../../options/mapping-event-source';
import { StreamStartingPosition } from '../../options/starting-position';

/** Options for the mapping of a topic, on a Kafka cluster that Amazon MSK does not run. */
export interface SelfManagedKafkaEventSourceMappingOptions extends KafkaMappingOptions {
  /**
   * The addresses of the brokers: 1 to 10 times a host and a port.
   *
   * They can't be changed afterwards: CloudFormation makes a new mapping, which Lambda refuses while the old one has a
   * server in common.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html
   */
  readonly bootstrapServers: string[];

  /**
   * The position at which Lambda starts to read. It can't be changed afterwards.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default StreamStartingPosition.trimHorizon()
   */
  readonly startingPosition?: StreamStartingPosition;

  /**
   * The way in which Lambda authenticates to the brokers. Brokers that are not in a VPC need it.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
   * @default - Lambda does not authenticate
   */
  readonly authentication?: KafkaAuthentication;

  /**
   * The way in which Lambda takes records from the topic. It can't be changed afterwards.
   *
   * In `ConsumptionMode.QUEUE`, a mapping has no starting position and no batching window, and retries nothing unless
   * `retryAttempts` is set.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/polling-kafka-queue.html
   * @default ConsumptionMode.STREAM
   */
  readonly consumptionMode?: ConsumptionMode;

  /**
   * The secret with the certificate of the authority that signed the brokers' own: a JSON object with `certificate`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-cluster-auth.html
   * @default - an authority that Amazon trusts
   */
  readonly rootCaCertificate?: aws_secretsmanager.ISecretRef;

  /**
   * The network through which Lambda reaches brokers in a VPC.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-cluster-network.html
   * @default - Lambda reaches the brokers over the Internet
   */
  readonly network?: KafkaNetworkOptions;

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

/** Properties of the mapping of a topic, on a Kafka cluster that Amazon MSK does not run. */
export interface SelfManagedKafkaEventSourceMappingProps
  extends SelfManagedKafkaEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the records of a topic, on a Kafka cluster that Amazon MSK does not run.
 *
 * Use it for a cluster of your own, in a VPC or elsewhere, and for those that other companies run, such as Confluent
 * Cloud. For Amazon
 * MSK there is `MskEventSourceMapping`. The function must not run for more than 14 minutes, unless it runs on Lambda
 * Managed Instances.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html
 * @example
 * import {
 *   KafkaAuthentication,
 *   SelfManagedKafkaEventSourceMapping,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * new SelfManagedKafkaEventSourceMapping(this, 'Payments', {
 *   bootstrapServers: ['broker-1.example.com:9096', 'broker-2.example.com:9096'],
 *   topic: 'payments',
 *   target: handler,
 *   startingPosition: StreamStartingPosition.trimHorizon(),
 *   authentication: KafkaAuthentication.saslScram512(credentials),
 * });
 */
@propertyInjectable
export class SelfManagedKafkaEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.SelfManagedKafkaEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: SelfManagedKafkaEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(
      id,
      (target) => new SelfManagedKafkaEventSourceMapping(target, id, { ...options, target }),
    );
  }

  constructor(scope: Construct, id: string, props: SelfManagedKafkaEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): KafkaMappingMetrics {
    return new KafkaMappingMetrics(this);
  }
}
