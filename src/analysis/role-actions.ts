import { AppVersion } from './app-version';
import { matchesAction, statementsOf } from './statements';
import { textOf } from '../graph/references';
import { Template } from '../graph/template';
import { Resource } from '../model/contract';

/** What a role no longer has after an update. */
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

const ROLE = 'AWS::IAM::Role';
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/** The actions of the policies of each role that no policy of it has after an update, whatever the resources are. */
export function lostRights(before: AppVersion, after: AppVersion): Loss[] {
  const young = rightsOf(after);
  return [...rightsOf(before)].flatMap(([role, { actions, managedPolicies }]) => {
    const kept = young.get(role);
    if (kept === undefined) return [];
    const isLost = (action: string) => ![...kept.actions].some((pattern) => matchesAction(pattern, action));
    const loss = {
      role,
      actions: [...actions].filter(isLost).sort(),
      managedPolicies: [...managedPolicies].filter((policy) => !kept.managedPolicies.has(policy)).sort(),
    };
    return loss.actions.length + loss.managedPolicies.length > 0 ? [loss] : [];
  });
}

function rightsOf(version: AppVersion): ReadonlyMap<string, Rights> {
  const rights = new Map<string, Rights>();
  const of = (role: unknown, template: Template) => {
    const key = version.keyOf(role, template);
    if (!rights.has(key)) rights.set(key, { actions: new Set(), managedPolicies: new Set() });
    return rights.get(key)!;
  };
  for (const template of version.templates.values()) {
    for (const role of template.all(ROLE)) addOwn(of({ Ref: role.id }, template), role, template);
    for (const { properties } of POLICIES.flatMap((type) => template.all(type))) {
      const roles = [properties.Roles ?? [], properties.RoleName ?? []].flat();
      roles.forEach((role) => addStatements(of(role, template), properties.PolicyDocument));
    }
  }
  return rights;
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
