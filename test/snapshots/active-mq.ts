import { Duration } from 'aws-cdk-lib';
import { arn, Surroundings } from './surroundings';
import {
  ActiveMqEventSourceMapping,
  ActiveMqEventSourceMappingProps,
  ActiveMqFilter,
  MqAuthentication,
  MqBroker,
} from '../../src';

export const Mapping = ActiveMqEventSourceMapping;

const BROKER = arn('mq', 'broker:tickets:b-9bcfa592-423a-4942-879d-eb284b418fc8');

export function smallest({ stack, target, credentials }: Surroundings): ActiveMqEventSourceMappingProps {
  return {
    broker: MqBroker.fromBrokerArn(stack, 'Broker', BROKER),
    queueName: 'tickets',
    authentication: MqAuthentication.basic(credentials),
    target,
  };
}

export function fullest({ stack, target, credentials, key }: Surroundings): ActiveMqEventSourceMappingProps {
  return {
    broker: MqBroker.fromBrokerArn(stack, 'Broker', BROKER),
    queueName: 'tickets',
    authentication: MqAuthentication.basic(credentials),
    target,
    batchSize: 20,
    maxBatchingWindow: Duration.seconds(30),
    filters: [ActiveMqFilter.fromPattern({ data: { priority: ['high'] } })],
    filterEncryption: key,
    enabled: false,
    grantAccess: true,
    restrictNetworkInterfacesToLambda: true,
    tags: { team: 'shop' },
  };
}
