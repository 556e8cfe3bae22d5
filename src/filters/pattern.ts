import { Constraint } from '../engine/contract';

/** A longer pattern is a problem already. */
const LONGEST = 4096;

type JsonObject = { readonly [key: string]: unknown };

/** What Lambda answers with "Invalid filter pattern definition.", and no more. */
export const WELL_FORMED: Constraint = {
  rule: 'pattern',
  allowed: 'a JSON object whose leaves are lists that are not empty',
  why: 'Lambda answers "Invalid filter pattern definition." and does not say where',
  fault: (pattern) => {
    if (String(pattern).length > LONGEST) return undefined;
    const parsed = parse(pattern);
    return isObject(parsed) ? faultIn(parsed, '') : 'is not a JSON object';
  },
};

export const NOT_EMPTY: Constraint = {
  rule: 'pattern-empty',
  severity: 'warning',
  allowed: 'a pattern that asks for something',
  why: 'an empty pattern matches every record, which is often an object in the place of a JSON text',
  fault: (pattern) => (isEmptyObject(parse(pattern)) ? 'is empty' : undefined),
};

/** A pattern on a key that the records do not have is accepted, and then discards every record. */
export function ROOT_KEYS(keys: readonly string[]): Constraint {
  return {
    rule: 'root-key',
    severity: 'warning',
    allowed: `a pattern on ${keys.join(', ')}`,
    why: 'Lambda accepts a key that the records do not have, and then discards every record',
    fault: (pattern) => {
      const parsed = parse(pattern);
      const strange = isObject(parsed) ? Object.keys(parsed).filter((key) => ![...keys, '$or'].includes(key.split('.')[0])) : [];
      return strange.length > 0 ? `filters on ${strange.join(', ')}, but the records have ${keys.join(', ')}` : undefined;
    },
  };
}

function faultIn(object: JsonObject, path: string): string | undefined {
  return Object.entries(object).map(([key, value]) => faultAt(key, value, path ? `${path}.${key}` : key)).find((fault) => fault !== undefined);
}

function faultAt(key: string, value: unknown, path: string): string | undefined {
  if (isEmptyObject(value)) return `has an empty object at ${path}`;
  if (isObject(value)) return faultIn(value, path);
  if (!Array.isArray(value)) return `has ${JSON.stringify(value)} at ${path}, where a list is needed: [${JSON.stringify(value)}]`;
  if (value.length === 0) return `has an empty list at ${path}`;
  if (key !== '$or') return undefined;
  return value.map((branch, index) => (isObject(branch) ? faultIn(branch, `${path}[${index}]`) : `has no object at ${path}[${index}]`))
    .find((fault) => fault !== undefined);
}

function parse(pattern: unknown): unknown {
  try {
    return JSON.parse(String(pattern));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmptyObject(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
