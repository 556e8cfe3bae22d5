import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { KeyPermission } from './key-permission';
import { keyGivenTo, customerKeyOf } from './keys';
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
  return (mapping, _target, access) => {
    access.allowLater(() => {
      const resources = namesAround(mapping, permission.ofNaming)
        .naming(source, arn)
        .map((one) => keyWithin([mapping, source], constructOf(one), permission.keyIn))
        .filter((key) => key !== undefined);
      const { actions, reason } = permission;
      return resources.length === 0 ? [] : [{ actions, reason, resources }];
    });
    return undefined;
  };
}

/** The key's ARN. A key of another stack, which waits for the source's, would make both wait for each other. */
function keyWithin(places: readonly IConstruct[], resource: IConstruct, keyIn: NamedAt): string | undefined {
  const arn = customerKeyOf(resource, keyIn)?.arn;
  if (arn === undefined || !Token.isUnresolved(arn)) return arn;
  const key = keyGivenTo(resource) ?? referredBy(arn);
  return key && places.some((place) => Stack.of(place) === Stack.of(key)) ? arn : undefined;
}

/** The L2 over an L1, which knows the key's construct. */
function constructOf(l1: CfnResource): IConstruct {
  const { scope } = l1.node;
  return scope?.node.defaultChild === l1 ? scope : l1;
}

/** The resources of an app by the value of one of their properties: a text, and the construct that it refers to. */
class ResourcesByName {
  private readonly resources = new Map<unknown, CfnResource[]>();

  constructor(root: IConstruct, namedAt: NamedAt) {
    for (const resource of root.node.findAll().filter(CfnResource.isCfnResource)) {
      const [named] = namedBy(resource, namedAt);
      for (const key of [named, referredBy(named)]) if (key !== undefined) this.add(key, resource);
    }
  }

  public naming(source: IConstruct, arn: string): CfnResource[] {
    const found = [l1Of(source), arn].flatMap((key) => this.resources.get(key) ?? []);
    return [...new Set(found)];
  }

  private add(key: unknown, resource: CfnResource): void {
    const same = this.resources.get(key) ?? [];
    this.resources.set(key, same);
    same.push(resource);
  }
}

interface Known {
  readonly names: ResourcesByName;
  readonly asked: WeakSet<IConstruct>;
}

const resourcesByApp = new WeakMap<IConstruct, Map<NamedAt, Known>>();

/** The names in the mapping's app: looked for once a synthesis, in which each mapping asks once. */
function namesAround(mapping: IConstruct, namedAt: NamedAt): ResourcesByName {
  const { root } = mapping.node;
  const ofApp = resourcesByApp.get(root) ?? new Map<NamedAt, Known>();
  resourcesByApp.set(root, ofApp);
  const before = ofApp.get(namedAt);
  if (before !== undefined && !before.asked.has(mapping)) {
    before.asked.add(mapping);
    return before.names;
  }
  const names = new ResourcesByName(root, namedAt);
  ofApp.set(namedAt, { names, asked: new WeakSet([mapping]) });
  return names;
}
