import { Lazy } from 'aws-cdk-lib';
import { checkProperties } from '../../src/analysis/check-properties';
import { range } from '../../src/model/constraints';
import { defineContract, Field } from '../../src/model/contract';
import { row, value } from '../../src/model/fields';
import { TEXT } from '../../src/model/option-types';
import { NO_SOURCE } from '../made-up';

const PAGE = 'https://example.com/source';
const written = (...rows: Field<unknown>['rows']): Field<unknown> => ({ rows, type: TEXT, render: () => ({}) });

const CONTRACT = defineContract<Record<'batchSize' | 'filters' | 'access' | 'topics' | 'mode', unknown>>({
  id: 'made-up',
  title: 'made-up source',
  ...NO_SOURCE,
  page: PAGE,
  fields: {
    batchSize: value('batchSize', { constraints: [range('batch-size-range', { min: 1, max: 10 })] }),
    filters: written(row('criteria.filters'), row('criteria.filters[].pattern')),
    access: written(row('access[SECRET].uri'), row('access[ROLE]')),
    topics: written(row('topics'), row('topics[]')),
    mode: written(row('pollers'), row('pollers.minimum')),
  },
  refusals: {
    'position': { severity: 'warning', why: 'better words' },
    'window': { why: 'there is none', harmless: 0 },
    'access[OTHER]': { why: 'other words' },
  },
});

const unknown = Lazy.any({ produce: () => undefined });
const token = Lazy.string({ produce: () => 'later' });
const found = (rule: string, properties: unknown) =>
  checkProperties(CONTRACT, properties).filter((problem) => problem.rule === `made-up-${rule}`).map(({ property }) => property);

test('what fits has no problems', () => {
  const properties = { BatchSize: 5, Criteria: { Filters: [{ Pattern: '{}' }] }, Access: [{ Type: 'SECRET', URI: 'x' }, { Type: 'ROLE' }], Topics: ['x'] };
  expect(checkProperties(CONTRACT, properties)).toEqual([]);
  expect(checkProperties(CONTRACT, {})).toEqual([]);
});

test.each([undefined, null, 'text', 7, []])('%j are no properties', (properties) => {
  expect(checkProperties(CONTRACT, properties)).toMatchObject([{ rule: 'made-up-malformed', severity: 'error' }]);
});

describe('what has no row', () => {
  test.each<[string, object, string[]]>([
    ['a property', { Strange: 5 }, ['strange']],
    ['false or zero', { Strange: false, Other: 0 }, ['strange', 'other']],
    ['a property in an object', { Pollers: { Minimum: 1, Group: 'g' } }, ['pollers.group']],
    ['an object', { Config: { A: 1 } }, ['config']],
    ['a property of an item', { Criteria: { Filters: [{ Pattern: '{}', Name: 'n' }] } }, ['criteria.filters[].name']],
    ['an item of another type', { Access: [{ Type: 'SECRET' }, { Type: 'CERTIFICATE', URI: 'x' }] }, ['access[CERTIFICATE]']],
    ['names that every object knows', { constructor: 1, toString: 2 }, ['constructor', 'toString']],
  ])('is refused: %s', (_, properties, paths) => expect(found('unsupported', properties)).toEqual(paths));

  test.each<[string, object]>([
    ['nothing', { Strange: undefined, Other: null }],
    ['NoValue', { Strange: { Ref: 'AWS::NoValue' } }],
    ['an empty object or list', { Config: {}, Names: [], Nested: { A: { B: [] } } }],
    ['a value that is not known', { Strange: unknown }],
    ['an item whose type is not known', { Access: [{ Type: token }] }],
    ['an item that is not known', { Access: [unknown] }],
    ['an item without properties', { Criteria: { Filters: [{}] } }],
    ['a macro beside properties', { 'Fn::Transform': { Name: 'AWS::Include' }, 'BatchSize': 5 }],
  ])('is left alone where it is %s', (_, properties) => expect(checkProperties(CONTRACT, properties)).toEqual([]));

  test('is refused in words of its own, where there are some', () => {
    expect(checkProperties(CONTRACT, { Strange: 5 })).toMatchObject([{
      severity: 'error', property: 'strange', page: PAGE, reason: expect.stringContaining('made-up source'),
    }]);
    expect(checkProperties(CONTRACT, { Position: 'X' })).toMatchObject([{ severity: 'warning', property: 'position', reason: 'better words' }]);
    expect(checkProperties(CONTRACT, { Access: [{ Type: 'OTHER' }] })).toMatchObject([{ property: 'access[OTHER]', reason: 'other words' }]);
  });

  test('only warns of a value that asks for nothing', () => {
    expect(checkProperties(CONTRACT, { Window: 0 })).toMatchObject([{ severity: 'warning' }]);
    expect(checkProperties(CONTRACT, { Window: 1 })).toMatchObject([{ severity: 'error' }]);
  });
});

describe('what has a row is malformed', () => {
  test.each<[string, object, string[]]>([
    ['as a list in the place of a value', { BatchSize: [5] }, ['batchSize']],
    ['as an object in the place of a value', { BatchSize: { A: 5 } }, ['batchSize']],
    ['as a value in the place of a list', { Topics: 'x' }, ['topics']],
    ['as a value in the place of an object', { Criteria: 'text' }, ['criteria']],
    ['as a list in the place of an object', { Pollers: [1] }, ['pollers']],
    ['as an item without a type', { Access: [{ URI: 'x' }] }, ['access[0]']],
    ['as an object in the place of an item', { Topics: ['x', { A: 1 }] }, ['topics[]']],
  ])('%s', (_, properties, paths) => {
    expect(found('malformed', properties)).toEqual(paths);
    expect(found('unsupported', properties)).toEqual([]);
  });

  test('and is then not asked for its limits', () => {
    expect(checkProperties(CONTRACT, { BatchSize: [50] }).map(({ rule }) => rule)).toEqual(['made-up-malformed']);
  });
});

test('a template that an alias made endless is looked at for a while only', () => {
  const endless: Record<string, unknown> = { Pattern: '{}' };
  endless.Self = endless;
  expect(() => checkProperties(CONTRACT, { Criteria: { Filters: [endless] } })).not.toThrow();
});
