import { CfnResource, Token } from 'aws-cdk-lib';
import { CfnSecurityGroup, CfnSecurityGroupEgress, CfnSecurityGroupIngress } from 'aws-cdk-lib/aws-ec2';
import { IConstruct } from 'constructs';
import { groupMadeHere } from './security-groups';

const DESCRIPTION = 'Pollers of Lambda event source mappings';

/** What a rule of either direction says. */
interface Rule {
  readonly ipProtocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly groupId?: string;
  readonly sourceSecurityGroupId?: string;
  readonly destinationSecurityGroupId?: string;
  readonly cidrIp?: string;
}

/**
 * Lets the members of a security group reach each other at a port.
 *
 * EC2 refuses a rule that is there already. Whether the app has one is asked at synthesis, because it may be made later than this one.
 */
export class OwnIngress extends CfnSecurityGroupIngress {
  constructor(scope: IConstruct, id: string, private readonly group: CfnSecurityGroup, private readonly port: number) {
    super(scope, id, { ...tcp(port), groupId: group.attrGroupId, sourceSecurityGroupId: group.attrGroupId });
  }

  protected shouldSynthesize(): boolean {
    const others = rulesOf(this.group, 'AWS::EC2::SecurityGroupIngress', this.group.securityGroupIngress).filter((one) => one !== (this as Rule));
    return !others.some((one) => groupMadeHere(one.sourceSecurityGroupId) === this.group && covers(one, this.port));
  }
}

/** The same for what goes out, where the group does not let everything out. */
export class OwnEgress extends CfnSecurityGroupEgress {
  constructor(scope: IConstruct, id: string, private readonly group: CfnSecurityGroup, private readonly port: number) {
    super(scope, id, { ...tcp(port), groupId: group.attrGroupId, destinationSecurityGroupId: group.attrGroupId });
  }

  protected shouldSynthesize(): boolean {
    const { securityGroupEgress } = this.group;
    // CloudFormation lets everything out of a group that says nothing.
    if (!Array.isArray(securityGroupEgress) || securityGroupEgress.length === 0) return false;
    const others = rulesOf(this.group, 'AWS::EC2::SecurityGroupEgress', securityGroupEgress).filter((one) => one !== (this as Rule));
    return !others.some((one) => (one.cidrIp === '0.0.0.0/0' || groupMadeHere(one.destinationSecurityGroupId) === this.group) && covers(one, this.port));
  }
}

function tcp(port: number) {
  return { ipProtocol: 'tcp', fromPort: port, toPort: port, description: DESCRIPTION };
}

/** All rules of a group in the app: those of its own property, and those that are resources. */
function rulesOf(group: CfnSecurityGroup, type: string, inline: unknown): Rule[] {
  const all = group.node.root.node.findAll() as (IConstruct & Rule)[];
  const resources = all.filter((one) => CfnResource.isCfnResource(one) && one.cfnResourceType === type && groupMadeHere(one.groupId) === group);
  return [...(Array.isArray(inline) ? inline as Rule[] : []), ...resources];
}

/** A port that is not known may be the same. */
function covers({ ipProtocol, fromPort, toPort }: Rule, port: number): boolean {
  if (String(ipProtocol) === '-1') return true;
  if (!['tcp', '6'].includes(String(ipProtocol))) return false;
  return Token.isUnresolved(fromPort) || Token.isUnresolved(toPort) || (Number(fromPort) <= port && port <= Number(toPort));
}
