import type { aws_amazonmq } from 'aws-cdk-lib/interfaces';
import { NETWORK_INTERFACE_ACCESS } from './network';
import { reachAt } from './reach';
import { groupsOf } from './security-groups';
import { Access, Wiring } from '../engine/contract';

/** Where the brokers of an engine listen. */
const PORTS = { activeMq: 61617, rabbitMq: 5671 };

/** What it takes to reach a broker. */
export function brokerAccess(broker: aws_amazonmq.IBrokerRef, engine: keyof typeof PORTS): (Access | Wiring)[] {
  return [
    { actions: ['mq:DescribeBroker'], resources: [broker.brokerRef.brokerArn], why: 'Lambda looks up how to reach the broker' },
    NETWORK_INTERFACE_ACCESS,
    reachAt([PORTS[engine]], groupsOf(broker)),
  ];
}
