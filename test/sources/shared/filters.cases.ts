import { Lazy } from 'aws-cdk-lib';
import type { EventFilter } from '../../../src';
import type { Case } from '../../cases';

export interface Filters<Filter extends EventFilter> {
  readonly source: string;
  readonly fromPattern: (pattern: object) => Filter;
  readonly fromJson: (pattern: string) => Filter;
  /** A key that the source's records have, and under which an object may stand. */
  readonly key: string;
  /** Keys that other sources' records have. */
  readonly otherKeys: readonly string[];
  /** A key that the function sees, and a filter does not. */
  readonly unseenKey: string;
}

type Props<Filter> = { filters?: Filter[] };

const criteria = (...patterns: unknown[]) => ({
  FilterCriteria: { Filters: patterns.map((pattern) => ({ Pattern: pattern })) },
});

/** The cases of the number of filters, of their patterns, and of the keys where these may start. */
export function filterCases<Filter extends EventFilter>(given: Filters<Filter>): Case<Props<Filter>>[] {
  return [
    ...countCases(given),
    ...patternCases(given),
    ...ruleCases(given),
    ...rootKeyCases(given),
    ...unknownCases(given),
  ];
}

function countCases<Filter extends EventFilter>({ source, fromPattern, key }: Filters<Filter>): Case<Props<Filter>>[] {
  const different = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ [key]: { type: [`type-${index}`] } }));
  const counted = (count: number, problems: string[]): Case<Props<Filter>> => ({
    name: `filters ${count}`,
    props: () => ({ filters: different(count).map(fromPattern) }),
    properties: criteria(...different(count).map((pattern) => JSON.stringify(pattern))),
    problems,
  });
  const pattern = { [key]: { type: ['same'] } };
  return [
    { name: 'filters none', props: () => ({ filters: [] }), problems: [] },
    counted(1, []),
    counted(5, []),
    counted(6, [`${source}-filters-quota`]),
    counted(10, [`${source}-filters-quota`]),
    counted(11, [`${source}-filters-count`]),
    {
      name: 'filters twice the same',
      props: () => ({
        filters: [fromPattern(pattern), fromPattern({ [key]: { type: ['other'] } }), fromPattern(pattern)],
      }),
      properties: criteria(JSON.stringify(pattern), JSON.stringify(pattern)),
      problems: [`${source}-filters-unique`],
    },
    { name: 'filters criteria of nothing', properties: { FilterCriteria: {} }, problems: [] },
  ];
}

