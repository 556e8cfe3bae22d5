import { CfnResource } from 'aws-cdk-lib';
import type { CfnSecurityGroup, IConnectable, ISecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { IConstruct } from 'constructs';
import { namedBy } from './named-by';
import { referredBy } from './references';
import { NamedAt } from '../model/permissions';

/** The security groups of a source, as far as its construct tells: an L2 has them, an L1 names them at a property. */
export function securityGroupsOf(source: IConstruct, groupsIn: NamedAt): readonly unknown[] {
  const { connections } = source as IConstruct & Partial<IConnectable>;
  if (connections) return connections.securityGroups;
  const l1 = l1Of(source);
  return l1 ? namedBy(l1, groupsIn).filter(Array.isArray).flat() : [];
}

/** The L1 of a source: itself, or what is under an L2; an import has none. */
export function l1Of(source: IConstruct): CfnResource | undefined {
  const resource = CfnResource.isCfnResource(source) ? source : source.node.defaultChild;
  return CfnResource.isCfnResource(resource) ? resource : undefined;
}

/** The security group of this app that a construct is, or that a text refers to. */
export function groupMadeHere(group: unknown): CfnSecurityGroup | undefined {
  const construct = typeof group === 'string' ? referredBy(group) : (group as IConstruct);
  const l1 = construct && l1Of(construct);
  return l1?.cfnResourceType === 'AWS::EC2::SecurityGroup' ? (l1 as CfnSecurityGroup) : undefined;
}

/** The L2 over a security group, where it has one. */
export function l2Of(group: CfnSecurityGroup): ISecurityGroup | undefined {
  const scope = group.node.scope as IConstruct & Partial<ISecurityGroup>;
  return scope.node.defaultChild === group && scope.connections ? (scope as ISecurityGroup) : undefined;
}
