import { CfnResource, Stack } from 'aws-cdk-lib';
import { CfnSecurityGroup, ISecurityGroup, Port } from 'aws-cdk-lib/aws-ec2';
import { IConstruct } from 'constructs';
import { isOwn, ownEgress, ownIngress } from './own-rules';
import { groupMadeHere, l2Of } from './security-groups';
import { BindHook } from '../model/contract';

/**
 * Lets Lambda's pollers reach a source at these ports.
 *
 * The network interfaces of pollers have the security groups of the source, so that members of a group have to reach
 * each other. A group that was imported is left alone: what rules it has is not known.
 */
export function reachAt(ports: readonly number[], groups: readonly unknown[]): BindHook<IConstruct> {
  return (mapping) => {
    const made = groups.map(groupMadeHere).filter((group) => group !== undefined);
    for (const group of made) {
      const rules = ports.flatMap((port) => rulesFor(group, port));
      // Of another stack, which mostly comes first anyway, nothing is known of what it waits for.
      if (Stack.of(group) === Stack.of(mapping)) mapping.node.addDependency(...rules);
    }
    return undefined;
  };
}

function rulesFor(group: CfnSecurityGroup, port: number): IConstruct[] {
  const l2 = l2Of(group);
  return l2 ? rulesOfL2(l2, group, port) : rulesOfL1(group, port);
}

function rulesOfL1(group: CfnSecurityGroup, port: number): IConstruct[] {
  return [
    group.node.tryFindChild(`in:${port}`) ?? ownIngress(group, `in:${port}`, group, port),
    group.node.tryFindChild(`out:${port}`) ?? ownEgress(group, `out:${port}`, group, port),
  ];
}

/**
 * The L2 makes no rule twice. Ours takes the id that the L2 gave it, so that it stays what it is when the app makes the
 * same rule itself.
 */
function rulesOfL2(l2: ISecurityGroup, group: CfnSecurityGroup, port: number): IConstruct[] {
  const before = new Set(l2.node.children);
  // The rules of connections.allowInternally, without its warning of an egress rule where all egress is allowed.
  l2.addIngressRule(l2, Port.tcp(port));
  if (!l2.allowAllOutbound) l2.addEgressRule(l2, Port.tcp(port));
  const isIngress = (one: IConstruct) =>
    CfnResource.isCfnResource(one) && one.cfnResourceType === 'AWS::EC2::SecurityGroupIngress';
  for (const {
    node: { id },
  } of l2.node.children.filter((one) => !before.has(one) && isIngress(one))) {
    l2.node.tryRemoveChild(id);
    ownIngress(l2, id, group, port);
  }
  return l2.node.children.filter(isOwn);
}
