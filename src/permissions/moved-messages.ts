import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { KeyPermission } from './key-permission';
import { keyGivenTo, keyOf } from './keys';
import { permitLater } from './late-permissions';
import { namedBy } from './named-by';
import { referredBy } from './references';
import { l1Of } from './security-groups';
import { BindHook } from '../model/contract';
import { NamedAt } from '../model/permissions';

/** A permission on the keys of other resources that name this one. */
export interface NamingKeyPermission extends KeyPermission {
  readonly ofNaming: NamedAt;
}

/**
 * Lets the role use the keys of the resources of this app that hand on to a source what they hold, encrypted as it is.
 *
 * They may be made after the mapping, so that they are looked for when all is made.
 */
export function useKeysOfNaming(
  permission: NamingKeyPermission,
  source: IConstruct,
  arn: string,
): BindHook<IConstruct> {
  return (mapping) => {
    permitLater(mapping, () => {
      const all = resourcesAround(mapping).filter((one) =>
        namesSource(namedBy(one, permission.ofNaming)[0], source, arn),
      );
      const stacks = [mapping, source].map((one) => Stack.of(one));
      const resources = all
        .map((one) => keyWithin(stacks, constructOf(one), permission.keyIn))
        .filter((key) => key !== undefined);
      const { actions, reason } = permission;
      return resources.length === 0 ? [] : [{ actions, reason, resources }];
    });
    return undefined;
  };
}

/** The key's ARN. That of another stack, which waits for the source's, would make both wait for each other. */
function keyWithin(stacks: readonly Stack[], resource: IConstruct, keyIn: NamedAt): string | undefined {
  const arn = keyOf(resource, keyIn)?.arn;
  if (arn === undefined || !Token.isUnresolved(arn)) return arn;
  const key = keyGivenTo(resource) ?? referredBy(arn);
  return key && stacks.includes(Stack.of(key)) ? arn : undefined;
}

function namesSource(named: unknown, source: IConstruct, arn: string): boolean {
  if (named === undefined) return false;
  return named === arn || (l1Of(source) !== undefined && referredBy(named) === l1Of(source));
}

/** The L2 over an L1, which knows the key's construct. */
function constructOf(l1: CfnResource): IConstruct {
  const { scope } = l1.node;
  return scope?.node.defaultChild === l1 ? scope : l1;
}

interface Known {
  readonly resources: readonly CfnResource[];
  readonly asked: WeakSet<IConstruct>;
}

const known = new WeakMap<IConstruct, Known>();

/** All resources of the app: looked for once a synthesis, in which each mapping asks once. */
function resourcesAround(mapping: IConstruct): readonly CfnResource[] {
  const { root } = mapping.node;
  const before = known.get(root);
  if (before !== undefined && !before.asked.has(mapping)) {
    before.asked.add(mapping);
    return before.resources;
  }
  const resources = root.node.findAll().filter(CfnResource.isCfnResource);
  known.set(root, { resources, asked: new WeakSet([mapping]) });
  return resources;
}
