import { l1Name } from './names';
import { once } from './once';
import { Properties, Resource } from '../model/contract';
import { lookAt } from '../model/paths';
import { isMacro, isUnknown } from '../model/tokens';

export const MAPPING = 'AWS::Lambda::EventSourceMapping';

/** Deeper than any property of a mapping; a YAML alias can make a template endless. */
const DEEPEST = 20;

/** A mapping's properties as a template or an L1 writes them, in the names that rules speak. */
export function inL1Names(properties: object): Properties {
  return (convert(properties, 0) ?? {}) as Properties;
}

/** An object without properties is one that is not there: it turns a mode off. */
function convert(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return undefined;
  if (isUnknown(value) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => convert(item, depth + 1) ?? {});
  const entries = Object.entries(value).map(([name, child]) => [isMacro(name) ? name : l1Name(name), convert(child, depth + 1)]);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A mapping's properties, in the names that rules speak; an app has them in these names already. */
export const l1Of = once(({ properties }: Resource) => (Object(properties).functionName === undefined ? inL1Names(properties) : properties));

export const lookOf = once((mapping: Resource) => lookAt(l1Of(mapping)));
