import { Lazy } from 'aws-cdk-lib';
import { checkProperties } from '../../src/analysis/check-properties';
import { length, range } from '../../src/model/constraints';
import { defineContract, OptionSpec } from '../../src/model/contract';
import { propertySpec, value } from '../../src/model/option-specs';
import { TEXT } from '../../src/model/option-types';
import { NO_SOURCE } from '../made-up';

const DOCS = 'https://example.com/source';
const written = (...specs: OptionSpec<unknown>['properties']): OptionSpec<unknown> => ({
  properties: specs,
  type: TEXT,
  render: () => ({}),
});

const CONTRACT = defineContract<Record<'batchSize' | 'filters' | 'access' | 'topics' | 'mode', unknown>>({
  id: 'made-up',
  title: 'made-up source',
  ...NO_SOURCE,
  docs: DOCS,
  options: {
    batchSize: value('batchSize', { constraints: [range('batch-size-range', { min: 1, max: 10 })] }),
    filters: written(
      propertySpec('criteria.filters'),
      propertySpec('criteria.filters[].pattern', { inEachItem: true }),
    ),
    access: written(propertySpec('access[SECRET].uri', { inEachItem: true }), propertySpec('access[ROLE]')),
    topics: written(propertySpec('topics'), propertySpec('topics[]')),
    mode: written(propertySpec('pollers'), propertySpec('pollers.minimum')),
  },
  unsupported: {
    startingPosition: { severity: 'warning', reason: 'better words' },
    maximumBatchingWindowInSeconds: { reason: 'there is none', harmless: 0 },
    filterCriteria: { severity: 'warning', reason: 'no filters' },
    kmsKeyArn: { severity: 'warning', reason: 'no filters' },
    'access[OTHER]': { reason: 'other words' },
  },
});

const unknown = Lazy.any({ produce: () => undefined });
const token = Lazy.string({ produce: () => 'later' });
const found = (rule: string, properties: unknown) =>
  checkProperties(CONTRACT, properties)
    .filter((problem) => problem.rule === `made-up-${rule}`)
    .map(({ property }) => property);

