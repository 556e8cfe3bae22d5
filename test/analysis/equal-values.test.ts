import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { equalTextOf } from '../../src/graph/references';

type Json = { readonly [name: string]: unknown };
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const sub = (text: string) => ({ 'Fn::Sub': text });

/** The rules that mappings of a template break. */
function broken(mappings: readonly Json[], resources: Json = {}, more: Json = {}): string[] {
  const made = Object.fromEntries(mappings.map((Properties, index) => [`M${index}`, { Type: MAPPING, Properties }]));
  const template = readTemplate({ ...more, Resources: { ...resources, ...made } });
  return template.mappings.flatMap((mapping) => checkMapping(template, mapping).problems.map(({ rule }) => rule));
}

describe('mappings are the same by equal values', () => {
  const Parameters = { Name: { Type: 'String' }, Arn: { Type: 'String' } };
  const twins = (one: unknown, other: unknown, queue: unknown = QUEUE, otherQueue: unknown = queue) =>
    broken(
      [
        { FunctionName: one, EventSourceArn: queue },
        { FunctionName: other, EventSourceArn: otherQueue },
      ],
      {},
      { Parameters },
    );

  test.each<[string, unknown, unknown]>([
    ['of a literal name', 'worker', 'worker'],
    ['of a name and an ARN', 'worker', 'arn:aws:lambda:eu-west-1:111122223333:function:worker'],
    ['of a name and a partial ARN', 'worker:live', '111122223333:function:worker:live'],
    ['of a parameter', { Ref: 'Name' }, sub('${Name}')],
    ['of a text with a parameter', sub('${Name}-worker'), { 'Fn::Join': ['-', [{ Ref: 'Name' }, 'worker']] }],
    ['of an import', { 'Fn::ImportValue': 'worker' }, { 'Fn::ImportValue': sub('worker') }],
  ])('%s', (_, one, other) => expect(twins(one, other)).toEqual(['sqs-duplicate']));

  test('of sources that are put together', () => {
    const joined = {
      'Fn::Join': [':', ['arn:aws:sqs', { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }, 'jobs']],
    };
    const one = sub('arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs');
    expect(twins('worker', 'worker', one, joined)).toEqual(['sqs-duplicate']);
    expect(twins('worker', 'worker', { Ref: 'Arn' }, sub('${Arn}'))).toEqual(['sqs-duplicate']);
  });

  test('of sources whose partition is written out in one', () => {
    const one = sub('arn:${AWS::Partition}:sqs:eu-west-1:111122223333:jobs');
    expect(twins('worker', 'worker', one, QUEUE)).toEqual(['sqs-duplicate']);
    expect(twins('worker', 'worker', one, `${QUEUE}-dev`)).toEqual([]);
    const open = sub('arn:${AWS::Partition}:sqs:eu-west-1:${AWS::AccountId}:jobs');
    expect(twins('worker', 'worker', open, QUEUE)).toEqual([]);
    expect(twins('worker', 'worker', open, sub('arn:aws:sqs:eu-west-1:${AWS::AccountId}:jobs'))).toEqual([
      'sqs-duplicate',
    ]);
  });

  test.each<[string, unknown, unknown]>([
    ['of another name', 'worker', 'other'],
    ['of an alias', 'worker', 'worker:live'],
    ['of another parameter', { Ref: 'Name' }, { Ref: 'Arn' }],
    [
      'of items of one list',
      { 'Fn::Select': [0, { 'Fn::Split': [',', { Ref: 'Name' }] }] },
      { 'Fn::Select': [1, { 'Fn::Split': [',', { Ref: 'Name' }] }] },
    ],
  ])('but not %s', (_, one, other) => expect(twins(one, other)).toEqual([]));

  test('but not of sources that are items of one list', () => {
    const item = (index: number) => ({ 'Fn::Select': [index, { 'Fn::Split': [',', { Ref: 'Name' }] }] });
    const [one, other] = [0, 1].map((index) => ({
      'Fn::Join': [':', ['arn:aws:sqs:eu-west-1:111122223333', item(index)]],
    }));
    expect(twins('worker', 'worker', one, other)).toEqual([]);
  });

  test('but not one that may not be made', () => {
    const one = { Type: MAPPING, Condition: 'Live', Properties: { FunctionName: 'worker', EventSourceArn: QUEUE } };
    expect(broken([{ FunctionName: 'worker', EventSourceArn: QUEUE }], { One: one })).toEqual([]);
  });
});

describe('a function of the template is found by its name', () => {
  const lambda = (FunctionName: unknown, more: Json = {}) => ({
    Type: 'AWS::Lambda::Function',
    Properties: { FunctionName, ReservedConcurrentExecutions: 0 },
    ...more,
  });
  const found = ['mapping-function-without-concurrency'];
  test.each<[string, unknown, unknown, string[]]>([
    ['literally', 'worker', 'worker', found],
    ['in an ARN', 'worker', sub('arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:worker'), found],
    ['with the name of the stack', sub('${AWS::StackName}-worker'), sub('${AWS::StackName}-worker'), found],
    ['not by another one', 'worker', 'other', []],
    ['not by what is not known', { 'Fn::Select': [0, { Ref: 'Names' }] }, { 'Fn::Select': [0, { Ref: 'Names' }] }, []],
  ])('%s', (_, name, written, rules) =>
    expect(broken([{ FunctionName: written, EventSourceArn: QUEUE }], { Worker: lambda(name) })).toEqual(rules),
  );

  test('not one of two, nor one that may not be made', () => {
    const mapping = { FunctionName: 'worker', EventSourceArn: QUEUE };
    expect(broken([mapping], { One: lambda('worker'), Other: lambda('worker') })).toEqual([]);
    expect(broken([mapping], { One: lambda('worker', { Condition: 'Live' }) })).toEqual([]);
  });

  test('and an alias by its name is the one that is referred to', () => {
    const Live = {
      Type: 'AWS::Lambda::Alias',
      Properties: { Name: 'live', FunctionName: { Ref: 'Worker' }, FunctionVersion: '1' },
    };
    const Worker = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'worker' } };
    const mappings = [{ Ref: 'Live' }, 'worker:live'].map((FunctionName) => ({ FunctionName, EventSourceArn: QUEUE }));
    expect(broken(mappings, { Live, Worker })).toEqual(['sqs-duplicate', 'mapping-function-alias-order']);
  });
});

test('a text with a part that is not known equals none', () => {
  expect(equalTextOf(sub('${Name}-${AWS::StackName}'))).toBe('${Name.Ref}-${AWS.StackName}');
  expect(equalTextOf({ 'Fn::Base64': 'worker' })).toBeUndefined();
  expect(equalTextOf({ 'Fn::If': ['Live', 'a', 'b'] })).toBeUndefined();
});
