import { Stack, Stage, Token } from 'aws-cdk-lib';
import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import { IConstruct } from 'constructs';
import { deployStackBefore } from '../model/cdk-internals';

/** An account in which a mapping reads what belongs to another. */
export interface Accounts {
  readonly reader: string;
  readonly owner: string;
}

/** The two accounts of a mapping and its source, where both are known and not the same. */
export function twoAccounts(mapping: IConstruct, source: IConstruct, arn: string): Accounts | undefined {
  const reader = Stack.of(mapping).account;
  const owner = accountOf(arn) ?? (source as IConstruct & IEnvironmentAware).env.account;
  return Token.isUnresolved(reader) || Token.isUnresolved(owner) || reader === owner ? undefined : { reader, owner };
}

/** The account of a literal ARN. */
export function accountOf(arn: string): string | undefined {
  return Token.isUnresolved(arn) ? undefined : /^arn:[^:]+:[^:]+:[^:]*:(?<account>\d{12}):/.exec(arn)?.groups!.account;
}

/**
 * Has a stack deployed before that of the mapping, where one app can say so, and where the stack does not wait for the
 * mapping's itself.
 */
export function deployBefore(mapping: IConstruct, source: IConstruct): void {
  const [stack, before] = [Stack.of(mapping), Stack.of(source)];
  if (stack === before || Stage.of(stack) !== Stage.of(before) || waitsFor(before, stack)) return;
  deployStackBefore(stack, before);
}

function waitsFor(stack: Stack, other: Stack): boolean {
  return stack.dependencies.some((one) => one === other || waitsFor(one, other));
}
