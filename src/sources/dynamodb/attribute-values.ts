import { isTyped, numberAsSent } from './attribute-types';

type Attributes = { readonly [name: string]: unknown };

/** Plain attributes as DynamoDB sends them, each below the letter of its type. */
export function typedAttributes(attributes: Attributes, path: string): Attributes {
  const set = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name, typedValue(value, `${path}.${name}`)]));
}

function typedValue(value: unknown, path: string): object {
  // In a list, jsii makes undefined of the null of another language.
  if (value === null || value === undefined) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map((item, index) => typedValue(item, `${path}[${index}]`)) };
  if (isAttributeMap(value)) return isTyped(value) ? value : { M: typedAttributes(value, path) };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'boolean') return { BOOL: value };
  const number = typeof value === 'number' ? numberAsSent(value) : undefined;
  if (typeof number === 'string') return { N: number };
  throw new Error(`${path} is ${String(value)}, which has no DynamoDB type. Write one, such as { N: "1e30" }`);
}

/** An object of members, and no date, set, map or bytes. */
function isAttributeMap(value: unknown): value is Attributes {
  return Object.prototype.toString.call(value) === '[object Object]';
}
