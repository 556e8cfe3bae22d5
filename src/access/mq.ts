import type { aws_amazonmq } from 'aws-cdk-lib/interfaces';
import { NETWORK_INTERFACE_ACCESS } from './network';
import { Access } from '../engine/contract';

/** What it takes to reach a broker. */
export function brokerAccess(broker: aws_amazonmq.IBrokerRef): Access[] {
  return [
    { actions: ['mq:DescribeBroker'], resources: [broker.brokerRef.brokerArn], why: 'Lambda looks up how to reach the broker' },
    NETWORK_INTERFACE_ACCESS,
  ];
}
