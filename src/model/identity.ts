import { createHash } from 'crypto';
import { FixedValue, Properties, PropertySpec, SourceContract } from './contract';
import { memoize } from './memoize';
import { Entry, read } from './paths';
import { isUnknown } from './tokens';

const HASH_LENGTH = 8;

/** A value that Lambda can't change on a live mapping. */
export interface IdentityValue extends Entry {
  readonly spec: PropertySpec;
  readonly fixed: FixedValue;
}

const fixedOf = memoize((specs: readonly PropertySpec[]) => specs.filter(({ identity }) => identity !== undefined));

/**
 * The values of a mapping that Lambda can't change, without those that Lambda takes by itself: writing a default out
 * changes nothing.
 */
export function identityOf(
  { properties: specs }: Pick<SourceContract, 'properties'>,
  properties: Properties,
): IdentityValue[] {
  return fixedOf(specs).flatMap((spec) => {
    const { property, identity: fixed, default: byDefault } = spec;
    const entries = read(properties, property).entries.filter(({ value }) => value !== byDefault);
    return entries.map((entry) => ({ ...entry, spec, fixed: fixed! }));
  });
}

/** Eight digits that stand for the values that are known; `undefined` where none is. */
export function hashOf(identity: readonly IdentityValue[]): string | undefined {
  const known = identity
    .filter(({ value }) => !isUnknown(value))
    .map(({ path, value }): [string, unknown] => [path, value])
    // The order of a contract's options is no part of an identity.
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (known.length === 0) return undefined;
  return createHash('sha256').update(JSON.stringify(known)).digest('hex').slice(0, HASH_LENGTH).toUpperCase();
}
