import { Duration } from 'aws-cdk-lib';
import { Bounds, range, trueOrFalse, wholeNumber } from './constraints';
import { Constraint, Field, Fields, permissionsIn, Row, rowsOf } from './contract';
import { BOOLEAN, DURATION, NUMBER, struct, TEXT } from './option-types';
import { at } from './paths';
import { bindHooksOf, permissionValuesOf, render } from './render';

type RowFacts = Partial<Omit<Row, 'property' | 'option'>>;

/** The names of the rules of a number. */
export interface NumberRules {
  readonly wholeNumber: string;
  readonly range: string;
}

export function wholeNumberIn(bounds: Bounds, rules: NumberRules): Constraint[] {
  return [wholeNumber(rules.wholeNumber, bounds.unit), range(rules.range, bounds)];
}

/** A row of its own option, or of a part of it. */
export function row(property: string, { constraints = [], ...facts }: RowFacts & { readonly option?: string } = {}): Row {
  return { option: '', property, constraints, ...facts };
}

/** An option whose value, a text, goes into one property. */
export function value<V>(property: string, facts: RowFacts = {}, convert: (value: V) => unknown = (v) => v): Field<V> {
  return { rows: [row(property, facts)], type: TEXT, render: (given) => at(property, convert(given)) };
}

type NumberFacts = Bounds & RowFacts & { readonly rules: NumberRules };

export function integer(property: string, { default: byDefault, rules, ...bounds }: NumberFacts): Field<number> {
  return { ...value(property, { ...bounds, default: byDefault, constraints: wholeNumberIn(bounds, rules) }), type: NUMBER };
}

export function seconds(property: string, bounds: NumberFacts): Field<Duration> {
  return {
    rows: integer(property, { ...bounds, unit: 'seconds' }).rows,
    type: DURATION,
    render: (given) => at(property, given.toSeconds({ integral: false })),
  };
}

export function flag(property: string, { rule, ...facts }: RowFacts & { readonly rule: string }): Field<boolean> {
  return { ...value(property, { ...facts, constraints: [trueOrFalse(rule)] }), type: BOOLEAN };
}

/** An option that holds options: a struct. Where it turns something on by being there, that has a property. */
export function group<Options extends object>(fields: Fields<Options, Options>, property?: string): Field<Options> {
  return {
    rows: [...(property ? [row(property)] : []), ...rowsOf(fields)],
    type: struct(Object.fromEntries(Object.entries<Field<never, never>>(fields).map(([name, { type }]) => [name, type]))),
    render: (options) => ({ ...(property ? at(property, {}) : {}), ...render(fields, options) }),
    permissions: permissionsIn(fields),
    permissionValues: (options) => permissionValuesOf(fields, options),
    bind: (options) => bindHooksOf(fields, options),
  };
}