function patternCases<Filter extends EventFilter>({
  source,
  fromPattern,
  fromJson,
  key,
}: Filters<Filter>): Case<Props<Filter>>[] {
  const faulty = `${source}-filters-pattern`;
  const written = (name: string, pattern: object, problems: string[]): Case<Props<Filter>> => ({
    name: `filters ${name}`,
    props: () => ({ filters: [fromPattern(pattern)] }),
    properties: criteria(JSON.stringify(pattern)),
    problems,
  });
  const text = (name: string, pattern: string, problems: string[]): Case<Props<Filter>> => ({
    name: `filters ${name}`,
    props: () => ({ filters: [fromJson(pattern)] }),
    properties: criteria(pattern),
    problems,
  });
  const long = (length: number) => {
    const [start, end] = [`{"${key}":{"type":["`, '"]}}'];
    return start + 'x'.repeat(length - start.length - end.length) + end;
  };
  return [
    written('on texts', { [key]: { type: ['created', 'changed', ''] } }, []),
    written('on a prefix', { [key]: { type: [{ prefix: 'cre' }] } }, []),
    written('on a range', { [key]: { price: [{ numeric: ['>', 10, '<=', 100] }] } }, []),
    written('on what is there', { [key]: { type: [{ exists: true }], error: [{ exists: false }] } }, []),
    written('on what it is not', { [key]: { type: [{ 'anything-but': ['deleted', 'moved'] }] } }, []),
    written('on null, a number and a switch', { [key]: { type: [null, 1, true] } }, []),
    written(
      'on one of two fields',
      { [key]: { $or: [{ type: ['created'] }, { price: [{ numeric: ['=', 1] }] }] } },
      [],
    ),
    written('with a scalar', { [key]: { type: 'created' } }, [faulty]),
    written('with a number', { [key]: { price: 5 } }, [faulty]),
    written('with null', { [key]: { type: null } }, [faulty]),
    written('with a scalar deep down', { [key]: { order: { customer: { country: 'DE' } } } }, [faulty]),
    written('with an empty list', { [key]: { type: [] } }, [faulty]),
    written('with an empty object', { [key]: {} }, [faulty]),
    written('with a scalar in one of two fields', { [key]: { $or: [{ type: ['created'] }, { type: 'changed' }] } }, [
      faulty,
    ]),
    written('of nothing', {}, [`${source}-filters-pattern-empty`]),
    text('with spaces', `{ "${key}": { "type": [ "created" ] } }`, []),
    text('that is no JSON', `{${key}: {type: ["created"]}}`, [faulty]),
    text('that is not closed', `{"${key}":{"type":["created"]}`, [faulty]),
    text('that is a list', `[{"${key}":{"type":["created"]}}]`, [faulty]),
    text('that is a text', '"created"', [faulty]),
    text('that is null', 'null', [faulty]),
    text('of no characters', '', [faulty]),
    text('of 4,096 characters', long(4096), []),
    text('of 4,097 characters', long(4097), [`${source}-filters-length`]),
    {
      name: 'filters two of which are faulty',
      props: () => ({
        filters: [fromJson('{'), fromPattern({ [key]: { type: ['created'] } }), fromPattern({ [key]: { type: [] } })],
      }),
      properties: criteria('{', `{"${key}":{"type":[]}}`),
      problems: [faulty, faulty],
    },
    {
      name: 'filters whose pattern is an object',
      properties: criteria({ [key]: { type: ['created'] } }),
      problems: [`${source}-malformed`],
    },
    {
      name: 'filters none, in a template',
      properties: { FilterCriteria: { Filters: [] } },
      problems: [`${source}-filters-needed`],
    },
    {
      name: 'filters that a condition takes away',
      properties: { FilterCriteria: { Filters: { 'Fn::If': ['A', [], { Ref: 'AWS::NoValue' }] } } },
      problems: [],
    },
    {
      name: 'filters in a misspelled list',
      properties: { FilterCriteria: { Filter: [{ Pattern: '{}' }] } },
      problems: [`${source}-unsupported`],
    },
    {
      name: 'filters with a misspelled pattern',
      properties: { FilterCriteria: { Filters: [{ Patern: '{}' }] } },
      problems: [`${source}-unsupported`],
    },
    {
      name: 'filters without a pattern',
      properties: { FilterCriteria: { Filters: [{}] } },
      problems: [`${source}-filter-without-pattern`],
    },
    {
      name: 'filters of which one has no pattern',
      properties: criteria(`{"${key}":{"type":[1]}}`, undefined),
      problems: [`${source}-filter-without-pattern`],
    },
    {
      name: 'filters whose pattern is taken away',
      properties: criteria({ Ref: 'AWS::NoValue' }),
      problems: [`${source}-filter-without-pattern`],
    },
    {
      name: 'filters whose pattern may be',
      properties: criteria({ 'Fn::If': ['A', '{', { Ref: 'AWS::NoValue' }] }),
      problems: [],
    },
  ];
}

/** A payload that is always JSON can't have rules on it as a text. */
export function jsonOnlyCases<Filter extends EventFilter>({
  source,
  fromPattern,
  key,
}: Filters<Filter>): Case<Props<Filter>>[] {
  const ruled = (name: string, rule: unknown, problems: string[]): Case<Props<Filter>> => ({
    name: `filters on text with ${name}`,
    props: () => ({ filters: [fromPattern({ [key]: [rule] })] }),
    properties: criteria(JSON.stringify({ [key]: [rule] })),
    problems,
  });
  return [
    ruled('a value', 'created', [`${source}-filters-payload`]),
    ruled('a prefix', { prefix: 'cre' }, [`${source}-filters-payload`]),
  ];
}

