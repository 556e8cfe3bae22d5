import { CfnResource } from 'aws-cdk-lib';
import type { CfnSecurityGroup, IConnectable, ISecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { IConstruct } from 'constructs';
import { referredBy } from './references';

/** Where the L1 of a source in a VPC names its security groups. */
const GROUP_PROPERTIES: { readonly [type: string]: (l1: any) => unknown } = { // the L1s have no type in common
  'AWS::MSK::Cluster': (cluster) => cluster.brokerNodeGroupInfo?.securityGroups,
  'AWS::MSK::ServerlessCluster': (cluster) => Array.isArray(cluster.vpcConfigs) && cluster.vpcConfigs.flatMap((one: any) => one.securityGroups ?? []),
  'AWS::AmazonMQ::Broker': (broker) => broker.securityGroups,
  'AWS::DocDB::DBCluster': (cluster) => cluster.vpcSecurityGroupIds,
};

/** The security groups of a source, as far as its construct tells: an L2 has them, an L1 names them. */
export function groupsOf(source: IConstruct): readonly unknown[] {
  const { connections } = source as IConstruct & Partial<IConnectable>;
  if (connections) return connections.securityGroups;
  const l1 = l1Of(source);
  const groups = l1 && GROUP_PROPERTIES[l1.cfnResourceType]?.(l1);
  return Array.isArray(groups) ? groups : [];
}

/** The L1 of a source: itself, or what is under an L2; an import has none. */
export function l1Of(source: IConstruct): CfnResource | undefined {
  const resource = CfnResource.isCfnResource(source) ? source : source.node.defaultChild;
  return CfnResource.isCfnResource(resource) ? resource : undefined;
}

/** The security group of this app that a construct is, or that a text refers to. */
export function groupMadeHere(group: unknown): CfnSecurityGroup | undefined {
  const construct = typeof group === 'string' ? referredBy(group) : group as IConstruct;
  const l1 = construct && l1Of(construct);
  return l1?.cfnResourceType === 'AWS::EC2::SecurityGroup' ? l1 as CfnSecurityGroup : undefined;
}

/** The L2 over a security group, where it has one. */
export function l2Of(group: CfnSecurityGroup): ISecurityGroup | undefined {
  const scope = group.node.scope as IConstruct & Partial<ISecurityGroup>;
  return scope.node.defaultChild === group && scope.connections ? scope as ISecurityGroup : undefined;
}
