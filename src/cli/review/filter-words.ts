import { plainWordsOf } from '../../analysis/words';
import { isJsonObject, JsonMembers } from '../../model/json-members';

/** A filter pattern as a sentence; what is not JSON, as it stands. */
export function filterWords(pattern: unknown): string {
  if (typeof pattern !== 'string') return plainWordsOf(pattern);
  try {
    const parsed = JSON.parse(pattern) as unknown;
    return isJsonObject(parsed) ? fieldsOf(parsed, '') || 'every record' : pattern;
  } catch {
    return pattern;
  }
}

/** All of them have to hold. */
function fieldsOf(pattern: JsonMembers, path: string): string {
  return Object.entries(pattern)
    .map(([name, rule]) => fieldWords(name, rule, path))
    .filter(Boolean)
    .join(', and ');
}

function fieldWords(name: string, rule: unknown, path: string): string {
  if (name === '$or' && Array.isArray(rule)) {
    return `either ${rule.map((one) => `(${isJsonObject(one) ? fieldsOf(one, path) : String(one)})`).join(' or ')}`;
  }
  const field = path === '' ? name : `${path}.${name}`;
  if (Array.isArray(rule)) return `${field} ${rulesWords(rule)}`;
  return isJsonObject(rule) ? fieldsOf(rule, field) : `${field} is ${valueWords(rule)}`;
}

/** One of them has to hold: 'is "a", "b" or 3, or begins with "c"'. */
function rulesWords(rules: readonly unknown[]): string {
  const values = rules.filter((rule) => !isJsonObject(rule)).map(valueWords);
  const others = rules.filter(isJsonObject).map(operatorWords);
  return [...(values.length > 0 ? [`is ${listed(values)}`] : []), ...others].join(', or ');
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

const SIGN_WORDS: { readonly [sign: string]: string } = {
  '>': 'over',
  '>=': 'at least',
  '<': 'under',
  '<=': 'at most',
  '=': 'equal to',
};

const OPERATOR_WORDS: { readonly [operator: string]: (value: unknown) => string } = {
  exists: (value) => (value === true ? 'is there' : 'is not there'),
  prefix: (value) => `begins with ${affixWords(value)}`,
  suffix: (value) => `ends with ${affixWords(value)}`,
  'equals-ignore-case': (value) => `is ${valueWords(value)} in any case`,
  'anything-but': butWords,
  numeric: (value) => (Array.isArray(value) ? `is ${numberWords(value)}` : `is ${valueWords(value)}`),
  wildcard: (value) => `is like ${valueWords(value)}`,
  cidr: (value) => `is in ${String(value)}`,
};

function operatorWords(rule: JsonMembers): string {
  return Object.entries(rule)
    .map(([operator, value]) => {
      if (!Object.hasOwn(OPERATOR_WORDS, operator)) return `${operator} ${JSON.stringify(value)}`;
      return OPERATOR_WORDS[operator](value);
    })
    .join(' and ');
}

/** Text that is compared without regard to case stands in an object. */
function affixWords(value: unknown): string {
  return isJsonObject(value) ? operatorWords(value).replace(/^is /, '') : valueWords(value);
}

function butWords(value: unknown): string {
  if (isJsonObject(value)) return `is there and not so that it ${operatorWords(value)}`;
  return Array.isArray(value) ? `is none of ${listed(value.map(valueWords))}` : `is not ${valueWords(value)}`;
}

function numberWords(parts: readonly unknown[]): string {
  const pairs = Array.from({ length: Math.ceil(parts.length / 2) }, (_, index) =>
    parts.slice(2 * index, 2 * index + 2),
  );
  return pairs.map(([sign, number]) => `${SIGN_WORDS[String(sign)] ?? String(sign)} ${String(number)}`).join(' and ');
}

/** A text is told from a number by its quotes. */
function valueWords(value: unknown): string {
  if (value === '') return 'empty';
  return JSON.stringify(value) ?? String(value);
}
