import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import { AddToResourcePolicyResult, ArnPrincipal, IRole, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { IConstruct } from 'constructs';
import { Accounts, deployBefore, twoAccounts } from './accounts';
import { arnPart } from './arn-parts';
import { keyGivenTo, customerKeyOf } from './keys';
import { accessProblem, SOURCE_NOT_SHARED } from './problems';
import { statementOf } from './statement';
import { BindHook } from '../model/contract';
import { NamedAt, Permission, ResolvedPermission } from '../model/permissions';

/** A construct whose resource policy may take statements; an import does not, and says so. */
export interface Shareable extends IConstruct {
  addToResourcePolicy?(statement: PolicyStatement): AddToResourcePolicyResult;
}

/** A source that the policy of the source itself lets another account read. */
export interface Share {
  /** The name of the source in messages: 'the queue'. */
  readonly what: string;
  readonly source: IConstruct;
  readonly arn: string;
  /** The actions that the policy has to allow. */
  readonly permission: Pick<Permission, 'actions' | 'reason'>;
  /** Whether the source's `addToResourcePolicy` is for this policy: that of a table is not for its stream. */
  readonly takesStatements?: boolean;
  /** The property at which the source names its key. */
  readonly keyIn?: NamedAt;
}

/**
 * Lets the function's role read a source of another account, in the policy of the source; where it can't be changed,
 * says what has to be there.
 */
export function shareAcrossAccounts(target: IFunction, share: Share): BindHook<IConstruct> {
  return (mapping) => {
    const { source, arn, permission, keyIn } = share;
    const accounts = twoAccounts(mapping, source, arn);
    if (!accounts) return undefined;
    const statement = statementFor(target, accounts, source, { ...permission, resources: [arn] });
    const isShared = share.takesStatements !== false && added(source, statement);
    const keyNote = shareKey(target, accounts, source, keyIn);
    if (isShared) deployBefore(mapping, source);
    if (isShared && keyNote === undefined) return undefined;
    const { what } = share;
    const notes = isShared
      ? [keyNote]
      : [
          `${what} is of account ${accounts.owner}: attach this policy to it before the stack is deployed, ` +
            `or Lambda refuses the mapping: ${written(mapping, statement)}`,
          keyNote,
        ];
    return accessProblem(SOURCE_NOT_SHARED, notes.filter(Boolean).join('. '));
  };
}

function added(resource: Shareable, statement: PolicyStatement): boolean {
  return resource.addToResourcePolicy?.(statement).statementAdded ?? false;
}

/** Shares the customer managed key of a source, or gives back what is left to do. */
function shareKey(target: IFunction, accounts: Accounts, source: IConstruct, keyIn: NamedAt = {}): string | undefined {
  const key = keyGivenTo(source);
  const permission = { actions: ['kms:Decrypt'], resources: ['*'], reason: 'the source is encrypted with this key' };
  if (key && added(key, statementFor(target, accounts, source, permission))) return undefined;
  const named = customerKeyOf(source, keyIn);
  return named && `The policy of its key (${named.name}) has to allow kms:Decrypt to the role too`;
}

/**
 * The account of the function, under the condition that its role asks, where the role's ARN is known.
 *
 * The role itself would be refused as long as it does not exist, and it is made after the source's stack: the mapping's
 * stack, in which it mostly stands, waits for the source's.
 */
export function statementFor(
  target: IFunction,
  { reader }: Accounts,
  source: IConstruct,
  permission: ResolvedPermission,
): PolicyStatement {
  const {
    resources: [arn],
    conditions: own,
  } = permission;
  const partition = arn === '*' || Token.isUnresolved(arn) ? Stack.of(source).partition : arnPart(arn, ':', 1);
  const role = target.role && roleArnOf(target.role, partition, reader);
  const conditions = role === undefined ? own : { ...own, ArnEquals: { 'aws:PrincipalArn': role } };
  return statementOf({ ...permission, conditions }, new ArnPrincipal(`arn:${partition}:iam::${reader}:root`));
}

/** A role that CloudFormation names has no name yet. */
function roleArnOf(role: IRole, partition: string, account: string): string | undefined {
  if (!Token.isUnresolved(role.roleArn)) return role.roleArn;
  const l1 = role.node.defaultChild;
  if (!CfnResource.isCfnResource(l1) || l1.cfnResourceType !== 'AWS::IAM::Role') return undefined;
  const { roleName, path = '/' } = l1 as CfnRole;
  return roleName === undefined || Token.isUnresolved(roleName)
    ? undefined
    : `arn:${partition}:iam::${account}:role${path}${roleName}`;
}

export function written(scope: IConstruct, ...statements: PolicyStatement[]): string {
  return JSON.stringify(Stack.of(scope).resolve(new PolicyDocument({ statements })));
}
