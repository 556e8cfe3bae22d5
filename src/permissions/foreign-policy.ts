import { CfnResource } from 'aws-cdk-lib';
import { ArnPrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { IConstruct } from 'constructs';
import { deployBefore, twoAccounts } from './accounts';
import { arnPart } from './arn-parts';
import { accessProblem, SOURCE_NOT_SHARED } from './problems';
import { statementFor, written } from './sharing';
import { statementOf } from './statement';
import { BindHook } from '../model/contract';
import { Permission, ResolvedPermission } from '../model/permissions';

/** A source of another account of which only the ARN is known, and whose policy is a resource. */
export interface ForeignSource {
  /** The name of the source in messages: 'the cluster'. */
  readonly what: string;
  readonly arn: string;
  /** The type of the resource that is its policy, and the property of its L1 that names the source. */
  readonly policyType: string;
  readonly namedAt: string;
  /** The permission that the account that deploys needs, and not the role. */
  readonly connect: Permission;
  readonly permissions: readonly ResolvedPermission[];
}

/** Says what the policy of such a source needs, unless the app has the policy. */
export function shareForeign(target: IFunction, source: ForeignSource): BindHook<IConstruct> {
  const { what, arn, connect, permissions } = source;
  return (mapping) => {
    const accounts = twoAccounts(mapping, mapping, arn);
    if (!accounts) return undefined;
    const policy = mapping.node.root.node.findAll().find((one) => isPolicyOf(one, source));
    if (policy) {
      deployBefore(mapping, policy);
      return undefined;
    }
    const account = new ArnPrincipal(`arn:${arnPart(arn, ':', 1)}:iam::${accounts.reader}:root`);
    const statements = [
      statementOf({ ...connect, conditions: undefined, resources: [arn] }, account),
      ...permissions.map((one) => statementFor(target, accounts, mapping, one)),
    ];
    return accessProblem(
      SOURCE_NOT_SHARED,
      `${what} is of account ${accounts.owner}: attach this policy to it before the stack is deployed, ` +
        `or Lambda refuses the mapping: ${written(mapping, ...statements)}`,
    );
  };
}

function isPolicyOf(construct: IConstruct, { arn, policyType, namedAt }: ForeignSource): boolean {
  return (
    CfnResource.isCfnResource(construct) &&
    construct.cfnResourceType === policyType &&
    (construct as CfnResource & { readonly [property: string]: unknown })[namedAt] === arn
  );
}
