import { memoize } from '../model/memoize';
import { l1Name } from './names';
import { Properties, Resource } from '../model/contract';
import { readerAt } from '../model/paths';
import { isMacro, isUnknown } from '../model/tokens';

export const MAPPING = 'AWS::Lambda::EventSourceMapping';

/** Deeper than any property of a mapping; a YAML alias can make a template endless. */
const DEEPEST_PROPERTY = 20;

/** A mapping's properties as a template or an L1 writes them, in the names that rules speak. */
export function inL1Names(properties: object): Properties {
  return typeof properties === 'object' ? (convert(properties, 0) as Properties) : {};
}

function convert(value: unknown, depth: number): unknown {
  if (depth > DEEPEST_PROPERTY) return undefined;
  if (isUnknown(value) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => convert(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [isMacro(name) ? name : l1Name(name), convert(child, depth + 1)]),
  );
}

/** The properties that rules look at: an object without properties is not there, because it turns a mode off. */
export const withoutEmpty = memoize((properties: Properties) => (present(properties) ?? {}) as Properties);

function present(value: unknown): unknown {
  if (isUnknown(value) || typeof value !== 'object' || value === null) return value;
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
