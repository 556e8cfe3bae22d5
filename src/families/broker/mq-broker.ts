import { Fn, Resource } from 'aws-cdk-lib';
import type { aws_amazonmq } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';

/**
 * Amazon MQ brokers that exist already, for which aws-cdk-lib has no import.
 *
 * @example
 * import { ActiveMqEventSourceMapping, MqAuthentication, MqBroker } from 'cdk-event-source-mappings';
 *
 * new ActiveMqEventSourceMapping(this, 'Tickets', {
 *   broker: MqBroker.fromBrokerArn(this, 'Broker', 'arn:aws:mq:us-west-2:111122223333:broker:tickets:b-1234'),
 *   queueName: 'tickets',
 *   authentication: MqAuthentication.basic(credentials),
 *   target: handler,
 * });
 */
export class MqBroker {
  /**
   * Refers to a broker of which the ARN is known.
   *
   * @param scope the construct that holds the reference
   * @param id the reference's id in the scope
   * @param brokerArn the broker's ARN
   */
  public static fromBrokerArn(scope: Construct, id: string, brokerArn: string): aws_amazonmq.IBrokerRef {
    return new ImportedBroker(scope, id, brokerArn);
  }

  private constructor() {}
}

/** The place of the id in arn:PARTITION:mq:REGION:ACCOUNT:broker:NAME:ID. */
const ID_IN_ARN = 7;

class ImportedBroker extends Resource implements aws_amazonmq.IBrokerRef {
  public readonly brokerRef: aws_amazonmq.BrokerReference;

  constructor(scope: Construct, id: string, brokerArn: string) {
    super(scope, id, { environmentFromArn: brokerArn });
    this.brokerRef = { brokerArn, brokerId: Fn.select(ID_IN_ARN, Fn.split(':', brokerArn)) };
  }
}
