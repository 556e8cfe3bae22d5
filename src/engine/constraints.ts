import { Constraint, Row } from './contract';

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
      const exception = also === undefined ? '' : `, and is not ${also}`;
      return number < min
        ? `is less than the minimum of ${amount(min, unit)}${exception}`
        : `is more than the maximum of ${amount(max, unit)}${exception}`;
    },
  };
}

export const TRUE_OR_FALSE: Constraint = {
  rule: 'boolean',
  allowed: 'true or false',
  fault: (value) => (['true', 'false'].includes(String(value)) ? undefined : 'is neither true nor false'),
};

export function choice(...values: string[]): Constraint {
  return {
    rule: 'choice',
    allowed: values.join(', '),
    fault: (value) => (values.includes(String(value)) ? undefined : `is not one of ${values.join(', ')}`),
  };
}

export function length(min: number, max: number, what = 'characters'): Constraint {
  return {
    rule: 'length',
    allowed: min === max ? `exactly ${min}` : `${count(min)} to ${count(max)} ${what}`,
    fault: (value) => {
      const size = Array.isArray(value) ? value.length : String(value).length;
      return size >= min && size <= max ? undefined : `has ${count(size)} ${what}, but ${min === max ? min : `${count(min)} to ${count(max)}`} are allowed`;
    },
  };
}

export function pattern(expression: RegExp, allowed: string, rule = 'pattern'): Constraint {
  return { rule, allowed, fault: (value) => (expression.test(String(value)) ? undefined : `is not ${allowed}`) };
}

export const UNIQUE: Constraint = {
  rule: 'unique',
  allowed: 'no item twice',
  fault: (value) => {
    const items = Array.isArray(value) ? value.map((item) => JSON.stringify(item)) : [];
    return new Set(items).size === items.length ? undefined : 'holds an item twice';
  },
};

export function amount(number: number, unit?: Row['unit']): string {
  return unit ? `${count(number)} ${unitOf(number, unit)}` : count(number);
}

export function unitOf(number: unknown, unit: NonNullable<Row['unit']>): string {
  return Number(number) === 1 ? unit.slice(0, -1) : unit;
}

/** CloudFormation takes a number also where it is written as a text. */
function numberIn(value: unknown): number {
  return typeof value === 'string' && value.trim() ? Number(value) : (value as number);
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
