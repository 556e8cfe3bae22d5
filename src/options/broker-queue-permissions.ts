import type { aws_amazonmq } from 'aws-cdk-lib/interfaces';
import { SOURCE_ARN, SourceAccess } from './source';
import { NETWORK_INTERFACE_PERMISSION } from '../access/network';
import { reachAt } from '../access/reach';
import { groupsOf } from '../access/security-groups';
import { NamedAt } from '../engine/permissions';

const SECURITY_GROUPS: NamedAt = { 'AWS::AmazonMQ::Broker': 'securityGroups' };

/** What it takes to reach a broker, which listens at a port that depends on its engine. */
export function brokerAccess(port: number): SourceAccess<aws_amazonmq.IBrokerRef> {
  return {
    permissions: [
      { actions: ['mq:DescribeBroker'], on: 'source', why: 'Lambda looks up how to reach the broker', at: SOURCE_ARN },
      { ...NETWORK_INTERFACE_PERMISSION, at: SOURCE_ARN },
    ],
    bind: (broker) => [reachAt([port], groupsOf(broker, SECURITY_GROUPS))],
  };
}
