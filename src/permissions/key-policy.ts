import { AddToResourcePolicyResult, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { accessProblem, KEY_POLICY_NOT_CHANGED } from './problems';
import { statementOf } from './statement';
import { BindHook } from '../model/contract';
import { ResolvedPermission } from '../model/permissions';

interface MaybeChangeable extends IConstruct {
  addToResourcePolicy?(statement: PolicyStatement): AddToResourcePolicyResult;
}

/**
 * Lets Lambda itself use a key, in the key's own policy; where the key is an L1 or an import, says what has to be
 * there.
 */
export function lambdaUses(key: MaybeChangeable, permission: ResolvedPermission): BindHook<IConstruct> {
  return () => {
    const statement = statementOf(permission, new ServicePrincipal('lambda.amazonaws.com'));
    // The policy is a part of the key, to which the mapping refers: no other dependency is needed.
    const { statementAdded = false } = key.addToResourcePolicy?.(statement) ?? {};
    if (statementAdded) return undefined;
    const allowed = `${permission.actions.join(', ')} to lambda.amazonaws.com (${permission.reason})`;
    return accessProblem(
      KEY_POLICY_NOT_CHANGED,
      `the policy of the key at ${key.node.path} can't be changed: let it allow ${allowed}`,
    );
  };
}
