import type { aws_amazonmq } from 'aws-cdk-lib/interfaces';
import { NamedAt } from '../../model/permissions';
import { SOURCE_ARN } from '../../model/property-paths';
import { SourceAccess } from '../../options/source';
import { NETWORK_INTERFACE_PERMISSION } from '../../permissions/network';
import { reachAt } from '../../permissions/reach';
import { securityGroupsOf } from '../../permissions/security-groups';

const BROKER_SECURITY_GROUPS: NamedAt = { 'AWS::AmazonMQ::Broker': 'securityGroups' };
const PUBLIC: NamedAt = { 'AWS::AmazonMQ::Broker': 'publiclyAccessible' };

/** The access that it takes to reach a broker, which listens at a port that depends on its engine. */
export function brokerAccess(port: number): SourceAccess<aws_amazonmq.IBrokerRef> {
  return {
    permissions: [
      {
        actions: ['mq:DescribeBroker'],
        on: 'source',
        reason: 'Lambda looks up how to reach the broker',
        at: SOURCE_ARN,
      },
      // AWS documents it for every broker; pollers reach one with a public endpoint without it.
      { ...NETWORK_INTERFACE_PERMISSION, at: SOURCE_ARN, unlessTrue: PUBLIC },
    ],
    bind: (broker) => [reachAt([port], securityGroupsOf(broker, BROKER_SECURITY_GROUPS))],
  };
}
