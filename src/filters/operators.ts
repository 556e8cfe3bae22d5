import { bitsOf, blockOf } from './ip-address';
import { Json, JsonNumber, JsonObject, NoJson, writeJson } from './json';
import { comparable, isNumber, sameNumber } from './numbers';
import { isUnknown } from '../engine/tokens';

/** A text in its quotes, all else as it is written: how the engine of AWS compares values. */
export type Leaf = string;

/** What a rule asks for: a kind of value, or whether there is one. */
export type Asks = 'text' | 'number' | 'boolean' | 'null' | 'exists' | 'absent' | 'unknown';

/**
 * One of the things that a field may be.
 *
 * @internal
 */
export interface Alternative {
  /** As the pattern writes it. */
  readonly words: string;
  readonly asks: Asks;
  /** What Lambda is not documented to support, though the engine of AWS does. */
  readonly undocumented?: string;
  test(leaf: Leaf): boolean;
}

type Test = (leaf: Leaf) => boolean;
type Operator = Pick<Alternative, 'asks' | 'undocumented' | 'test'>;
/** What is wrong with an operator's value, to be read after the operator. */
type Fault = string;

/** A rule of a list; or what is wrong with it. */
export function alternative(rule: Json): Alternative | Fault {
  const words = writeJson(rule);
  if (isUnknownJson(rule)) return { words, asks: 'unknown', test: () => false };
  if (typeof rule === 'string') return { words, asks: 'text', test: equal(rule) };
  if (rule instanceof JsonNumber) return { words, asks: 'number', test: (leaf) => sameNumber(leaf, rule.text) };
  if (typeof rule === 'boolean') return { words, asks: 'boolean', test: (leaf) => leaf === words };
  if (rule === null) return { words, asks: 'null', test: (leaf) => leaf === words };
  if (rule instanceof NoJson) return `has ${inWords(rule)}`;
  if (Array.isArray(rule)) return `has the list ${words} in a list, where a value or a rule is needed`;
  const found = operator(rule, OPERATORS);
  return typeof found === 'string' ? found : { words, ...found };
}

export function isUnknownJson(json: Json): boolean {
  if (json instanceof JsonNumber) return isUnknown(Number(json.text));
  return typeof json === 'string' ? isUnknown(json) : json instanceof NoJson && json.text.startsWith('$');
}

/** What JSON can't hold, as one reads it. */
export function inWords({ text }: NoJson): string {
  return text.startsWith('~')
    ? `a number that JavaScript has rounded to ${text.slice(1)}: write such a pattern with fromJson`
    : `${text}, which is no value of JSON`;
}

function operator({ members }: JsonObject, operators: { readonly [name: string]: (value: Json) => Operator | Fault }): Operator | Fault {
  const [[name, value] = [], ...more] = members;
  if (name === undefined || more.length > 0) return `has ${members.length} operators in ${writeJson(new JsonObject(members))}, where one is needed`;
  if (!Object.hasOwn(operators, name)) return `has the unknown operator ${JSON.stringify(name)}: there are ${Object.keys(operators).join(', ')}`;
  if (isUnknownJson(value!) || value instanceof JsonObject && value.members.some(([, inner]) => isUnknownJson(inner))) {
    return { asks: 'unknown', test: () => false };
  }
  const made = operators[name](value!);
  return typeof made === 'string' ? `has the operator ${name} with ${writeJson(value!)}, which ${made}` : made;
}

/** On a text: one test for each operator, which some operators negate or make ignore the case. */
const TEXT_TESTS: { readonly [name: string]: (text: string) => Test | Fault } = {
  'prefix': (text) => (leaf) => leaf.startsWith(`"${text}`),
  'suffix': (text) => (leaf) => leaf.endsWith(`${text}"`),
  'equals-ignore-case': (text) => matching(`^"${ignoringCase(text)}"$`),
  'wildcard': wildcard,
};

const CASELESS: { readonly [name: string]: (text: string) => Test } = {
  prefix: (text) => matching(`^"${ignoringCase(text)}`),
  suffix: (text) => matching(`${ignoringCase(text)}"$`),
};

const OPERATORS: { readonly [name: string]: (value: Json) => Operator | Fault } = {
  'prefix': (value) => textOrCaseless('prefix', value),
  'suffix': (value) => textOrCaseless('suffix', value),
  'equals-ignore-case': (value) => onText(value, TEXT_TESTS['equals-ignore-case']),
  'anything-but': anythingBut,
  'numeric': numeric,
  'exists': (value) => (typeof value === 'boolean' ? { asks: value ? 'exists' : 'absent', test: () => value } : 'is neither true nor false'),
  'cidr': (value) => onText(value, cidr, 'cidr'),
  'wildcard': (value) => onText(value, wildcard, 'wildcard'),
  'exactly': (value) => onText(value, (text) => (leaf) => leaf === `"${text}"`, 'exactly'),
};

function onText(value: Json, make: (text: string) => Test | Fault, undocumented?: string): Operator | Fault {
  if (typeof value !== 'string') return 'is not a text';
  const test = make(value);
  return typeof test === 'string' ? test : { asks: 'text', undocumented, test };
}

