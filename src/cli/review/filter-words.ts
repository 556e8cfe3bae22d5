import { wordsOf } from '../../analysis/words';

type Json = { readonly [name: string]: unknown };

/** A filter pattern as a sentence; what is not JSON, as it stands. */
export function filterWords(pattern: unknown): string {
  if (typeof pattern !== 'string') return wordsOf(pattern);
  try {
    const parsed = JSON.parse(pattern) as unknown;
    return isObject(parsed) ? fieldsOf(parsed, '') || 'every record' : pattern;
  } catch {
    return pattern;
  }
}

function fieldsOf(pattern: Json, path: string): string {
  return Object.entries(pattern).map(([name, rule]) => {
    if (name === '$or' && Array.isArray(rule)) return `(${rule.map((one) => (isObject(one) ? fieldsOf(one, path) : String(one))).join(' or ')})`;
    const field = path === '' ? name : `${path}.${name}`;
    if (Array.isArray(rule)) return `${field} ${rule.map(ruleWords).join(' or ')}`;
    return isObject(rule) ? fieldsOf(rule, field) : `${field} is ${String(rule)}`;
  }).join(' and ');
}

const SIGNS: { readonly [sign: string]: string } = { '>': 'over', '>=': 'at least', '<': 'under', '<=': 'at most', '=': 'is' };

const OPERATORS: { readonly [operator: string]: (value: unknown) => string } = {
  'exists': (value) => (value === true ? 'is there' : 'is not there'),
  'prefix': (value) => `begins with ${quoted(value)}`,
  'suffix': (value) => `ends with ${quoted(value)}`,
  'equals-ignore-case': (value) => `is ${quoted(value)} in any case`,
  'anything-but': (value) => (Array.isArray(value) ? `is none of ${value.map(quoted).join(', ')}` : `is not ${quoted(value)}`),
  'numeric': (value) => (Array.isArray(value) ? numberWords(value) : quoted(value)),
  'wildcard': (value) => `is like ${quoted(value)}`,
  'cidr': (value) => `is in ${String(value)}`,
};

function ruleWords(rule: unknown): string {
  if (!isObject(rule)) return rule === null ? 'is null' : rule === '' ? 'is empty' : `is ${quoted(rule)}`;
  return Object.entries(rule).map(([operator, value]) => OPERATORS[operator]?.(value) ?? `${operator} ${JSON.stringify(value)}`).join(' and ');
}

function numberWords(parts: readonly unknown[]): string {
  return parts.map((part) => SIGNS[String(part)] ?? String(part)).join(' ').replace(/(\d) (over|under|at|is)/g, '$1 and $2');
}

function quoted(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
