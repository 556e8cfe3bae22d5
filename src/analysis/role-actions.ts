import { AppVersion } from './app-version';
import { matchesAction, statementsOf } from './statements';
import { textOf } from '../graph/references';
import { Template } from '../graph/template';
import { Resource } from '../model/contract';

/** The rights that a role no longer has after an update. */
export interface Loss {
  /** The role as both versions of the app know it. */
  readonly role: string;
  readonly actions: readonly string[];
  /** AWS's own policies. */
  readonly managedPolicies: readonly string[];
}

interface Rights {
  readonly actions: Set<string>;
  readonly managedPolicies: Set<string>;
}

/** The rights of a role, by the resources that give them: policies, and the role itself. */
type Holders = Map<string, Rights>;

const ROLE = 'AWS::IAM::Role';
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/** The actions of the policies of each role that no policy of it has after an update, whatever the resources are. */
export function lostRights(before: AppVersion, after: AppVersion): Loss[] {
  return changedRoles(before, after, (old, young) => {
    const [had, kept] = [old, young].map(allRights);
    return {
      actions: [...had.actions].filter((action) => !allows(kept, action)),
      managedPolicies: [...had.managedPolicies].filter((policy) => !kept.managedPolicies.has(policy)),
    };
  });
}

/**
 * The rights of each role that may be gone for a moment in an update, although the role has them before and after.
 *
 * CloudFormation updates in any order, but a role before the policies that name it, and deletes policies last.
 */
export function interruptedRights(before: AppVersion, after: AppVersion): Loss[] {
  return changedRoles(before, after, (old, young) => {
    const updated = [...old].filter(([holder]) => young.has(holder));
    const deletedLast = [...old].filter(([holder]) => !young.has(holder)).map(([, rights]) => rights);
    const isKept = (action: string) =>
      deletedLast.some((rights) => allows(rights, action)) ||
      updated.some(([holder, rights]) => allows(rights, action) && allows(young.get(holder)!, action));
    const now = allRights(young);
    const isMoved = (action: string) => allows(now, action) && !isKept(action);
    return {
      actions: updated.flatMap(([, { actions }]) => [...actions].filter(isMoved)),
      // Nobody knows which of their actions the role has from another policy then.
      managedPolicies: updated.flatMap(([, rights]) =>
        [...rights.managedPolicies].filter((policy) => !now.managedPolicies.has(policy)),
      ),
    };
  });
}

type Compare = (old: Holders, young: Holders) => Omit<Loss, 'role'>;

/** The findings of a comparison, for each role that both versions have. */
function changedRoles(before: AppVersion, after: AppVersion, compare: Compare): Loss[] {
  const young = holdersOf(after);
  return [...holdersOf(before)].flatMap(([role, old]) => {
    const now = young.get(role);
    if (now === undefined) return [];
    const { actions, managedPolicies } = compare(old, now);
    const found = { role, actions: [...new Set(actions)].sort(), managedPolicies: [...managedPolicies].sort() };
    return actions.length + managedPolicies.length > 0 ? [found] : [];
  });
}

function allows({ actions }: Rights, action: string): boolean {
  return [...actions].some((pattern) => matchesAction(pattern, action));
}

function allRights(holders: Holders): Rights {
  const all = [...holders.values()];
  return {
    actions: new Set(all.flatMap(({ actions }) => [...actions])),
    managedPolicies: new Set(all.flatMap(({ managedPolicies }) => [...managedPolicies])),
  };
}

function holdersOf(version: AppVersion): ReadonlyMap<string, Holders> {
  const roles = new Map<string, Holders>();
  for (const template of version.templates.values()) {
    const rightsOf = (role: unknown, holder: Resource): Rights => {
      const key = version.keyOf(role, template);
      const holders = roles.get(key) ?? new Map<string, Rights>();
      const name = version.keyOf({ Ref: holder.id }, template);
      const rights = holders.get(name) ?? { actions: new Set(), managedPolicies: new Set() };
      roles.set(key, holders.set(name, rights));
      return rights;
    };
    for (const role of template.all(ROLE)) addOwn(rightsOf({ Ref: role.id }, role), role, template);
    for (const policy of POLICIES.flatMap((type) => template.all(type))) {
      const { Roles, RoleName, PolicyDocument } = policy.properties;
      const named = [Roles ?? [], RoleName ?? []].flat();
      named.forEach((role) => addStatements(rightsOf(role, policy), PolicyDocument));
    }
  }
  return roles;
}

function addOwn(rights: Rights, { properties: { Policies, ManagedPolicyArns } }: Resource, template: Template): void {
  for (const policy of [Policies ?? []].flat()) {
    addStatements(rights, (policy as { PolicyDocument?: unknown }).PolicyDocument);
  }
  for (const arn of [ManagedPolicyArns ?? []].flat()) {
    const policy = template.find(arn);
    const [, name] = /:policy\/(.+)$/.exec(textOf(arn) ?? '') ?? [];
    if (policy) addStatements(rights, policy.properties.PolicyDocument);
    else if (name !== undefined) rights.managedPolicies.add(name);
  }
}

function addStatements({ actions }: Rights, document: unknown): void {
  statementsOf(document)
    .flatMap((statement) => statement.actions ?? [])
    .forEach((action) => actions.add(action));
}
