import { Duration } from 'aws-cdk-lib';
import { Bounds, range, trueOrFalse, wholeNumber } from './constraints';
import { Constraint, OptionSpec, OptionSpecs, permissionsIn, PropertySpec, propertySpecsOf } from './contract';
import { BOOLEAN, DURATION, NUMBER, struct, TEXT } from './option-types';
import { at } from './paths';
import { bindHooksOf, permissionValuesOf, render } from './render';

type PropertyFacts = Partial<Omit<PropertySpec, 'property' | 'option'>>;

/** The names of the rules of a number. */
export interface NumberRules {
  readonly wholeNumber: string;
  readonly range: string;
}

export function wholeNumberIn(bounds: Bounds, rules: NumberRules): Constraint[] {
  return [wholeNumber(rules.wholeNumber, bounds.unit), range(rules.range, bounds)];
}

/** The spec of a property that its own option writes, or a part of it. */
export function propertySpec(
  property: string,
  { constraints = [], ...facts }: PropertyFacts & { readonly option?: string } = {},
): PropertySpec {
  return { option: '', property, constraints, ...facts };
}

/** An option whose value, a text, goes into one property. */
export function value<V>(
  property: string,
  facts: PropertyFacts = {},
  convert: (value: V) => unknown = (v) => v,
): OptionSpec<V> {
  return { properties: [propertySpec(property, facts)], type: TEXT, render: (given) => at(property, convert(given)) };
}

type NumberFacts = Bounds & PropertyFacts & { readonly rules: NumberRules };

export function integer(property: string, { default: byDefault, rules, ...bounds }: NumberFacts): OptionSpec<number> {
  return {
    ...value(property, { ...bounds, default: byDefault, constraints: wholeNumberIn(bounds, rules) }),
    type: NUMBER,
  };
}

export function seconds(property: string, bounds: NumberFacts): OptionSpec<Duration> {
  return {
    properties: integer(property, { ...bounds, unit: 'seconds' }).properties,
    type: DURATION,
    render: (given) => at(property, given.toSeconds({ integral: false })),
  };
}

export function flag(
  property: string,
  { rule, ...facts }: PropertyFacts & { readonly rule: string },
): OptionSpec<boolean> {
  return { ...value(property, { ...facts, constraints: [trueOrFalse(rule)] }), type: BOOLEAN };
}

/** An option that holds options: a struct. Where it turns something on by being there, that has a property. */
export function group<Options extends object>(
  optionSpecs: OptionSpecs<Options, Options>,
  property?: string,
): OptionSpec<Options> {
  return {
    properties: [...(property ? [propertySpec(property)] : []), ...propertySpecsOf(optionSpecs)],
    type: struct(
      Object.fromEntries(Object.entries<OptionSpec<never, never>>(optionSpecs).map(([name, { type }]) => [name, type])),
    ),
    render: (options) => ({ ...(property ? at(property, {}) : {}), ...render(optionSpecs, options) }),
    permissions: permissionsIn(optionSpecs),
    permissionValues: (options) => permissionValuesOf(optionSpecs, options),
    bind: (options) => bindHooksOf(optionSpecs, options),
  };
}
