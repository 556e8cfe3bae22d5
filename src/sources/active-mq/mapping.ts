import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_amazonmq } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { CONTRACT } from './contract';
import { ActiveMqFilter } from './filter';
import { EventSourceMappingBase, interpret } from '../../construct/mapping-base';
import { BrokerQueueMappingOptions } from '../../families/broker/options';
import { MappingMetrics } from '../../metrics/mapping-metrics';
import { MappingTargetProps } from '../../options/common';
import { MappingEventSource } from '../../options/mapping-event-source';

/** Options for the mapping of an ActiveMQ queue. */
export interface ActiveMqEventSourceMappingOptions extends BrokerQueueMappingOptions {
  /**
   * The broker, whose engine is ActiveMQ. It has to be in the function's account.
   *
   * A broker that exists already is `MqBroker.fromBrokerArn(...)`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   */
  readonly broker: aws_amazonmq.IBrokerRef;

  /**
   * Filters, of which a message has to match one. At most 5, or 10 with a raised quota.
   *
   * A message that matches none is taken from the queue all the same.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq-filtering.html
   * @default - every message reaches the function
   */
  readonly filters?: ActiveMqFilter[];
}

/** Properties of the mapping of an ActiveMQ queue. */
export interface ActiveMqEventSourceMappingProps extends ActiveMqEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the messages of a queue on Amazon MQ for ActiveMQ.
 *
 * Use it for a queue (not a topic) of a broker that Amazon MQ runs, as a single instance or as an active/standby pair.
 * The function must not run for more than 14 minutes.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
 * @example
 * import { ActiveMqEventSourceMapping, MqAuthentication } from 'cdk-event-source-mappings';
 *
 * new ActiveMqEventSourceMapping(this, 'Tickets', {
 *   broker,
 *   authentication: MqAuthentication.basic(credentials),
 *   target: handler,
 *   queueName: 'tickets',
 * });
 */
@propertyInjectable
export class ActiveMqEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.ActiveMqEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: ActiveMqEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(id, (target) => new ActiveMqEventSourceMapping(target, id, { ...options, target }));
  }

  constructor(scope: Construct, id: string, props: ActiveMqEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): MappingMetrics {
    return new MappingMetrics(this);
  }
}
