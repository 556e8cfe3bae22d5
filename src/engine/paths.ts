import { Look, Properties } from './contract';
import { isMacro, isPresent, isUnknown } from './tokens';

export interface Entry {
  /** The path with its indexes filled in: `filterCriteria.filters[2].pattern`. */
  readonly path: string;
  readonly value: unknown;
}

/** What stands at a path; not complete where a value on the way is unknown, so that there may be more. */
interface Reading {
  readonly entries: Entry[];
  readonly complete: boolean;
}

type Step = { readonly name: string; readonly selector?: string };
const STEP = /^(?<name>\w+)(?:\[(?<selector>\w*)\])?$/;
const STEPS: { [path: string]: Step[] } = {};

function stepsOf(path: string): Step[] {
  return STEPS[path] ??= path.split('.').map((step) => STEP.exec(step)!.groups as unknown as Step);
}

export function read(properties: Properties, path: string): Reading {
  let entries: Entry[] = [{ path: '', value: properties }];
  let complete = true;
  for (const step of stepsOf(path)) {
    const next = entries.length === 1 ? [descend(entries[0], step)] : entries.map((entry) => descend(entry, step));
    entries = next.length === 1 ? next[0].entries : next.flatMap((reading) => reading.entries);
    complete &&= next.every((reading) => reading.complete);
  }
  return { entries, complete };
}

function descend({ path, value }: Entry, { name, selector }: Step): Reading {
  if (path && isUnknown(value)) return { entries: [], complete: false };
  const child = (value as Properties)[name];
  const childPath = path ? `${path}.${name}` : name;
  if (isPresent(child) === false) return { entries: [], complete: !Object.keys(value as Properties).some(isMacro) };
  if (selector === undefined) return { entries: [{ path: childPath, value: child }], complete: true };
  if (isUnknown(child)) return { entries: [], complete: false };

  const all = (Array.isArray(child) ? child : [child]).map((item, index) => ({ path: `${childPath}[${selector || index}]`, value: item }));
  const items = all.filter((item) => isPresent(item.value) !== false);
  if (selector === '') return { entries: items, complete: true };
  const typeOf = (item: Entry) => (isUnknown(item.value) ? item.value : (item.value as { type?: unknown }).type);
  return {
    entries: items.filter((item) => typeOf(item) === selector),
    complete: !items.some((item) => isUnknown(typeOf(item))),
  };
}

/** The properties that hold a value at a path: the opposite of reading it. */
export function at(path: string, value: unknown): Properties {
  return stepsOf(path).reduceRight<unknown>((inner, { name, selector }) =>
    ({ [name]: selector === undefined ? inner : [selector ? { type: selector, ...(inner as object) } : inner] }), value) as Properties;
}

export function lookAt(properties: Properties): Look {
  return {
    values: (path) => read(properties, path).entries.map((entry) => entry.value),
    has: (path) => {
      const { entries, complete } = read(properties, path);
      const present = entries.map((entry) => isPresent(entry.value));
      return present.includes(true) || (complete && !present.includes(undefined) ? false : undefined);
    },
    any: (path, test) => {
      const { entries, complete } = read(properties, path);
      if (entries.some((entry) => !isUnknown(entry.value) && test(entry.value))) return true;
      return complete && !entries.some((entry) => isUnknown(entry.value)) ? false : undefined;
    },
  };
}
