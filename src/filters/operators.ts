import { bitsOf, blockOf } from './ip-address';
import { Json, JsonNumber, JsonObject, NoJson, writeJson } from './json';
import { comparable, isNumber, sameNumber } from './numbers';
import { isUnknown } from '../model/tokens';

/** A text in its quotes, all else as it is written: how the engine of AWS compares values. */
export type Leaf = string;

type Test = (leaf: Leaf) => boolean;
/** The fault of an operator's value, to be read after it. */
type OperatorFault = string;

export type Asks = 'text' | 'number' | 'boolean' | 'null' | 'exists' | 'absent' | 'unknown';

/**
 * One of the things that a field may be.
 *
 * @internal
 */
export interface Alternative {
  /** As the pattern writes it. */
  readonly words: string;
  /** The kind of value that it asks for, or whether there is one. */
  readonly asks: Asks;
  /** An operator that Lambda is not documented to support, though the engine of AWS does. */
  readonly undocumented?: string;
  readonly test: Test;
}

type Operator = Omit<Alternative, 'words'>;
type Operators = { readonly [name: string]: (value: Json, name: string) => Operator | OperatorFault };

const UNKNOWN: Operator = { asks: 'unknown', test: () => false };

/** A rule of a list; or what is wrong with it. */
export function alternative(rule: Json): Alternative | OperatorFault {
  const made = ruleOf(rule);
  return typeof made === 'string' ? made : { words: writeJson(rule), ...made };
}

function ruleOf(rule: Json): Operator | OperatorFault {
  if (isUnknownJson(rule)) return UNKNOWN;
  if (typeof rule === 'string') return { asks: 'text', test: equalOrSameAddress(rule) };
  if (rule instanceof JsonNumber) return { asks: 'number', test: (leaf) => sameNumber(leaf, rule.text) };
  if (rule instanceof JsonObject) return operator(rule, OPERATORS);
  if (rule instanceof NoJson) return `has ${inWords(rule)}`;
  if (Array.isArray(rule)) return `has the list ${writeJson(rule)} in a list`;
  return { asks: rule === null ? 'null' : 'boolean', test: (leaf) => leaf === String(rule) };
}

