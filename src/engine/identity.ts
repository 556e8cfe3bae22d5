import { createHash } from 'crypto';
import { Properties, Row, SourceContract } from './contract';
import { Entry, read } from './paths';
import { isUnknown } from './tokens';

const HASH_LENGTH = 8;

/** A value that Lambda can't change on a live mapping. */
export interface IdentityValue extends Entry {
  readonly row: Row;
}

/**
 * The values of a mapping that Lambda can't change, without those that Lambda takes by itself: writing a default out
 * changes nothing.
 */
export function identityOf({ rows }: Pick<SourceContract, 'rows'>, properties: Properties): IdentityValue[] {
  return rows.filter((row) => row.identity).flatMap((row) =>
    read(properties, row.property).entries.filter(({ value }) => value !== row.default)
      .map((entry) => ({ ...entry, row })));
}

/** Eight digits that stand for the values that are known; `undefined` where none is. */
export function hashOf(identity: readonly IdentityValue[]): string | undefined {
  const known = identity.filter(({ value }) => !isUnknown(value))
    .map(({ path, value }): [string, unknown] => [path, value])
    // The order of a contract's options is no part of an identity.
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (known.length === 0) return undefined;
  return createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, HASH_LENGTH).toUpperCase();
}
