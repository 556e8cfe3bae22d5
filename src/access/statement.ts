import { Effect, IPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Access } from '../engine/contract';

/** Access as a statement: of a role's policy, or with a principal, of a resource's. */
export function statementOf({ actions, resources, conditions, denied }: Access, ...principals: IPrincipal[]): PolicyStatement {
  const effect = denied ? Effect.DENY : Effect.ALLOW;
  return new PolicyStatement({ effect, principals, actions: [...actions], resources: [...resources], conditions });
}
