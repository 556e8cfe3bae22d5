import { Duration, Lazy, Token } from 'aws-cdk-lib';
import { defineContract, Field, rowsOf } from '../../src/model/contract';
import { flag, group, integer, row, seconds, value } from '../../src/model/fields';
import { TEXT } from '../../src/model/option-types';
import { NO_SOURCE } from '../made-up';

const RULES = { wholeNumber: 'size-whole-number', range: 'size-range' };

function refused<Value>(field: Field<Value>, given: unknown): string[] {
  return field.rows[0].constraints.filter((constraint) => constraint.fault(given) !== undefined).map(({ rule }) => rule);
}

test('a value goes into its property, converted where it has to be', () => {
  expect(value<string>('a.b').render('x', undefined)).toEqual({ a: { b: 'x' } });
  expect(value('name', {}, (name: string) => name.toUpperCase()).render('x', undefined)).toEqual({ name: 'X' });
  expect(value('name').rows).toEqual([{ property: 'name', option: '', constraints: [] }]);
});

test('an integer is whole and in its range', () => {
  const field = integer('size', { rules: RULES, min: 1, max: 10, default: 5, page: 'https://example.com' });
  expect([0, 1, 10, 11, 1.5].map((size) => refused(field, size))).toEqual([['size-range'], [], [], ['size-range'], ['size-whole-number']]);
  expect(field.rows[0]).toMatchObject({ property: 'size', default: 5, page: 'https://example.com' });
  expect(field.render(3, undefined)).toEqual({ size: 3 });
});

describe('seconds', () => {
  const field = seconds('age', { rules: RULES, min: 0, max: 300, default: 0 });

  test('are what a duration has of them, whole or not', () => {
    expect(field.rows[0]).toMatchObject({ unit: 'seconds', default: 0 });
    expect(field.render(Duration.minutes(2), undefined)).toEqual({ age: 120 });
    expect(field.render(Duration.millis(500), undefined)).toEqual({ age: 0.5 });
    expect(refused(field, 0.5)).toEqual(['size-whole-number']);
  });

  test('may be a token', () => {
    const { age } = field.render(Duration.seconds(Lazy.number({ produce: () => 5 })), undefined);
    expect(Token.isUnresolved(age)).toBe(true);
  });
});

test('a flag is true or false', () => {
  const field = flag('enabled', { rule: 'enabled-boolean', default: true });
  expect(field.rows[0]).toMatchObject({ property: 'enabled', default: true });
  expect([true, false].map((on) => field.render(on, undefined))).toEqual([{ enabled: true }, { enabled: false }]);
  expect(refused(field, 'perhaps')).toEqual(['enabled-boolean']);
});

describe('a group', () => {
  interface Pollers {
    readonly minimum?: number;
    readonly name?: string;
  }
  const fields = { minimum: integer('pollers.minimum', { rules: RULES, min: 1, max: 2 }), name: value<string>('name') };

  test('holds the rows of its options', () => {
    expect(group<Pollers>(fields).rows.map(({ property, option }) => [property, option])).toEqual([['pollers.minimum', 'minimum'], ['name', 'name']]);
    expect(group<Pollers>(fields).render({ minimum: 1 }, {})).toEqual({ pollers: { minimum: 1 } });
    expect(group<Pollers>(fields).render({}, {})).toEqual({});
  });

  test('may turn on a property by being there', () => {
    const pollers = group<Pollers>(fields, 'pollers');
    expect(pollers.rows[0]).toMatchObject({ property: 'pollers', option: '' });
    expect(pollers.render({}, {})).toEqual({ pollers: {} });
    expect(pollers.render({ minimum: 2 }, {})).toEqual({ pollers: { minimum: 2 } });
  });
});

test('rows are called by the path of their options', () => {
  const field: Field<string> = {
    rows: [row('a'), row('a[]', { option: '[]' }), row('a[].key', { option: '[].key' }), row('b', { option: 'part' })],
    type: TEXT,
    render: () => ({}),
  };
  expect(rowsOf<{ readonly name: string }, unknown>({ name: field }).map(({ option }) => option)).toEqual(['name', 'name[]', 'name[].key', 'name.part']);
});

test('a contract has rows, and need not have rules', () => {
  const contract = defineContract<{ readonly size: number }>({
    id: 'made-up',
    title: 'made-up source',
    ...NO_SOURCE,
    page: 'https://example.com',
    fields: { size: integer('batchSize', { rules: RULES, min: 1, max: 2 }) },
  });
  expect(contract).toMatchObject({ rules: [], neighbours: [], usage: [], refusals: {}, rows: [{ property: 'batchSize', option: 'size' }] });
});
