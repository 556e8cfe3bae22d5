import { Constraint } from './contract';
import { isPresent, isUnknown } from './tokens';

export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** One value outside of the bounds that is allowed too. */
  readonly also?: number;
  readonly unit?: 'seconds';
}

// Each takes the name of its rule, so that a search for the name finds where the rule is declared.

export function wholeNumber(rule: string, unit?: 'seconds'): Constraint {
  return {
    rule,
    kind: 'whole number',
    allowed: 'a whole number',
    fault: (value) => {
      const number = numberIn(value);
      if (Number.isInteger(number)) return undefined;
      const remedy = Number.isFinite(number) ? `: write ${Math.floor(number)} or ${Math.ceil(number)}` : '';
      return `is not a whole number${unit === undefined ? '' : ` of ${unit}`}${remedy}`;
    },
  };
}

export function range(rule: string, { min, max, also, unit }: Bounds): Constraint {
  const bounds = `${count(min)} to ${count(max)}${unit ? ` ${unit}` : ''}`;
  return {
    rule,
    kind: 'range',
    allowed: also === undefined ? bounds : `${also} or ${bounds}`,
    fault: (value) => {
      const number = numberIn(value);
      // Of what is no whole number, the other constraint says so.
      if (number === also || !Number.isInteger(number) || (number >= min && number <= max)) return undefined;
      if (also !== undefined) return `is neither ${also} nor ${bounds}`;
      return number < min
        ? `is less than the minimum of ${amount(min, unit)}`
        : `is more than the maximum of ${amount(max, unit)}`;
    },
  };
}

export function choice(rule: string, values: readonly string[]): Constraint {
  return {
    rule,
    kind: 'choice',
    allowed: values.join(', '),
    fault: (value) =>
      values.includes(String(value)) ? undefined : `is not ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}`,
  };
}

/** Limits the items of a list, or the characters of a text. A condition can take an item of a list away. */
export function length(rule: string, min: number, max: number, what = 'characters'): Constraint {
  const allowed = min === max ? `exactly ${min}` : `${count(min)} to ${count(max)}`;
  const unit = max === 1 ? singular(what) : what;
  return {
    rule,
    kind: 'length',
    allowed: `${allowed} ${unit}`,
    fault: (value) => {
      const possible = Array.isArray(value)
        ? value.filter((item) => isPresent(item) !== false).length
        : String(value).length;
      const certain = Array.isArray(value) ? value.filter((item) => isPresent(item)).length : possible;
      return possible >= min && certain <= max
        ? undefined
        : `has ${counted(possible < min ? possible : certain, what)}, not ${allowed}`;
    },
  };
}

export function pattern(rule: string, expression: RegExp, allowed: string, fault = `is not ${allowed}`): Constraint {
  return { rule, allowed, fault: (value) => (expression.test(String(value)) ? undefined : fault) };
}

export function characters(rule: string, expression: RegExp, allowed: string): Constraint {
  return pattern(rule, expression, allowed, `has characters other than ${allowed}`);
}

export function trueOrFalse(rule: string): Constraint {
  return { ...pattern(rule, /^(true|false)$/i, 'true or false', 'is neither true nor false'), kind: 'boolean' };
}

export function unique(rule: string): Constraint {
  return {
    rule,
    kind: 'unique',
    allowed: 'no item twice',
    fault: (value) => {
      if ((value as unknown[]).length < 2) return undefined;
      const items = (value as unknown[]).filter((item) => !isUnknown(item)).map(textOfItem);
      const twice = items.find((item, index) => items.indexOf(item) !== index);
      return twice === undefined ? undefined : `holds ${twice} twice`;
    },
  };
}

function textOfItem(item: unknown): string {
  return typeof item === 'string' ? item : JSON.stringify(item);
}

export function amount(number: number, unit?: 'seconds'): string {
  return unit ? `${count(number)} ${unitOf(number, unit)}` : count(number);
}

export function unitOf(number: unknown, unit: 'seconds'): string {
  return Number(number) === 1 ? unit.slice(0, -1) : unit;
}

/** CloudFormation takes a number also where it is written as a text. */
export function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : Number(textIn(value).trim() || NaN);
}

/** An object is no text, and may not be able to become one. */
export function textIn(value: unknown): string {
  return typeof value === 'object' ? '' : String(value);
}

function counted(number: number, what: string): string {
  return `${count(number)} ${number === 1 ? singular(what) : what}`;
}

function singular(noun: string): string {
  return noun.replace(/ies$/, 'ys').slice(0, -1);
}

function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
