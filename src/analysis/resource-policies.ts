import { Statement, statementsOf } from './statements';
import { objectsIn } from '../graph/siblings';
import { Template } from '../graph/template';
import { memoize } from '../model/memoize';
import { isUnknown } from '../model/tokens';

/** Policies of roles, and of keys, of which more is known. */
const OTHERS = /^AWS::(IAM|KMS)::/;
/** A resource that is the policy of another one, and where it has it. */
const POLICY = /^AWS::.*Policy$/;
const DOCUMENTS = ['PolicyDocument', 'ResourcePolicy', 'Policy'];

/**
 * The statements in the policies of resources, of this template and of those that it is linked with.
 *
 * A policy is a separate resource or part of the resource that it is for, and it may allow roles.
 */
export const allowedByResources = memoize((template: Template): readonly Statement[] =>
  template.lookup.templates.flatMap((one) => Object.keys(one.resources).flatMap((id) => allowedByResource(one, id))),
);

function allowedByResource(template: Template, id: string): Statement[] {
  const { type, properties } = template.resource(id) ?? {};
  if (type === undefined || OTHERS.test(type)) return [];
  const isNotKnown = POLICY.test(type) && DOCUMENTS.some((name) => isUnknown(properties![name]));
  const statements = [...objectsIn(properties)].filter(mayAllowRoles);
  return [...(isNotKnown ? [{}] : []), ...statementsOf({ Statement: statements })];
}

/** Whether an object is a statement that names others than services. */
function mayAllowRoles(value: object): boolean {
  const { Principal: principal, Effect: effect } = value as { Principal?: unknown; Effect?: unknown };
  const isStatement = effect !== undefined && (principal !== undefined || 'NotPrincipal' in value);
  return isStatement && !isOfServices(principal);
}

function isOfServices(principal: unknown): boolean {
  if (isUnknown(principal) || typeof principal !== 'object' || principal === null) return false;
  const [first, ...others] = Object.keys(principal);
  return first === 'Service' && others.length === 0;
}
