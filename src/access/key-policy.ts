import { Annotations } from 'aws-cdk-lib';
import { AddToResourcePolicyResult, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { Access } from '../engine/contract';

interface MaybeChangeable extends IConstruct {
  addToResourcePolicy?(statement: PolicyStatement): AddToResourcePolicyResult;
}

/** Lets Lambda itself use a key, in the key's own policy; where the key is an L1 or an import, says what has to be there. */
export function allowLambda(mapping: IConstruct, { keyPolicyOf, actions, resources, conditions, why }: Access): void {
  const key = keyPolicyOf as MaybeChangeable;
  const statement = new PolicyStatement({
    principals: [new ServicePrincipal('lambda.amazonaws.com')],
    actions: [...actions],
    resources: [...resources],
    conditions,
  });
  // The policy is a part of the key, to which the mapping refers: no other dependency is needed.
  const { statementAdded = false } = key.addToResourcePolicy?.(statement) ?? {};
  if (!statementAdded) {
    Annotations.of(mapping).addWarningV2(
      'mapping-key-policy-not-changed',
      `the policy of the key at ${key.node.path} can't be changed: let it allow ${actions.join(', ')} to lambda.amazonaws.com (${why})`,
    );
  }
}
