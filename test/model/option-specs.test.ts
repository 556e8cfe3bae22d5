import { Duration, Lazy, Token } from 'aws-cdk-lib';
import { defineContract, OptionSpec, propertySpecsOf } from '../../src/model/contract';
import { flag, group, integer, propertySpec, seconds, value } from '../../src/model/option-specs';
import { TEXT } from '../../src/model/option-types';
import { NO_SOURCE } from '../made-up';

const RULES = { wholeNumber: 'size-whole-number', range: 'size-range' };

function refused<Value>(optionSpec: OptionSpec<Value>, given: unknown): string[] {
  return optionSpec.properties[0].constraints
    .filter((constraint) => constraint.fault(given) !== undefined)
    .map(({ rule }) => rule);
}

test('a value goes into its property, converted where it has to be', () => {
  expect(value<string>('a.b').render('x', undefined)).toEqual({ a: { b: 'x' } });
  expect(value('name', {}, (name: string) => name.toUpperCase()).render('x', undefined)).toEqual({ name: 'X' });
  expect(value('name').properties).toEqual([{ property: 'name', option: '', constraints: [] }]);
});

test('an integer is whole and in its range', () => {
  const optionSpec = integer('size', { rules: RULES, min: 1, max: 10, default: 5, docs: 'https://example.com' });
  expect([0, 1, 10, 11, 1.5].map((size) => refused(optionSpec, size))).toEqual([
    ['size-range'],
    [],
    [],
    ['size-range'],
    ['size-whole-number'],
  ]);
  expect(optionSpec.properties[0]).toMatchObject({ property: 'size', default: 5, docs: 'https://example.com' });
  expect(optionSpec.render(3, undefined)).toEqual({ size: 3 });
});

describe('seconds', () => {
  const optionSpec = seconds('age', { rules: RULES, min: 0, max: 300, default: 0 });

  test('are what a duration has of them, whole or not', () => {
    expect(optionSpec.properties[0]).toMatchObject({ unit: 'seconds', default: 0 });
    expect(optionSpec.render(Duration.minutes(2), undefined)).toEqual({ age: 120 });
    expect(optionSpec.render(Duration.millis(500), undefined)).toEqual({ age: 0.5 });
    expect(refused(optionSpec, 0.5)).toEqual(['size-whole-number']);
  });

  test('may be a token', () => {
    const { age } = optionSpec.render(Duration.seconds(Lazy.number({ produce: () => 5 })), undefined);
    expect(Token.isUnresolved(age)).toBe(true);
  });
});

test('a flag is true or false', () => {
  const optionSpec = flag('enabled', { rule: 'enabled-boolean', default: true });
  expect(optionSpec.properties[0]).toMatchObject({ property: 'enabled', default: true });
  expect([true, false].map((on) => optionSpec.render(on, undefined))).toEqual([{ enabled: true }, { enabled: false }]);
  expect(refused(optionSpec, 'perhaps')).toEqual(['enabled-boolean']);
});

describe('a group', () => {
  interface Pollers {
    readonly minimum?: number;
    readonly name?: string;
  }
  const optionSpecs = {
    minimum: integer('pollers.minimum', { rules: RULES, min: 1, max: 2 }),
    name: value<string>('name'),
  };

  test('holds the rows of its options', () => {
    expect(group<Pollers>(optionSpecs).properties.map(({ property, option }) => [property, option])).toEqual([
      ['pollers.minimum', 'minimum'],
      ['name', 'name'],
    ]);
    expect(group<Pollers>(optionSpecs).render({ minimum: 1 }, {})).toEqual({ pollers: { minimum: 1 } });
    expect(group<Pollers>(optionSpecs).render({}, {})).toEqual({});
  });

  test('may turn on a property by being there', () => {
    const pollers = group<Pollers>(optionSpecs, 'pollers');
    expect(pollers.properties[0]).toMatchObject({ property: 'pollers', option: '' });
    expect(pollers.render({}, {})).toEqual({ pollers: {} });
    expect(pollers.render({ minimum: 2 }, {})).toEqual({ pollers: { minimum: 2 } });
  });
});

test('rows are called by the path of their options', () => {
  const optionSpec: OptionSpec<string> = {
    properties: [
      propertySpec('a'),
      propertySpec('a[]', { option: '[]' }),
      propertySpec('a[].key', { option: '[].key' }),
      propertySpec('b', { option: 'part' }),
    ],
    type: TEXT,
    render: () => ({}),
  };
  expect(propertySpecsOf<{ readonly name: string }, unknown>({ name: optionSpec }).map(({ option }) => option)).toEqual(
    ['name', 'name[]', 'name[].key', 'name.part'],
  );
});

test('a contract has rows, and need not have rules', () => {
  const contract = defineContract<{ readonly size: number }>({
    id: 'made-up',
    title: 'made-up source',
    ...NO_SOURCE,
    docs: 'https://example.com',
    options: { size: integer('batchSize', { rules: RULES, min: 1, max: 2 }) },
  });
  expect(contract).toMatchObject({
    rules: [],
    relatedRules: [],
    usage: [],
    unsupported: {},
    properties: [{ property: 'batchSize', option: 'size' }],
  });
});
