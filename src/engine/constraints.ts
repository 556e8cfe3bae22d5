import { Constraint, Row } from './contract';
import { isPresent, isUnknown } from './tokens';

export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** One value outside of the bounds that is allowed too. */
  readonly also?: number;
  readonly unit?: Row['unit'];
}

export const WHOLE_NUMBER: Constraint = {
  rule: 'whole-number',
  allowed: 'a whole number',
  fault: (value) => (Number.isInteger(numberIn(value)) ? undefined : 'is not a whole number'),
};

export function range({ min, max, also, unit }: Bounds): Constraint {
  const bounds = `${count(min)} to ${count(max)}${unit ? ` ${unit}` : ''}`;
  return {
    rule: 'range',
    allowed: also === undefined ? bounds : `${also} or ${bounds}`,
    fault: (value) => {
      const number = numberIn(value);
      if (number === also || Number.isNaN(number) || (number >= min && number <= max)) return undefined;
      if (also !== undefined) return `is neither ${also} nor ${bounds}`;
      return number < min ? `is less than the minimum of ${amount(min, unit)}` : `is more than the maximum of ${amount(max, unit)}`;
    },
  };
}

export function choice(...values: string[]): Constraint {
  return {
    rule: 'choice',
    allowed: values.join(', '),
    fault: (value) => (values.includes(String(value)) ? undefined : `is not ${values.length > 1 ? 'one of ' : ''}${values.join(', ')}`),
  };
}

/** How many items a list has, or characters a text; a condition can take an item of a list away. */
export function length(min: number, max: number, what = 'characters'): Constraint {
  const allowed = min === max ? `exactly ${min}` : `${count(min)} to ${count(max)}`;
  const unit = max === 1 ? what.slice(0, -1) : what;
  return {
    rule: 'length',
    allowed: `${allowed} ${unit}`,
    fault: (value) => {
      const possible = Array.isArray(value) ? value.filter((item) => isPresent(item) !== false).length : String(value).length;
      const certain = Array.isArray(value) ? value.filter((item) => isPresent(item)).length : possible;
      return possible >= min && certain <= max ? undefined : `has ${count(possible < min ? possible : certain)} ${what}, not ${allowed}`;
    },
  };
}

export function pattern(expression: RegExp, allowed: string, { rule = 'pattern', fault = `is not ${allowed}` } = {}): Constraint {
  return { rule, allowed, fault: (value) => (expression.test(String(value)) ? undefined : fault) };
}

export function characters(expression: RegExp, allowed: string, rule?: string): Constraint {
  return pattern(expression, allowed, { rule, fault: `has characters other than ${allowed}` });
}

export const TRUE_OR_FALSE = pattern(/^(true|false)$/i, 'true or false', { rule: 'boolean', fault: 'is neither true nor false' });

export const UNIQUE: Constraint = {
  rule: 'unique',
  allowed: 'no item twice',
  fault: (value) => {
    const items = (value as unknown[]).filter((item) => !isUnknown(item)).map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
    const twice = items.find((item, index) => items.indexOf(item) !== index);
    return twice === undefined ? undefined : `holds ${twice} twice`;
  },
};

export function amount(number: number, unit?: Row['unit']): string {
  return unit ? `${count(number)} ${unitOf(number, unit)}` : count(number);
}

export function unitOf(number: unknown, unit: NonNullable<Row['unit']>): string {
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

function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
