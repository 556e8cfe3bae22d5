import { CfnResource, Token } from 'aws-cdk-lib';
import { CfnSecurityGroup, CfnSecurityGroupEgress, CfnSecurityGroupIngress } from 'aws-cdk-lib/aws-ec2';
import { IConstruct } from 'constructs';
import { groupMadeHere } from './security-groups';

const DESCRIPTION = 'Pollers of Lambda event source mappings';

/** The properties of a security group's rule, of either direction. */
interface SecurityGroupRule {
  readonly ipProtocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly groupId?: string;
  readonly sourceSecurityGroupId?: string;
  readonly destinationSecurityGroupId?: string;
  readonly cidrIp?: string;
}

const made = new WeakSet<CfnResource>();

/**
 * Lets the members of a security group reach each other at a port.
 *
 * EC2 refuses a rule that is there already. Whether the app has one is asked at synthesis, because it may be made later
 * than this one.
 */
export function ownIngress(scope: IConstruct, id: string, group: CfnSecurityGroup, port: number): CfnResource {
  const rule = new CfnSecurityGroupIngress(scope, id, {
    ...tcp(port),
    groupId: group.attrGroupId,
    sourceSecurityGroupId: group.attrGroupId,
  });
  return onlyIf(rule, () => {
    const others = rulesOf(group, 'AWS::EC2::SecurityGroupIngress', group.securityGroupIngress).filter(
      (one) => one !== (rule as SecurityGroupRule),
    );
    return !others.some((one) => groupMadeHere(one.sourceSecurityGroupId) === group && covers(one, port));
  });
}

/** The same for what goes out, where the group does not let everything out. */
export function ownEgress(scope: IConstruct, id: string, group: CfnSecurityGroup, port: number): CfnResource {
  const rule = new CfnSecurityGroupEgress(scope, id, {
    ...tcp(port),
    groupId: group.attrGroupId,
    destinationSecurityGroupId: group.attrGroupId,
  });
  return onlyIf(rule, () => {
    const { securityGroupEgress } = group;
    // CloudFormation lets everything out of a group that says nothing.
    if (!Array.isArray(securityGroupEgress) || securityGroupEgress.length === 0) return false;
    const others = rulesOf(group, 'AWS::EC2::SecurityGroupEgress', securityGroupEgress).filter(
      (one) => one !== (rule as SecurityGroupRule),
    );
    return !others.some(
      (one) =>
        (one.cidrIp === '0.0.0.0/0' || groupMadeHere(one.destinationSecurityGroupId) === group) && covers(one, port),
    );
  });
}

/** Whether a rule is one of ours. */
export function isOwn(rule: IConstruct): boolean {
  return made.has(rule as CfnResource);
}

/** A class of ours would load all of aws-ec2 for those who have no network at all. */
function onlyIf(rule: CfnResource, isNeeded: () => boolean): CfnResource {
  made.add(rule);
  return Object.assign(rule, { shouldSynthesize: isNeeded });
}

function tcp(port: number) {
  return { ipProtocol: 'tcp', fromPort: port, toPort: port, description: DESCRIPTION };
}

/** All rules of a group in the app: those of its own property, and those that are resources. */
function rulesOf(group: CfnSecurityGroup, type: string, inline: unknown): SecurityGroupRule[] {
  const all = group.node.root.node.findAll() as (IConstruct & SecurityGroupRule)[];
  const resources = all.filter(
    (one) => CfnResource.isCfnResource(one) && one.cfnResourceType === type && groupMadeHere(one.groupId) === group,
  );
  return [...(Array.isArray(inline) ? (inline as SecurityGroupRule[]) : []), ...resources];
}

/** A port that is not known may be the same. */
function covers({ ipProtocol, fromPort, toPort }: SecurityGroupRule, port: number): boolean {
  if (String(ipProtocol) === '-1') return true;
  if (!['tcp', '6'].includes(String(ipProtocol))) return false;
  return (
    Token.isUnresolved(fromPort) || Token.isUnresolved(toPort) || (Number(fromPort) <= port && port <= Number(toPort))
  );
}