test('what fits has no problems', () => {
  const properties = {
    BatchSize: 5,
    Criteria: { Filters: [{ Pattern: '{}' }] },
    Access: [{ Type: 'SECRET', URI: 'x' }, { Type: 'ROLE' }],
    Topics: ['x'],
  };
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
    ['an empty object or list', { Config: {}, Names: [], Nested: { A: { B: [] } } }, ['config', 'names', 'nested']],
    ['a property of an item', { Criteria: { Filters: [{ Pattern: '{}', Name: 'n' }] } }, ['criteria.filters[0].name']],
    ['a misspelled property of an item', { Criteria: { Filters: [{ Patern: '{}' }] } }, ['criteria.filters[0].patern']],
    [
      'a property of an item with a type',
      { Access: [{ Type: 'SECRET', URI: 'x', Uri2: 'x' }] },
      ['access[SECRET].uri2'],
    ],
    ['a property of an item whose type is not known', { Access: [{ Type: token, Name: 'x' }] }, ['access[0].name']],
    ['a property of a misspelled list', { Criteria: { Filter: [] } }, ['criteria.filter']],
    [
      'an item of another type',
      { Access: [{ Type: 'SECRET' }, { Type: 'CERTIFICATE', URI: 'x' }] },
      ['access[CERTIFICATE]'],
    ],
    ['names that every object knows', { constructor: 1, toString: 2 }, ['constructor', 'toString']],
  ])('is refused: %s', (_, properties, paths) => expect(found('unsupported', properties)).toEqual(paths));

  test.each<[string, object]>([
    ['nothing', { Strange: undefined }],
    ['NoValue', { Strange: { Ref: 'AWS::NoValue' } }],
    ['NoValue in an item', { Access: [{ Type: 'SECRET', URI: 'x', Other: { Ref: 'AWS::NoValue' } }] }],
    ['NoValue for an item', { Access: [{ Ref: 'AWS::NoValue' }], Topics: [{ Ref: 'AWS::NoValue' }] }],
    ['an empty object or list of another source', { ScalingConfig: {}, FunctionResponseTypes: [] }],
    ['a value that is not known', { Strange: unknown }],
    ['an item whose type is not known', { Access: [{ Type: token }] }],
    ['an item that is not known', { Access: [unknown] }],
    ['an item that a macro makes', { Criteria: { Filters: [{ 'Fn::Transform': {}, 'Fn::ForEach::A': [] }] } }],
    ['an item whose type a macro makes', { Access: [{ 'Fn::Transform': {}, URI: 'x' }] }],
    ['a role with a URI, which is a matter of rules', { Access: [{ Type: 'ROLE', URI: 'x' }] }],
    [
      'a member that a condition can take away',
      { Criteria: { Filters: [{ Pattern: { 'Fn::If': ['A', '{}', { Ref: 'AWS::NoValue' }] } }] } },
    ],
    ['a macro beside properties', { 'Fn::Transform': { Name: 'AWS::Include' }, BatchSize: 5 }],
  ])('is left alone where it is %s', (_, properties) => expect(checkProperties(CONTRACT, properties)).toEqual([]));

  test('is refused in words of its own, where there are some', () => {
    expect(checkProperties(CONTRACT, { Strange: 5 })).toMatchObject([
      {
        severity: 'error',
        property: 'strange',
        docs: DOCS,
        reason: expect.stringContaining('made-up source'),
      },
    ]);
    expect(checkProperties(CONTRACT, { StartingPosition: 'LATEST' })).toMatchObject([
      { severity: 'warning', property: 'startingPosition', reason: 'better words' },
    ]);
    expect(checkProperties(CONTRACT, { Access: [{ Type: 'OTHER' }] })).toMatchObject([
      { property: 'access[OTHER]', reason: 'other words' },
    ]);
  });

  test('only warns of a value that asks for nothing', () => {
    expect(checkProperties(CONTRACT, { MaximumBatchingWindowInSeconds: 0 })).toMatchObject([{ severity: 'warning' }]);
    expect(checkProperties(CONTRACT, { MaximumBatchingWindowInSeconds: 1 })).toMatchObject([{ severity: 'error' }]);
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
    ['as an item whose type is no text', { Access: [{ Type: ['SECRET'] }] }, ['access[0].type']],
    ['as an item whose type is null', { Access: [{ Type: null }] }, ['access[0].type']],
    ['as a text in the place of an item with a type', { Access: ['SECRET'] }, ['access[0]']],
    ['as an object in the place of an item', { Topics: ['x', { A: 1 }] }, ['topics[1]']],
    ['as a list in an item with a type', { Access: [{ Type: 'SECRET', URI: ['x'] }] }, ['access[SECRET].uri']],
    [
      'as an item without what it needs',
      { Criteria: { Filters: [{ Pattern: '{}' }, {}] } },
      ['criteria.filters[1].pattern'],
    ],
    [
      'as an item of a type that needs more',
      { Access: [{ Type: 'ROLE' }, { Type: 'SECRET' }] },
      ['access[SECRET].uri'],
    ],
    ['as an empty object in the place of a value', { BatchSize: {} }, ['batchSize']],
    ['as an empty object in the place of a list', { Topics: {} }, ['topics']],
    ['as null', { BatchSize: null }, ['batchSize']],
    ['as null, whatever its name', { Strange: null }, ['strange']],
    ['as null in an object', { Pollers: { Minimum: null } }, ['pollers.minimum']],
    ['as null in a list', { Topics: ['x', null], Access: [null] }, ['access[0]', 'topics[1]']],
    [
      'as null in an item',
      { Criteria: { Filters: [{ Pattern: null }] }, Access: [{ Type: 'SECRET', URI: null }] },
      ['criteria.filters[0].pattern', 'access[SECRET].uri'],
    ],
    ['as a condition', { BatchSize: { Condition: 'Live' } }, ['batchSize']],
    ['as a condition in the place of an object', { Pollers: { Condition: 'Live' } }, ['pollers']],
    [
      'as what decides in a condition',
      { BatchSize: { 'Fn::Equals': ['a', 'b'] }, Topics: [{ 'Fn::Not': [{ Condition: 'A' }] }] },
      ['batchSize', 'topics[0]'],
    ],
    [
      'as what decides in a condition, in a branch',
      { BatchSize: { 'Fn::If': ['A', { 'Fn::If': ['B', 1, { 'Fn::Equals': ['a', 'b'] }] }, 2] } },
      ['batchSize'],
    ],
  ])('%s', (_, properties, paths) => {
    expect(found('malformed', properties).sort()).toEqual([...paths].sort());
    expect(found('unsupported', properties)).toEqual([]);
  });

  test('and is then not asked for its limits', () => {
    expect(checkProperties(CONTRACT, { BatchSize: [50] }).map(({ rule }) => rule)).toEqual(['made-up-malformed']);
  });
});

