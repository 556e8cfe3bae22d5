import { cloudFormationPath } from '../../graph/names';
import { isKnownObject } from '../../model/tokens';

/** A value that differs, by its path in the names of CloudFormation; undefined where one side has none. */
export interface LeafDifference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The differences between two values: only the members that differ, and nothing around them. */
export function differences(path: string, before: unknown, after: unknown): LeafDifference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const members = comparedMembers(before, after);
  if (members === undefined) return [{ path: cloudFormationPath(path), before, after }];
  return members.flatMap(([name, old, young]) => differences(`${path}${name}`, old, young));
}

type ComparedMember = readonly [name: string, before: unknown, after: unknown];

function comparedMembers(before: unknown, after: unknown): ComparedMember[] | undefined {
  const sides = [before, after];
  const areOf = (test: (value: unknown) => boolean) =>
    sides.some(test) && sides.every((value) => value === undefined || test(value));
  if (areOf(isListOfStructs)) return comparedItems(before as Struct[] | undefined, after as Struct[] | undefined);
  if (!areOf(isKnownObject)) return undefined;
  const [old, young] = sides.map((value) => (value ?? {}) as Struct);
  const names = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  return names.map((name) => [`.${name}`, old[name], young[name]]);
}

type Struct = { readonly [name: string]: unknown };

/** Items that have a type or a key are told apart by it, and others by their place. */
function comparedItems(before: readonly Struct[] = [], after: readonly Struct[] = []): ComparedMember[] {
  const keyed = [before, after].map(
    (items) => new Map(items.map((item, index) => [distinctKeyOf(item, items) ?? String(index), item])),
  );
  const keys = [...new Set(keyed.flatMap((items) => [...items.keys()]))];
  return keys.map((key) => [`[${key}]`, keyed[0].get(key), keyed[1].get(key)]);
}

function distinctKeyOf(item: Struct, all: readonly Struct[]): string | undefined {
  const nameOf = ({ type, key }: Struct) => type ?? key;
  const name = nameOf(item);
  return typeof name === 'string' && all.filter((one) => nameOf(one) === name).length === 1 ? name : undefined;
}

function isListOfStructs(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isKnownObject);
}
