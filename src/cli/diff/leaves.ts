import { cloudFormationPath } from '../../graph/names';
import { isUnknown } from '../../model/tokens';

/** A value that differs, by its path in the names of CloudFormation; undefined where one side has none. */
export interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two values: the members that do, and no more around them. */
export function differences(path: string, before: unknown, after: unknown): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const members = membersOf(before, after);
  if (members === undefined) return [{ path: cloudFormationPath(path), before, after }];
  return members.flatMap(([name, old, young]) => differences(`${path}${name}`, old, young));
}

type Member = readonly [name: string, before: unknown, after: unknown];

function membersOf(before: unknown, after: unknown): Member[] | undefined {
  const sides = [before, after];
  const areOf = (test: (value: unknown) => boolean) =>
    sides.some(test) && sides.every((value) => value === undefined || test(value));
  if (areOf(isListOfStructs)) return itemsOf(before as Struct[] | undefined, after as Struct[] | undefined);
  if (!areOf(isStruct)) return undefined;
  const [old, young] = sides.map((value) => (value ?? {}) as Struct);
  const names = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  return names.map((name) => [`.${name}`, old[name], young[name]]);
}

type Struct = { readonly [name: string]: unknown };

/** Items that have a type or a key are told apart by it, and others by their place. */
function itemsOf(before: readonly Struct[] = [], after: readonly Struct[] = []): Member[] {
  const keyed = [before, after].map(
    (items) => new Map(items.map((item, index) => [keyOf(item, items) ?? String(index), item])),
  );
  const keys = [...new Set(keyed.flatMap((items) => [...items.keys()]))];
  return keys.map((key) => [`[${key}]`, keyed[0].get(key), keyed[1].get(key)]);
}

function keyOf(item: Struct, all: readonly Struct[]): string | undefined {
  const nameOf = ({ type, key }: Struct) => type ?? key;
  const name = nameOf(item);
  return typeof name === 'string' && all.filter((one) => nameOf(one) === name).length === 1 ? name : undefined;
}

function isStruct(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value);
}

function isListOfStructs(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isStruct);
}
