import { Lazy } from 'aws-cdk-lib';
import { check, checkRules } from '../../src/model/check';
import { choice, length, pattern, range, unique } from '../../src/model/constraints';
import { defineContract, OptionSpecs, Properties, Context } from '../../src/model/contract';
import { flag, integer, propertySpec, seconds, value } from '../../src/model/option-specs';
import { TEXT } from '../../src/model/option-types';
import { readerAt } from '../../src/model/paths';
import { problemText } from '../../src/model/problem-text';
import { given, needs, rule } from '../../src/model/rules';
import { NO_SOURCE } from '../made-up';

interface Options {
  readonly target: string;
  readonly batchSize: number;
  readonly maxAge: unknown;
  readonly filters: unknown;
  readonly access: unknown;
  readonly tags: unknown;
  readonly mode: unknown;
  readonly enabled: boolean;
}

const DOCS = 'https://example.com/source';
const numberRules = (option: string) => ({ wholeNumber: `${option}-whole-number`, range: `${option}-range` });
const optionSpecs: OptionSpecs<Options> = {
  target: value('functionName', { common: true, required: { rule: 'target-required', says: 'is required: so' } }),
  batchSize: integer('batchSize', {
    rules: numberRules('batch-size'),
    min: 1,
    max: 10,
    docs: 'https://example.com/batch',
  }),
  maxAge: {
    properties: seconds('age', { rules: numberRules('max-age'), min: 1, max: 60 }).properties,
    type: TEXT,
    render: () => ({}),
  },
  filters: {
    properties: [
      propertySpec('criteria.filters', {
        constraints: [
          unique('filters-unique'),
          { ...length('filters-length', 0, 2, 'filters'), severity: 'warning', reason: 'a quota' },
        ],
      }),
      propertySpec('criteria.filters[].pattern', {
        option: '[]',
        constraints: [pattern('filters-pattern', /^a/, 'a text with a')],
      }),
    ],
    type: TEXT,
    render: () => ({}),
  },
  access: {
    properties: [
      propertySpec('access[SECRET].uri', {
        required: { rule: 'access-required', says: 'needs a secret' },
        constraints: [pattern('access-pattern', /^arn:/, 'an ARN')],
      }),
      propertySpec('access[ROLE]'),
    ],
    type: TEXT,
    render: () => ({}),
  },
  tags: {
    properties: [
      propertySpec('tags'),
      propertySpec('tags[]', { constraints: [{ ...choice('tags-choice', ['x']), reason: 'so' }] }),
    ],
    type: TEXT,
    render: () => ({}),
  },
  mode: {
    properties: [
      propertySpec('pollers'),
      propertySpec('pollers.minimum', { option: 'minimum', constraints: [range('minimum-range', { min: 1, max: 2 })] }),
    ],
    type: TEXT,
    render: () => ({}),
  },
  enabled: flag('enabled', { rule: 'enabled-boolean' }),
};

const CONTRACT = defineContract<Options>({
  id: 'made-up',
  title: 'made-up source',
  ...NO_SOURCE,
  docs: DOCS,
  options: optionSpecs,
  rules: [
    needs('batch-needs-age', given('batchSize'), given('age'), { reason: 'so' }),
    needs('tags-need-pollers', given('tags'), given('pollers'), {
      reason: 'so',
      severity: 'warning',
      docs: 'https://example.com/tags',
    }),
    rule(
      'strange-region',
      'age',
      'is not for a constructed mapping in {functionName}',
      { reason: 'so' },
      (_, { constructed }) => constructed,
    ),
  ],
  unsupported: {
    position: { severity: 'warning', reason: 'better words' },
    'access[OTHER]': { reason: 'other words' },
  },
});

const VALID: Properties = { functionName: 'f', access: [{ type: 'SECRET', uri: 'arn:x' }] };
const token = Lazy.string({ produce: () => 'later' });
const number = Lazy.number({ produce: () => 1000 });
const unknown = Lazy.any({ produce: () => undefined });

const problems = (properties: Properties, context?: Context) => check(CONTRACT, { ...VALID, ...properties }, context);
const rules = (properties: Properties, context?: Context) =>
  problems(properties, context).map((problem) => problem.rule);
const messages = (properties: Properties, context?: Context) =>
  problems(properties, context).map((problem) => problemText(problem, (path) => `<${path}>`));

test('a valid mapping has no problems', () => {
  expect(problems({})).toEqual([]);
  expect(
    problems({
      batchSize: 10,
      age: 60,
      enabled: false,
      pollers: { minimum: 1 },
      tags: ['x'],
      criteria: { filters: [{ pattern: 'a' }] },
    }),
  ).toEqual([]);
});