describe('what another source has', () => {
  test.each<[string, object, string]>([
    ['a list without the item that it needs', { Queues: [] }, 'queues'],
    ['a list of something else', { Queues: {} }, 'queues'],
    ['a value in an unknown place', { ScalingConfig: { Maximum: [] } }, 'scalingConfig'],
  ])('is refused where it is %s', (_, properties, path) => expect(found('unsupported', properties)).toEqual([path]));

  test.each<[string, object, string, string]>([
    ['has another shape', { FilterCriteria: 'text' }, 'made-up-malformed', 'filterCriteria'],
    [
      'has a name that nobody knows',
      { FilterCriteria: { Filter: [] } },
      'made-up-unsupported',
      'filterCriteria.filter',
    ],
    ['lacks an item', { FilterCriteria: { Filters: [] } }, 'made-up-unsupported', 'filterCriteria.filters'],
    ['is refused by all sources', { KmsKeyArn: 'no ARN' }, 'made-up-unsupported', 'kmsKeyArn'],
  ])('is no mere warning where it %s', (_, properties, rule, property) => {
    expect(checkProperties(CONTRACT, properties)).toEqual([
      expect.objectContaining({ severity: 'error', rule, property }),
    ]);
  });

  test('is a warning where it is right', () => {
    const properties = {
      FilterCriteria: { Filters: [{ Pattern: '{}' }] },
      KmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/a1',
    };
    expect(checkProperties(CONTRACT, properties).map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});

describe('besides a wrong shape', () => {
  const withRows = defineContract<Record<'secret' | 'topics', unknown>>({
    ...CONTRACT,
    usage: [],
    options: {
      secret: written(
        propertySpec('access[SECRET].uri', { required: { rule: 'secret-required', says: 'is required' } }),
      ),
      topics: written(
        propertySpec('topics'),
        propertySpec('topics[]', { constraints: [length('topic-length', 1, 3)] }),
      ),
    },
  });
  const rules = (properties: object) =>
    checkProperties(withRows, properties)
      .map(({ rule }) => rule)
      .sort();

  test.each<[string, object, string[]]>([
    [
      'a list that is none is not asked for its items',
      { Access: [{ Type: 'SECRET', URI: 'x' }], Topics: 'a long text' },
      ['made-up-malformed'],
    ],
    ['an item that is null is not missing', { Access: [null] }, ['made-up-malformed']],
    ['an item whose type is null is not missing', { Access: [{ Type: null }] }, ['made-up-malformed']],
    [
      'another item is asked',
      { Access: [{ Type: 'SECRET', URI: 'x' }], Topics: [null, 'a long text'] },
      ['made-up-malformed', 'made-up-topic-length'],
    ],
    ['another property is asked', { Topics: [null] }, ['made-up-malformed', 'made-up-secret-required']],
  ])('%s', (_, properties, found_) => expect(rules(properties)).toEqual(found_));
});

test('the words say what to do', () => {
  const says = (batchSize: unknown) => checkProperties(CONTRACT, { BatchSize: batchSize })[0].says;
  expect(says(null)).toContain('is null');
  expect(says({ Condition: 'Live' })).toMatch(/^is the condition Live, .*Fn::If$/);
  expect(says({ 'Fn::Equals': ['a', 'b'] })).toMatch(/^is Fn::Equals, .*Fn::If$/);
});

test('a template that an alias made endless is looked at for a while only', () => {
  const endless: Record<string, unknown> = { Pattern: '{}' };
  endless.Self = endless;
  expect(() => checkProperties(CONTRACT, { Criteria: { Filters: [endless] } })).not.toThrow();
});
