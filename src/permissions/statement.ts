import { Effect, IPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ResolvedPermission } from '../model/permissions';

/** A permission as a statement: of a role's policy, or with a principal, of a resource's. */
export function statementOf(permission: ResolvedPermission, ...principals: IPrincipal[]): PolicyStatement {
  const { actions, resources, conditions, denied } = permission;
  const effect = denied ? Effect.DENY : Effect.ALLOW;
  return new PolicyStatement({ effect, principals, actions: [...actions], resources: [...resources], conditions });
}
