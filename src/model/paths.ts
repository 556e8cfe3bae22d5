import { PropertyReader, Properties } from './contract';
import { hasMacro, isAbsent, isPresent, isUnknown } from './tokens';

export interface Entry {
  /** The path with its indexes filled in: `filterCriteria.filters[2].pattern`. */
  readonly path: string;
  readonly value: unknown;
}

/** The values at a path; not complete where a value on the way is unknown, so that there may be more. */
interface Reading {
  readonly entries: Entry[];
  readonly complete: boolean;
}

type Step = { readonly name: string; readonly selector?: string };
const STEP = /^(\w+)(?:\[(\w*)\])?$/;
const STEPS = new Map<string, readonly Step[]>();

function stepsOf(path: string): readonly Step[] {
  const known = STEPS.get(path);
  if (known !== undefined) return known;
  const steps = path.split('.').map((step): Step => {
    const [, name, selector] = STEP.exec(step)!;
    return { name, selector };
  });
  STEPS.set(path, steps);
  return steps;
}

/** The name of the property that a path begins with. */
export function rootOf(path: string): string {
  return stepsOf(path)[0].name;
}

export function read(properties: Properties, path: string): Reading {
  const entries: Entry[] = [];
  return { complete: collect(stepsOf(path), 0, '', properties, entries), entries };
}

/** Adds the values to which the rest of the steps lead from a value, and says whether that is all. */
function collect(steps: readonly Step[], index: number, path: string, value: unknown, entries: Entry[]): boolean {
  if (index === steps.length) return entries.push({ path, value }) > 0;
  if (index > 0 && isUnknown(value)) return false;
  const { name, selector } = steps[index];
  const child = (value as Properties)[name];
  // A null value is not missing: the check of shapes reports it.
  if (child === null) return false;
  if (isAbsent(child)) return !hasMacro(value);
  const childPath = index > 0 ? `${path}.${name}` : name;
  if (selector === undefined) return collect(steps, index + 1, childPath, child, entries);
  return !isUnknown(child) && collectItems(steps, index, childPath, Array.isArray(child) ? child : [child], entries);
}

function collectItems(
  steps: readonly Step[],
  index: number,
  path: string,
  items: readonly unknown[],
  entries: Entry[],
): boolean {
  const { selector } = steps[index];
  const all = items.map((item, place) => {
    if (isAbsent(item)) return item !== null;
    const type = isUnknown(item) ? item : (item as { type?: unknown }).type;
    if (selector && type !== selector) return !isUnknown(type);
    return collect(steps, index + 1, `${path}[${selector || place}]`, item, entries);
  });
  return all.every(Boolean);
}

/** The properties that hold a value at a path: the opposite of reading it. */
export function at(path: string, value: unknown): Properties {
  return stepsOf(path).reduceRight<unknown>(
    (inner, { name, selector }) => ({
      [name]: selector === undefined ? inner : [selector ? { type: selector, ...(inner as object) } : inner],
    }),
    value,
  ) as Properties;
}

export function readerAt(properties: Properties): PropertyReader {
  return new PathReader(properties);
}

class PathReader implements PropertyReader {
  constructor(private readonly properties: Properties) {}

  public mentions(name: string): boolean {
    return name in this.properties;
  }

  public values(path: string): unknown[] {
    return read(this.properties, path).entries.map((entry) => entry.value);
  }

  public has(path: string): boolean | undefined {
    return someValue(read(this.properties, path), isPresent);
  }

  public any(path: string, test: (value: unknown) => boolean): boolean | undefined {
    return someValue(read(this.properties, path), (value) => (isUnknown(value) ? undefined : test(value)));
  }
}

function someValue({ entries, complete }: Reading, test: (value: unknown) => boolean | undefined): boolean | undefined {
  let isKnown = complete;
  for (const { value } of entries) {
    const answer = test(value);
    if (answer) return true;
    isKnown &&= answer === false;
  }
  return isKnown ? false : undefined;
}
