import { Duration } from 'aws-cdk-lib';
import { arn, Surroundings } from './surroundings';
import {
  MqAuthentication,
  MqBroker,
  RabbitMqEventSourceMapping,
  RabbitMqEventSourceMappingProps,
  RabbitMqFilter,
} from '../../src';

export const Mapping = RabbitMqEventSourceMapping;

const BROKER = arn('mq', 'broker:mails:b-9bcfa592-423a-4942-879d-eb284b418fc8');

export function smallest({ stack, target, credentials }: Surroundings): RabbitMqEventSourceMappingProps {
  return {
    broker: MqBroker.fromBrokerArn(stack, 'Broker', BROKER),
    queueName: 'mails',
    authentication: MqAuthentication.basic(credentials),
    target,
  };
}

export function fullest({ stack, target, credentials, key }: Surroundings): RabbitMqEventSourceMappingProps {
  return {
    broker: MqBroker.fromBrokerArn(stack, 'Broker', BROKER),
    queueName: 'mails',
    virtualHost: 'shop',
    authentication: MqAuthentication.basic(credentials),
    target,
    batchSize: 20,
    maxBatchingWindow: Duration.seconds(30),
    filters: [RabbitMqFilter.fromPattern({ data: { priority: ['high'] } })],
    filterEncryption: key,
    enabled: false,
    grantAccess: true,
    restrictNetworkInterfacesToLambda: true,
    tags: { team: 'shop' },
  };
}
