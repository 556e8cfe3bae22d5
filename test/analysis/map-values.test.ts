import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { cloudFormationPath } from '../../src/graph/names';
import { problemText } from '../../src/model/problem-text';

type Json = { readonly [name: string]: unknown };
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const SIZE = { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'batch'] };

function told(parameter: Json, sizes: Json, properties: Json, more: Json = {}): string[] {
  const template = readTemplate({
    Parameters: { Stage: { Type: 'String', ...parameter } },
    Mappings: { Sizes: Object.fromEntries(Object.entries(sizes).map(([stage, batch]) => [stage, { batch }])) },
    Resources: {
      ...(more.Resources as Json | undefined),
      Handler: { Type: 'AWS::Lambda::Function', Properties: {} },
      Mapping: {
        Type: MAPPING,
        Properties: {
          EventSourceArn: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
          FunctionName: { Ref: 'Handler' },
          ...properties,
        },
        ...('Condition' in more ? { Condition: more.Condition } : {}),
      },
    },
    Conditions: more.Conditions,
  });
  return checkMapping(template, template.mapping('Mapping')!).problems.map(
    (problem) => `${problem.rule}${/, where .*$/.exec(problemText(problem, cloudFormationPath))?.[0] ?? ''}`,
  );
}

const STAGES = { AllowedValues: ['dev', 'test', 'prod'] };
const WINDOW = 'sqs-large-batch-needs-window';
const isProd = { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };

test.each<[string, Json, Json, string[]]>([
  ['in one', STAGES, { dev: 10, test: 10, prod: 500 }, [`${WINDOW}, where Stage is prod`]],
  ['in two', STAGES, { dev: 10, test: 500, prod: 500 }, [`${WINDOW}, where Stage is test or prod`]],
  ['in all', STAGES, { dev: 500, test: 600, prod: 700 }, [WINDOW]],
  ['in the default', { ...STAGES, Default: 'dev' }, { dev: 500, test: 10, prod: 10 }, [WINDOW]],
  [
    'beside the default',
    { ...STAGES, Default: 'dev' },
    { dev: 10, test: 10, prod: 500 },
    [`${WINDOW}, where Stage is prod`],
  ],
  ['in none', STAGES, { dev: 10, test: 10, prod: 10 }, []],
  ['in one that is not allowed', { AllowedValues: ['dev'] }, { dev: 10, prod: 500 }, []],
  ['of which the values are not listed', {}, { dev: 500, prod: 500 }, []],
])('a value of a map is wrong %s', (_, parameter, sizes, problems) => {
  expect(told(parameter, sizes, { BatchSize: SIZE })).toEqual(problems);
});

test('conditions are as the value of the parameter decides', () => {
  const window = (yes: unknown, no: unknown) => ({ MaximumBatchingWindowInSeconds: { 'Fn::If': ['IsProd', yes, no] } });
  const sizes = { dev: 10, test: 10, prod: 500 };
  const none = { Ref: 'AWS::NoValue' };
  const more = { Conditions: isProd };
  expect(told(STAGES, sizes, { BatchSize: SIZE, ...window(5, none) }, more)).toEqual([]);
  expect(told(STAGES, sizes, { BatchSize: SIZE, ...window(none, 5) }, more)).toEqual([
    `${WINDOW}, where Stage is prod`,
  ]);
});

test.each<[string, Json]>([
  ['is not', { Conditions: { Made: { 'Fn::Not': [isProd.IsProd] } } }],
  [
    'is one of several',
    { Conditions: { Made: { 'Fn::Or': [{ 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] }, { 'Fn::Equals': ['a', 'b'] }] } } },
  ],
  ['is by another condition', { Conditions: { ...isProd, Made: { 'Fn::Not': [{ Condition: 'IsProd' }] } } }],
  [
    'is both',
    {
      Conditions: {
        Made: { 'Fn::And': [{ 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] }, { 'Fn::Equals': [{ Ref: 'Other' }, 'b'] }] },
      },
    },
  ],
])('a mapping that is made where a stage %s is not judged for others', (_, more) => {
  const one = told(STAGES, { dev: 10, test: 10, prod: 500 }, { BatchSize: SIZE }, { ...more, Condition: 'Made' });
  expect(one).toEqual([]);
});

test('a condition that can not be decided keeps the mapping', () => {
  const more = { Conditions: { Made: { 'Fn::Equals': [{ Ref: 'Other' }, 'b'] } }, Condition: 'Made' };
  expect(told(STAGES, { dev: 10, test: 10, prod: 500 }, { BatchSize: SIZE }, more)).toEqual([
    `${WINDOW}, where Stage is prod`,
  ]);
});

test('what only warns of some values is left out', () => {
  const told3 = (...seconds: number[]) => {
    const [dev, test, prod] = seconds;
    const Jobs = { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: SIZE, RedriveAllowPolicy: {} } };
    const source = { EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] } };
    return told(STAGES, { dev, test, prod }, source, { Resources: { Jobs } });
  };
  expect(told3(10, 60, 60)).toEqual([]);
  expect(told3(10, 10, 10)).toEqual(['sqs-visibility-timeout-advice']);
  expect(told3(1, 60, 60)).toEqual(['sqs-visibility-timeout, where Stage is dev']);
});

test('a value that AWS SAM gives to all functions may be one of a map', () => {
  const globals = (Timeout: unknown) => {
    const template = readTemplate({
      Transform: 'AWS::Serverless-2016-10-31',
      Parameters: { Stage: { Type: 'String', ...STAGES } },
      Mappings: { Times: { dev: { seconds: 10 }, test: { seconds: 10 }, prod: { seconds: 60 } } },
      Globals: { Function: { Timeout } },
      Resources: {
        Jobs: { Type: 'AWS::SQS::Queue', Properties: { RedriveAllowPolicy: {} } },
        Handler: {
          Type: 'AWS::Serverless::Function',
          Properties: { Events: { Jobs: { Type: 'SQS', Properties: { Queue: { 'Fn::GetAtt': ['Jobs', 'Arn'] } } } } },
        },
      },
    });
    return checkMapping(template, template.mappings[0]).problems.map((problem) => [problem.rule, problem.where]);
  };
  const rule = 'sqs-visibility-timeout';
  expect(globals({ 'Fn::FindInMap': ['Times', 'prod', 'seconds'] })).toEqual([[rule, undefined]]);
  expect(globals({ 'Fn::FindInMap': ['Times', { Ref: 'Stage' }, 'seconds'] })).toEqual([[rule, 'Stage is prod']]);
});
