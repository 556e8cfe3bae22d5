import { isJsonObject } from '../model/json-members';

const LONGEST_TEXT = 40;
const MOST_KEYS = 3;

/** A value as a message shows it. */
export function inShort(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `"${value.slice(0, LONGEST_TEXT)}${value.length > LONGEST_TEXT ? '...' : ''}"`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (!isJsonObject(value)) return String(value);
  const keys = Object.keys(value);
  const shown = keys.slice(0, MOST_KEYS).map((key) => `${JSON.stringify(key)}: ...`);
  return `{${[...shown, ...(keys.length > MOST_KEYS ? ['...'] : [])].join(', ')}}`;
}
