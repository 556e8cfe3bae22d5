import { l1Name } from './names';
import { Properties, Resource } from '../model/contract';
import { memoize } from '../model/memoize';
import { readerAt } from '../model/paths';
import { isAbsent, isMacro, isUnknown } from '../model/tokens';

export const MAPPING = 'AWS::Lambda::EventSourceMapping';

/** Deeper than any property of a mapping; a YAML alias can make a template endless. */
const DEEPEST_PROPERTY = 20;

/** A mapping's properties as a template or an L1 writes them, in the names that rules speak. */
export function inL1Names(properties: object): Properties {
  return typeof properties === 'object' ? (convert(properties, 0) as Properties) : {};
}

function convert(value: unknown, depth: number): unknown {
  if (depth > DEEPEST_PROPERTY) return undefined;
  if (typeof value !== 'object' || value === null || isUnknown(value)) return value;
  if (Array.isArray(value)) return value.map((item) => convert(item, depth + 1));
  const entries: [string, unknown][] = [];
  for (const name of Object.keys(value)) {
    const child = (value as Properties)[name];
    entries.push([isMacro(name) ? name : l1Name(name), convert(child, depth + 1)]);
  }
  return Object.fromEntries(entries);
}

/** The properties that rules look at: an object without properties is not there, because it turns a mode off. */
export const withoutEmpty = memoize((properties: Properties) =>
  hasEmpty(properties) ? ((present(properties) ?? {}) as Properties) : properties,
);

/** Whether there is an object without properties, or an item of a list that is not there: few mappings have one. */
function hasEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isUnknown(value)) return false;
  if (Array.isArray(value)) return value.some((item) => isAbsent(item) || hasEmpty(item));
  const children = Object.values(value);
  return children.length === 0 || children.some(hasEmpty);
}

function present(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || isUnknown(value)) return value;
  if (Array.isArray(value)) return value.map((item) => present(item) ?? {});
  const entries = Object.entries(value);
  return entries.length === 0 ? undefined : Object.fromEntries(entries.map(([name, child]) => [name, present(child)]));
}

/** A mapping's properties as they are written, in the names that rules speak, which an app has already. */
export const writtenOf = memoize((mapping: Resource) =>
  isInL1Names(mapping) ? mapping.properties : inL1Names(mapping.properties),
);

/** A mapping's properties as rules look at them. */
export const l1PropertiesOf = memoize((mapping: Resource) =>
  isInL1Names(mapping) ? mapping.properties : withoutEmpty(writtenOf(mapping)),
);

function isInL1Names({ properties }: Resource): boolean {
  return Object(properties).functionName !== undefined;
}

export const readerOf = memoize((mapping: Resource) => readerAt(l1PropertiesOf(mapping)));
