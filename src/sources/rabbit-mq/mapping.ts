import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_amazonmq } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { CONTRACT } from './contract';
import { RabbitMqFilter } from './filter';
import { EventSourceMappingBase, interpret } from '../../construct/mapping-base';
import { BrokerQueueMappingOptions } from '../../families/broker/options';
import { MappingMetrics } from '../../metrics/mapping-metrics';
import { MappingTargetProps } from '../../options/common';
import { MappingEventSource } from '../../options/mapping-event-source';

/** Options for the mapping of a RabbitMQ queue. */
export interface RabbitMqEventSourceMappingOptions extends BrokerQueueMappingOptions {
  /**
   * The broker, whose engine is RabbitMQ. It has to be in the function's account.
   *
   * A broker that exists already is `MqBroker.fromBrokerArn(...)`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   */
  readonly broker: aws_amazonmq.IBrokerRef;

  /**
   * The virtual host of the queue: 1 to 200 letters, digits, dots and - / * : _ + = @
   *
   * It can't be changed afterwards, and a mapping that has one other than the default can't be updated at all.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html
   * @default /
   */
  readonly virtualHost?: string;

  /**
   * Filters, of which a message has to match one. At most 5, or 10 with a raised quota.
   *
   * A message that matches none is taken from the queue all the same.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq-filtering.html
   * @default - every message reaches the function
   */
  readonly filters?: RabbitMqFilter[];
}

/** Properties of the mapping of a RabbitMQ queue. */
export interface RabbitMqEventSourceMappingProps extends RabbitMqEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the messages of a queue on Amazon MQ for RabbitMQ.
 *
 * Use it for a queue (not a topic) of a broker that Amazon MQ runs, as a single instance or as a cluster. The function
 * must not run for more than 14 minutes.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
 * @example
 * import { MqAuthentication, RabbitMqEventSourceMapping } from 'cdk-event-source-mappings';
 *
 * new RabbitMqEventSourceMapping(this, 'Mails', {
 *   broker,
 *   authentication: MqAuthentication.basic(credentials),
 *   target: handler,
 *   queueName: 'mails',
 * });
 */
@propertyInjectable
export class RabbitMqEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.RabbitMqEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: RabbitMqEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(id, (target) => new RabbitMqEventSourceMapping(target, id, { ...options, target }));
  }

  constructor(scope: Construct, id: string, props: RabbitMqEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): MappingMetrics {
    return new MappingMetrics(this);
  }
}