function textOrCaseless(name: string, value: Json): Operator | Fault {
  return value instanceof JsonObject
    ? operator(value, { 'equals-ignore-case': (inner) => onText(inner, CASELESS[name]) })
    : onText(value, TEXT_TESTS[name]);
}

function anythingBut(value: Json): Operator | Fault {
  if (value instanceof JsonObject) {
    const but = (name: string) => (inner: Json): Operator | Fault => butTexts(inner, (text) =>
      (text === '' && /fix$/.test(name) ? `has an empty ${name}` : TEXT_TESTS[name](text)), `anything-but with ${name}`);
    return operator(value, Object.fromEntries(Object.keys(TEXT_TESTS).map((name) => [name, but(name)])));
  }
  const values = Array.isArray(value) ? value : [value];
  const numbers = values.filter((one) => one instanceof JsonNumber).map(({ text }) => text);
  if (values.length === 0) return 'is empty';
  if (numbers.length === 0) return butTexts(value, (text) => (leaf) => leaf === `"${text}"`);
  if (numbers.length < values.length) return 'is not all texts or all numbers';
  return numberFault(numbers) ?? { asks: 'number', test: (leaf) => !numbers.some((number) => sameNumber(leaf, number)) };
}

function butTexts(value: Json, make: (text: string) => Test | Fault, undocumented?: string): Operator | Fault {
  const tests = (Array.isArray(value) ? value : [value]).map((text) => (typeof text === 'string' ? make(text) : 'is not all texts or all numbers'));
  const fault = tests.find((test) => typeof test === 'string');
  return fault ?? { asks: 'text', undocumented, test: (leaf) => !tests.some((test) => (test as Test)(leaf)) };
}

/** `['=', 5]`, `['<', 5]` or `['>', 0, '<=', 5]`: only a range with a bottom can have a second bound. */
function numeric(value: Json): Operator | Fault {
  if (!Array.isArray(value)) return 'is not a list';
  const [first, low, second, high, ...more] = value;
  const isOne = value.length === 2 && ['=', '<', '<=', '>', '>='].includes(String(first));
  const isRange = value.length === 4 && ['>', '>='].includes(String(first)) && ['<', '<='].includes(String(second));
  if (more.length > 0 || !isOne && !isRange) return 'is neither one comparison (=, <, <=, >, >=) nor a range that starts with > or >= and ends with < or <=';
  const bounds = isOne ? [low] : [low, high];
  if (!bounds.every((bound) => bound instanceof JsonNumber)) return 'compares with what is not a number';
  const numbers = bounds.map(({ text }) => text);
  const fault = numberFault(numbers);
  if (fault !== undefined) return fault;
  if (isRange && Number(numbers[0]) >= Number(numbers[1])) return `has a bottom of ${numbers[0]} that is not less than its top of ${numbers[1]}`;
  const compares = numbers.map((text, index) => comparison(String(value[2 * index]), Number(text)));
  return {
    asks: 'number',
    test: (leaf) => {
      const number = isNumber(leaf) ? comparable(leaf) : undefined;
      return number !== undefined && compares.every((compare) => compare(number));
    },
  };
}

function comparison(sign: string, bound: number): (number: number) => boolean {
  return (number) => (sign.startsWith('<') && number < bound) || (sign.startsWith('>') && number > bound) || (sign.endsWith('=') && number === bound);
}

function numberFault(numbers: readonly string[]): Fault | undefined {
  const bad = numbers.find((text) => comparable(text) === undefined);
  return bad === undefined ? undefined : `has ${bad}, a number with more digits than can be compared`;
}

/** A text that is an IP address is equal to it in any other spelling. */
function equal(text: string): Test {
  const bits = bitsOf(text);
  return bits === undefined ? (leaf) => leaf === `"${text}"` : (leaf) => bitsOf(leaf.slice(1, -1)) === bits;
}

function cidr(text: string): Test | Fault {
  const block = blockOf(text);
  if (typeof block === 'string') return block;
  return (leaf) => {
    const bits = bitsOf(leaf.slice(1, -1));
    return bits?.length === block.length && bits.startsWith(block.start);
  };
}

function wildcard(text: string): Test | Fault {
  if (/^(?:[^\\]|\\.)*?\*\*/s.test(text)) return 'has two wildcards in a row';
  if (!/^(?:[^\\]|\\[\\*])*$/.test(text)) return 'has a backslash before what is neither a wildcard nor a backslash';
  return matching(`^"${text.replace(/\\(.)|([^\\])/gs, (_, escaped?: string, other?: string) => (other === '*' ? '.*' : escape(escaped ?? other!)))}"$`);
}

function matching(source: string): Test {
  const expression = new RegExp(source, 's');
  return (leaf) => expression.test(leaf);
}

/** As the engine of AWS does it: each UTF-16 unit by itself. */
function ignoringCase(text: string): string {
  return text.split('').map((unit) => `(?:${escape(unit.toLowerCase())}|${escape(unit.toUpperCase())})`).join('');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