/** The rules in a pattern that are refused, and those that are strange. */
function ruleCases<Filter extends EventFilter>({ source, fromPattern, key }: Filters<Filter>): Case<Props<Filter>>[] {
  const ruled = (name: string, rule: unknown, ...problems: string[]): Case<Props<Filter>> => ({
    name: `filters with ${name}`,
    props: () => ({ filters: [fromPattern({ [key]: { price: [rule] } })] }),
    properties: criteria(JSON.stringify({ [key]: { price: [rule] } })),
    problems: problems.map((problem) => `${source}-filters-${problem}`),
  });
  const written = (name: string, pattern: string, ...problems: string[]): Case<Props<Filter>> => ({
    name: `filters with ${name}`,
    properties: criteria(pattern),
    problems: problems.map((problem) => `${source}-filters-${problem}`),
  });
  const madeHere = (name: string, number: number): Case<Props<Filter>> => ({
    name: `filters with ${name}`,
    props: () => ({ filters: [fromPattern({ [key]: { price: [number] } })] }),
    problems: [`${source}-filters-pattern`],
  });
  return [
    ruled('a suffix', { suffix: '.png' }),
    ruled('any case', { 'equals-ignore-case': 'created' }),
    ruled('a range of almost nothing', { numeric: ['>=', 5, '<=', 5.1] }),
    ruled('a reversed range', { numeric: ['>', 5, '<=', 5] }, 'pattern'),
    ruled('a range of texts', { numeric: ['>', '5'] }, 'pattern'),
    ruled('an unknown operator', { startsWith: 'x' }, 'pattern'),
    ruled('two operators', { prefix: 'x', suffix: 'y' }, 'pattern'),
    ruled('exists of a text', { exists: 'true' }, 'pattern'),
    ruled('a list in a list', ['x'], 'pattern'),
    ruled('anything but texts and numbers', { 'anything-but': ['x', 1] }, 'pattern'),
    ruled('anything but a prefix', { 'anything-but': { prefix: 'x' } }, 'operator'),
    ruled('a wildcard', { wildcard: 'x*' }, 'operator'),
    ruled('two wildcards in a row', { wildcard: 'x**' }, 'pattern'),
    madeHere('a number that is none', NaN),
    madeHere('a number without end', -Infinity),
    madeHere('a number that JavaScript rounds', 2 ** 53 + 2),
    {
      name: 'filters with a large round number',
      props: () => ({ filters: [fromPattern({ [key]: { price: [1e18, 2 ** 53 - 1] } })] }),
      problems: [],
    },
    {
      name: 'filters with a field that is left out',
      props: () => ({ filters: [fromPattern({ [key]: { price: [1], type: undefined } })] }),
      problems: [],
    },
    written('a number that only JavaScript would round', `{"${key}":{"price":[9007199254740993]}}`),
    written(
      'a range up to a number of many digits',
      `{"${key}":{"price":[{"numeric":["<",9007199254740993]}]}}`,
      'pattern',
    ),
    written('two paths to one field', `{"${key}":{"order":{"price":[1]},"order.price":[2]}}`, 'path-twice'),
    written('one object in two parts', `{"${key}":{"order":{"price":[1]}},"${key}":{"order":{"type":["x"]}}}`),
    written('a value and its fields', `{"${key}":{"order":[{"exists":false}],"order.price":[2]}}`, 'value-and-fields'),
    written('one choice', `{"${key}":{"$or":[{"price":[1]}]}}`, 'pattern'),
    written('choices that are values', `{"${key}":{"$or":[1,2]}}`, 'or-as-field'),
    written('choices that are operators', `{"${key}":{"$or":[{"prefix":"x"},{"suffix":"y"}]}}`, 'or-as-field'),
  ];
}

