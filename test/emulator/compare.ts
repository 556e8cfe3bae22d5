import { deepStrictEqual } from 'assert';
import { ExpectedMapping } from './expected';

/** A mapping, as Lambda's API lists it. */
export interface Mapping {
  readonly UUID: string;
  readonly FunctionArn: string;
  readonly [member: string]: unknown;
}

/** The members that Lambda adds to those of the request. */
const ADDED = [
  'UUID',
  'EventSourceMappingArn',
  'State',
  'StateTransitionReason',
  'LastModified',
  'LastProcessingResult',
  'FunctionArn',
];

/** Throws unless there is exactly one mapping for each that is expected, and each is exactly as expected. */
export function compareMappings(
  mappings: readonly Mapping[],
  expected: { readonly [functionName: string]: ExpectedMapping },
): string {
  for (const [name, wanted] of Object.entries(expected)) {
    const found = mappingOf(mappings, name);
    const members = Object.entries(found).filter(([member]) => !ADDED.includes(member) || member in wanted);
    deepStrictEqual(
      withPatterns(Object.fromEntries(members), wanted),
      wanted,
      `${name}: ${JSON.stringify(found, undefined, 2)}`,
    );
  }
  if (mappings.length !== Object.keys(expected).length) throw new Error(`there are ${mappings.length} mappings`);
  return `${mappings.length} mappings`;
}

export function mappingOf(mappings: readonly Mapping[], functionName: string): Mapping {
  const [found, ...more] = mappings.filter(({ FunctionArn: arn }) => arn.includes(`-${functionName}`));
  if (found === undefined || more.length > 0) {
    throw new Error(`${functionName} has ${found ? more.length + 1 : 0} mappings`);
  }
  return found;
}

/** The value, in which each text that fits the pattern at its place is that pattern. */
function withPatterns(value: unknown, wanted: unknown): unknown {
  if (typeof value === 'string' && typeof wanted === 'string') return fits(value, wanted) ? wanted : value;
  if (Array.isArray(value)) {
    return value.map((item, index) => withPatterns(item, (wanted as unknown[] | undefined)?.[index]));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      withPatterns(item, (wanted as ExpectedMapping | undefined)?.[key]),
    ]),
  );
}

function fits(text: string, pattern: string): boolean {
  const literals = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('.*')}$`).test(text);
}