describe('a row', () => {
  test('that is required is missed', () => {
    expect(problems({ functionName: undefined })).toEqual([
      {
        rule: 'mapping-target-required',
        name: 'target-required',
        fix: 'set {functionName}',
        severity: 'error',
        property: 'functionName',
        option: 'target',
        says: 'is required: so',
        form: 'verbatim',
        docs: DOCS,
      },
    ]);
    expect(rules({ access: [{ type: 'ROLE' }] })).toEqual(['made-up-access-required']);
    expect(rules({ functionName: { Ref: 'AWS::NoValue' } })).toEqual(['mapping-target-required']);
  });

  test('that is required may be in what is not known', () => {
    expect(rules({ functionName: token })).toEqual([]);
    expect(rules({ access: unknown })).toEqual([]);
    expect(rules({ access: [{ type: token, uri: 'x' }] })).toEqual([]);
  });

  test('is asked for each of its constraints', () => {
    expect(problems({ batchSize: 11, age: 1 })).toEqual([
      {
        rule: 'made-up-batch-size-range',
        name: 'batch-size-range',
        source: 'made-up',
        allowed: '1 to 10',
        severity: 'error',
        property: 'batchSize',
        option: 'batchSize',
        value: 11,
        says: 'is more than the maximum of 10',
        form: 'verbatim',
        docs: 'https://example.com/batch',
      },
    ]);
    expect(rules({ batchSize: 0.5, age: 1 })).toEqual(['made-up-batch-size-whole-number']);
    expect(rules({ batchSize: 0, age: 1 })).toEqual(['made-up-batch-size-range']);
  });

  test('is not asked of what is not known', () => {
    expect(rules({ batchSize: number, age: number, enabled: token })).toEqual([]);
    expect(rules({ criteria: { filters: [{ pattern: token }, { pattern: 'b' }] } })).toEqual([
      'made-up-filters-pattern',
    ]);
    expect(rules({ criteria: { filters: unknown } })).toEqual([]);
  });

  test('may only warn, and says why', () => {
    const filters = ['a', 'aa', 'aaa'].map((one) => ({ pattern: one }));
    expect(problems({ criteria: { filters } })).toMatchObject([{ severity: 'warning', reason: 'a quota' }]);
    expect(messages({ criteria: { filters } })).toEqual([expect.stringMatching(/^<criteria.filters> .*\(a quota\)$/)]);
  });
});

describe('a message', () => {
  test.each<[string, Properties, string]>([
    ['the unit of a number', { age: 61 }, '<age>: 61 seconds is more than the maximum of 60 seconds'],
    [
      'the item of a list',
      { criteria: { filters: [{ pattern: 'a' }, { pattern: 'b' }] } },
      '<criteria.filters[1].pattern>: b is not a text with a',
    ],
    ['the type of an item', { access: [{ type: 'SECRET', uri: 'x' }] }, '<access[SECRET].uri>: x is not an ARN'],
    [
      'the start of a long text',
      { enabled: 'x'.repeat(200) },
      `<enabled>: ${'x'.repeat(100)} is neither true nor false`,
    ],
    ['a reason', { tags: ['y'], pollers: {} }, '<tags[0]>: y is not x (so)'],
    ['false', { batchSize: false, age: 1 }, '<batchSize>: false is not a whole number'],
    ['an empty text', { enabled: '' }, '<enabled> is neither true nor false'],
  ])('shows %s', (_, properties, message) => expect(messages(properties)).toContain(message));

  test('of a rule shows the values of a list, but not those that are not known', () => {
    expect(messages({ tags: ['x', token, 'x'] })).toContain('<tags>: x, x needs <pollers> (so)');
  });
});

describe('a rule', () => {
  test('names its subject, the value and the other properties', () => {
    expect(problems({ batchSize: 5 })).toEqual([
      {
        rule: 'made-up-batch-needs-age',
        name: 'batch-needs-age',
        source: 'made-up',
        fix: 'set {age}, or leave {batchSize} out',
        severity: 'error',
        property: 'batchSize',
        value: 5,
        says: 'needs {age}',
        reason: 'so',
        docs: DOCS,
      },
    ]);
    expect(messages({ batchSize: 5 })).toEqual(['<batchSize>: 5 needs <age> (so)']);
  });

  test('may have a page and a severity of its own', () => {
    expect(problems({ tags: ['x'] })).toMatchObject([
      { rule: 'made-up-tags-need-pollers', severity: 'warning', docs: 'https://example.com/tags' },
    ]);
  });

  test('does not speak where a value that it needs is not known', () => {
    expect(rules({ batchSize: 5, age: unknown })).toEqual([]);
    expect(rules({ batchSize: unknown })).toEqual([]);
  });

  test('shows no value that is not known', () => {
    const reference = { Ref: 'Size' };
    expect(messages({ batchSize: reference })).toEqual(['<batchSize> needs <age> (so)']);
  });

  test('shows the unit, and knows where the mapping stands', () => {
    expect(messages({ age: 1 }, { constructed: true })).toEqual([
      '<age>: 1 second is not for a constructed mapping in <functionName> (so)',
    ]);
    expect(rules({ age: 1 }, {})).toEqual([]);
  });
});

test('all problems are told at once', () => {
  expect(rules({ functionName: undefined, batchSize: 11, access: [{ type: 'SECRET', uri: 'x' }] })).toEqual([
    'mapping-target-required',
    'made-up-batch-size-range',
    'made-up-access-pattern',
    'made-up-batch-needs-age',
  ]);
});

test('what is found of a resource around the mapping is said of that', () => {
  const of = { id: 'Jobs', type: 'AWS::SQS::Queue', properties: {} };
  const found = (type: string) =>
    rule('short', 'batchSize', 'is short', { reason: 'so' }, () => ({ of: { ...of, type }, says: 'is short' }));
  const told = (type: string) =>
    checkRules(CONTRACT, [found(type)], readerAt({}), {}).map(({ resource, says }) => `${resource} ${says}`);
  expect(told('AWS::SQS::Queue')).toEqual(['queue Jobs is short']);
  expect(told('AWS::DocDB::DBCluster')).toEqual(['DB cluster Jobs is short']);
  expect(told('AWS::EC2::VPC')).toEqual(['VPC Jobs is short']);
  expect(told('Custom::1')).toEqual(['custom::1 Jobs is short']);
});