function rootKeyCases<Filter extends EventFilter>({
  source,
  fromPattern,
  key,
  otherKeys,
  unseenKey,
}: Filters<Filter>): Case<Props<Filter>>[] {
  const started = (start: string, problems: string[]): Case<Props<Filter>> => ({
    name: `filters on ${start}`,
    props: () => ({ filters: [fromPattern({ [start]: { type: ['created'] } })] }),
    properties: criteria(JSON.stringify({ [start]: { type: ['created'] } })),
    problems,
  });
  return [
    started(key, []),
    started(`${key}.order`, []),
    ...otherKeys.map((other) => started(other, [`${source}-filters-root-key`])),
    started(unseenKey, [`${source}-filters-unseen-key`]),
    {
      name: 'filters on a key that is not there',
      props: () => ({ filters: [fromPattern({ [otherKeys[0]]: [{ exists: false }] })] }),
      problems: [`${source}-filters-unseen-key`],
    },
    {
      name: 'filters on one key or another',
      props: () => ({ filters: [fromPattern({ $or: [{ [key]: { type: ['created'] } }, { [key]: { price: [1] } }] })] }),
      problems: [],
    },
  ];
}

function unknownCases<Filter extends EventFilter>({
  source,
  fromJson,
  fromPattern,
  key,
}: Filters<Filter>): Case<Props<Filter>>[] {
  const known = { Pattern: `{"${key}":{"type":["created"]}}` };
  return [
    {
      name: 'filters a token',
      props: (f) => ({ filters: [fromJson(f.text)] }),
      properties: criteria({ Ref: 'Pattern' }),
      problems: [],
    },
    {
      name: 'filters with a token inside',
      props: (f) => ({ filters: [fromPattern({ [key]: { type: [f.text] } })] }),
      problems: [],
    },
    {
      name: 'filters with tokens of all kinds',
      props: (f) => ({
        filters: [
          fromPattern({
            [key]: {
              price: [{ numeric: ['>', f.number] }, f.number],
              type: f.list,
              name: [{ prefix: Lazy.any({ produce: () => 'x' }) }],
              $or: Lazy.any({ produce: () => [{ a: [1] }, { b: [2] }] }),
            },
          }),
        ],
      }),
      problems: [],
    },
    {
      name: 'filters with a fault beside a token',
      props: (f) => ({
        filters: [fromPattern({ [key]: { type: [f.text] } }), fromPattern({ [key]: { type: [f.text], price: 5 } })],
      }),
      problems: [`${source}-filters-known-parts`],
    },
    {
      name: 'filters with a fault around a token',
      props: (f) => ({ filters: [fromJson(`{"${key}":{"type":["${f.text}"],"price":[]}}`)] }),
      problems: [`${source}-filters-known-parts`],
    },
    {
      name: 'filters with a token in a text',
      props: (f) => ({ filters: [fromJson(`{"${key}":{"type":["${f.text}"],"price":[1]}}`)] }),
      problems: [],
    },
    {
      name: 'filters twice the same parameter name of different kinds',
      properties: criteria({ Ref: 'A' }, { 'Fn::Sub': '${A}' }),
      problems: [],
    },
    {
      name: 'filters criteria of a condition',
      properties: { FilterCriteria: { 'Fn::If': ['IsFiltered', { Filters: [{}] }, { Ref: 'AWS::NoValue' }] } },
      problems: [],
    },
    {
      name: 'filters of a condition',
      properties: { FilterCriteria: { Filters: { 'Fn::If': ['IsFiltered', [known], { Ref: 'AWS::NoValue' }] } } },
      problems: [],
    },
    {
      name: 'filters one of a condition',
      properties: { FilterCriteria: { Filters: [known, { 'Fn::If': ['Both', known, { Ref: 'AWS::NoValue' }] }] } },
      problems: [],
    },
    {
      name: 'filters with a property of another tool',
      properties: { FilterCriteria: { Filters: [{ ...known, Name: 'created' }] } },
      problems: [`${source}-unsupported`],
    },
  ];
}
