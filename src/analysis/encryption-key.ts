import { textOf } from '../graph/references';
import { Template } from '../graph/template';
import { Properties, Resource } from '../model/contract';
import { NamedAt } from '../model/permissions';
import { isPresent, isUnknown } from '../model/tokens';

/** The key of the template that a resource names, if a role needs a separate permission to use it. */
export function keyToAllow(resource: Resource, keyIn: NamedAt, template: Template): Resource | undefined {
  const named = resource.own === undefined ? valuesNamed(resource, keyIn) : [];
  // Replicas name one key for each Region.
  const key = named.length === 1 ? template.find(named[0]) : undefined;
  return key?.type === 'AWS::KMS::Key' && key.own === undefined && leavesItToRoles(key) ? key : undefined;
}

/** The values that a resource has at a property, whose path is one of L1 names. */
export function valuesNamed({ type, properties }: Resource, at: NamedAt): unknown[] {
  const path = at[type];
  return path === undefined ? [] : valuesInAnyCase(properties, path.split('.'));
}

/** L1s spell the names of CloudFormation in another case. */
function valuesInAnyCase(value: unknown, [step, ...inner]: readonly string[]): unknown[] {
  if (step === undefined) return [value];
  if (isUnknown(value) || typeof value !== 'object' || value === null) return [];
  const name = step.replace('[]', '').toLowerCase();
  const children = Object.entries(value).filter(([key]) => key.toLowerCase() === name);
  return children.flatMap(([, child]) => child as unknown).flatMap((child) => valuesInAnyCase(child, inner));
}

/** Whether a key's policy names its account and services only: then the policies of roles decide. */
function leavesItToRoles({ properties: { KeyPolicy: policy } }: Resource): boolean {
  // The policy that a key has by default.
  if (isPresent(policy) === false) return true;
  const { Statement: statements } = Object(policy) as { Statement?: unknown };
  return !isUnknown(policy) && isPresent(statements) === true && [statements].flat().every(isOfAccountOrService);
}

function isOfAccountOrService(statement: unknown): boolean {
  if (isUnknown(statement) || typeof statement !== 'object' || statement === null) return false;
  const { Effect, Principal } = statement as Properties;
  if (Effect === 'Deny') return true;
  if (isUnknown(Principal) || typeof Principal !== 'object' || Principal === null) return false;
  const { AWS: accounts = [], Service, ...others } = Principal as Properties;
  return Object.keys(others).length === 0 && [accounts].flat().every(isAccount);
}

/** The account as a principal is written as the ARN of its root. */
function isAccount(principal: unknown): boolean {
  return /:root$/.test(textOf(principal) ?? '');
}
