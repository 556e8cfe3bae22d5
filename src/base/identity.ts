import { createHash } from 'crypto';
import { CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import { spelled } from './option-names';
import { rowRule } from '../engine/check';
import { Problem, Properties, Row, SourceContract } from '../engine/contract';
import { Entry, read } from '../engine/paths';
import { isUnknown } from '../engine/tokens';

const MAX_LOGICAL_ID_LENGTH = 255;
const HASH_LENGTH = 8;

export interface IdentityValue extends Entry {
  readonly row: Row;
}

/**
 * Makes the values that Lambda can't change on a live mapping part of the logical id, so that a change of one makes a new mapping.
 *
 * Without such values the logical id is the one that CDK gives.
 */
export function identify(resource: CfnResource, identity: readonly IdentityValue[]): void {
  const known = identity.filter(({ value }) => !isUnknown(value))
    .map(({ path, value }): [string, unknown] => [path, value])
    // The order of a contract's options is no part of an identity.
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (known.length === 0) return;
  const hash = createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, HASH_LENGTH).toUpperCase();
  resource.overrideLogicalId(Lazy.string({
    // Asked at synthesis, so that renamings of the logical id still apply; its end holds CDK's own hash, so that it is cut at the start.
    produce: () => Stack.of(resource).getLogicalId(resource).slice(-(MAX_LOGICAL_ID_LENGTH - HASH_LENGTH)) + hash,
  }));
}

/** A value that is not known can't be part of the logical id: says what a change of it would do. */
export function unknownIdentity(contract: SourceContract, identity: readonly IdentityValue[]): Problem[] {
  return identity.filter(({ value }) => isUnknown(value)).map(({ row }) => ({
    rule: rowRule(contract, row, 'unknown-identity'),
    severity: 'warning',
    property: row.property,
    message: `${spelled(row.option)} is not known at synthesis, so that it is not part of the mapping's logical id: if it changes later, ${row.identity!.says}`,
    page: row.page ?? contract.page,
  }));
}

/** The values of a mapping that Lambda can't change, without those that Lambda takes by itself: writing a default out changes nothing. */
export function identityOf({ rows }: Pick<SourceContract, 'rows'>, properties: Properties): IdentityValue[] {
  return rows.filter((row) => row.identity).flatMap((row) =>
    read(properties, row.property).entries.filter(({ value }) => value !== row.default).map((entry) => ({ ...entry, row })));
}