export function isUnknownJson(json: Json): boolean {
  if (json instanceof JsonNumber) return isUnknown(Number(json.text));
  return typeof json === 'string' ? isUnknown(json) : json instanceof NoJson && /^[${]/.test(json.text);
}

/** Words for a value that JSON can't hold. */
export function inWords({ text }: NoJson): string {
  return text.startsWith('~')
    ? `a number that JavaScript has rounded to ${text.slice(1)} (fromJson keeps all digits)`
    : `${text}, which is not a JSON value`;
}

function operator(rule: JsonObject, operators: Operators): Operator | OperatorFault {
  const [name, value] = rule.members[0] ?? [];
  if (name === undefined || rule.members.length > 1) {
    return `has ${rule.members.length} operators in ${writeJson(rule)}, where one is needed`;
  }
  if (!Object.hasOwn(operators, name)) {
    return `has the unknown operator ${JSON.stringify(name)}: there are ${Object.keys(operators).join(', ')}`;
  }
  if (isUnknownJson(value!)) return UNKNOWN;
  const made = operators[name](value!, name);
  // A fault of an inner operator names that operator already.
  return typeof made === 'string' && !made.startsWith('has ')
    ? `has the operator ${name} with ${writeJson(value!)}, which ${made}`
    : made;
}

const ANY_CASE: Operators = {
  'equals-ignore-case': onText((text) => matchedBy(`^"${ignoringCase(text)}"$`)),
};
const OF_TEXT: Operators = {
  ...ANY_CASE,
  prefix: onText((text) => (leaf) => leaf.startsWith(`"${text}`)),
  suffix: onText((text) => (leaf) => leaf.endsWith(`${text}"`)),
  wildcard: onText(wildcard, 'wildcard'),
};
const OPERATORS: Operators = {
  ...OF_TEXT,
  prefix: orInAnyCase((text) => matchedBy(`^"${ignoringCase(text)}`)),
  suffix: orInAnyCase((text) => matchedBy(`${ignoringCase(text)}"$`)),
  'anything-but': anythingBut,
  numeric: numeric,
  exists: (value) =>
    typeof value === 'boolean' ? { asks: value ? 'exists' : 'absent', test: () => value } : 'is neither true nor false',
  cidr: onText(cidr, 'cidr'),
  exactly: onText(equalTo, 'exactly'),
};

function onText(
  make: (text: string) => Test | OperatorFault,
  undocumented?: string,
): (value: Json) => Operator | OperatorFault {
  return (value) => {
    const test = typeof value === 'string' ? make(value) : 'is not a string';
    return typeof test === 'string' ? test : { asks: 'text', undocumented, test };
  };
}

function orInAnyCase(make: (text: string) => Test): Operators[string] {
  return (value, name) =>
    value instanceof JsonObject ? operator(value, { 'equals-ignore-case': onText(make) }) : OF_TEXT[name](value, name);
}

function anythingBut(value: Json): Operator | OperatorFault {
  if (value instanceof JsonObject) {
    return operator(value, Object.fromEntries(Object.keys(OF_TEXT).map((name) => [name, butAny])));
  }
  const values = asList(value);
  if (values.length === 0) return 'is empty';
  const asks = values[0] instanceof JsonNumber ? 'number' : 'text';
  if (!values.every((one) => (asks === 'number' ? one instanceof JsonNumber : typeof one === 'string'))) {
    return 'mixes strings and numbers';
  }
  const tests = values.map((one) =>
    one instanceof JsonNumber ? (leaf: Leaf) => sameNumber(leaf, one.text) : equalTo(one as string),
  );
  return incomparable(values) ?? { asks, test: (leaf) => !tests.some((test) => test(leaf)) };
}

function butAny(value: Json, name: string): Operator | OperatorFault {
  const made = asList(value).map((one) =>
    one === '' && name.endsWith('fix') ? `has an empty ${name}` : OF_TEXT[name](one, name),
  );
  return (
    made.find((one) => typeof one === 'string') ?? {
      asks: 'text',
      undocumented: `anything-but with ${name}`,
      test: (leaf) => !made.some((one) => (one as Operator).test(leaf)),
    }
  );
}

/** `['=', 5]`, `['<', 5]` or `['>', 0, '<=', 5]`: only a range with a bottom can have a second bound. */
function numeric(value: Json): Operator | OperatorFault {
  const parts = Array.isArray(value) ? value : [];
  const signs = parts.filter((_, index) => index % 2 === 0).join(' ');
  const bounds = parts.filter((_, index) => index % 2 === 1);
  if (parts.length % 2 !== 0 || !/^(=|[<>]=?|>=? <=?)$/.test(signs)) {
    return 'is neither one comparison nor a range from > or >= to < or <=';
  }
  if (!bounds.every((bound) => bound instanceof JsonNumber)) return 'compares with what is not a number';
  const [low, high] = bounds.map(({ text }) => Number(text));
  const compares = signs.split(' ').map((sign, index) => comparison(sign, [low, high][index]));
  return (
    incomparable(bounds) ??
    (low >= high
      ? `has a bottom of ${low} that is not less than its top of ${high}`
      : {
          asks: 'number',
          test: (leaf) => {
            const number = isNumber(leaf) ? comparable(leaf) : undefined;
            return number !== undefined && compares.every((compare) => compare(number));
          },
        })
  );
}

function comparison(sign: string, bound: number): (number: number) => boolean {
  return (number) => (number === bound ? sign.endsWith('=') : sign.startsWith(number < bound ? '<' : '>'));
}

function incomparable(values: readonly Json[]): OperatorFault | undefined {
  const bad = values.find((value) => value instanceof JsonNumber && comparable(value.text) === undefined);
  return bad === undefined ? undefined : `holds ${writeJson(bad)}, a number with more digits than can be compared`;
}

function asList(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

function equalTo(text: string): Test {
  return (leaf) => leaf === `"${text}"`;
}

/** A text that is an IP address is equal to it in any other spelling. */
function equalOrSameAddress(text: string): Test {
  const bits = bitsOf(text);
  return bits === undefined ? equalTo(text) : (leaf) => bitsOf(leaf.slice(1, -1)) === bits;
}

function cidr(text: string): Test | OperatorFault {
  const block = blockOf(text);
  if (typeof block === 'string') return block;
  return (leaf) => {
    const bits = bitsOf(leaf.slice(1, -1));
    return bits?.length === block.length && bits.startsWith(block.start);
  };
}

function wildcard(text: string): Test | OperatorFault {
  if (/^([^\\]|\\.)*?\*\*/s.test(text)) return 'has two wildcards in a row';
  if (!/^([^\\]|\\[\\*])*$/.test(text)) return 'has a backslash that escapes nothing';
  return matchedBy(`^"${text.replace(/\\?./gs, (unit) => (unit === '*' ? '.*' : escape(unit.slice(-1))))}"$`);
}

function matchedBy(source: string): Test {
  const expression = new RegExp(source, 's');
  return (leaf) => expression.test(leaf);
}

/** As the engine of AWS does it: each UTF-16 unit by itself. */
function ignoringCase(text: string): string {
  return text
    .split('')
    .map((unit) => `(?:${escape(unit.toLowerCase())}|${escape(unit.toUpperCase())})`)
    .join('');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
