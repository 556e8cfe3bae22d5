import { ALIAS_MISSING, ALIAS_ORDER } from '../../src/analysis/alias';
import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { Problem } from '../../src/model/problem';

type Json = { readonly [name: string]: unknown };

const FUNCTION = { Ref: 'Handler' };
const BY_NAME = { 'Fn::Join': [':', [{ 'Fn::GetAtt': ['Handler', 'Arn'] }, 'live']] };
const alias = (properties: Json = {}, more: Json = {}): Json => ({
  Live: {
    Type: 'AWS::Lambda::Alias',
    Properties: { FunctionName: FUNCTION, FunctionVersion: '1', Name: 'live', ...properties },
    ...more,
  },
});
const sam = (properties: Json): Json => ({ Handler: { Type: 'AWS::Serverless::Function', Properties: properties } });

/** The problems of the alias that a mapping names. */
function found(FunctionName: unknown, resources: Json, mapping: Json = {}, more: Json = {}): readonly Problem[] {
  const template = readTemplate({
    ...more,
    Resources: {
      Handler: { Type: 'AWS::Lambda::Function', Properties: {} },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: 'arn:aws:sqs:us-east-1:111122223333:jobs', FunctionName },
        ...mapping,
      },
      ...resources,
    },
  });
  const rules = [ALIAS_MISSING.rule, ALIAS_ORDER.rule];
  return checkMapping(template, template.mapping('Mapping')!).problems.filter(({ rule }) => rules.includes(rule));
}

const LATE = [ALIAS_ORDER.rule];
const MISSING = [ALIAS_MISSING.rule];

test.each<[string, unknown, Json, string[], Json?, Json?]>([
  ['by its name', BY_NAME, alias(), LATE],
  ['by its name, in a text', { 'Fn::Sub': '${Handler}:live' }, alias(), LATE],
  [
    'by its name, in an ARN',
    { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Handler}:live' },
    alias(),
    LATE,
  ],
  ['by its name, of AWS SAM', { 'Fn::Sub': '${Handler.Arn}:live' }, sam({ AutoPublishAlias: 'live' }), LATE],
  ['by its name, that it depends on', BY_NAME, alias(), [], { DependsOn: 'Live' }],
  [
    'by its name, of AWS SAM, that it depends on',
    BY_NAME,
    sam({ AutoPublishAlias: 'live' }),
    [],
    { DependsOn: ['HandlerAliaslive'] },
  ],
  ['by its name, that depends on the mapping', BY_NAME, alias({}, { DependsOn: 'Mapping' }), []],
  ['by a reference', { Ref: 'Live' }, alias(), []],
  ['by a reference, of AWS SAM', { Ref: 'Handler.Alias' }, sam({ AutoPublishAlias: 'live' }), []],
  ['that nothing makes', BY_NAME, {}, MISSING],
  ['that nothing makes, beside another one', BY_NAME, alias({ Name: 'beta' }), MISSING],
  [
    'that is one of another function',
    BY_NAME,
    { ...alias({ FunctionName: { Ref: 'Other' } }), Other: { Type: 'AWS::Lambda::Function' } },
    MISSING,
  ],
  ['that AWS SAM makes with another name', BY_NAME, sam({ AutoPublishAlias: 'beta' }), MISSING],
  ['whose name may be another one', BY_NAME, alias({ Name: { Ref: 'Name' } }), []],
  ['that may be one of another function', BY_NAME, alias({ FunctionName: 'handler' }), []],
  ['that AWS SAM may make', BY_NAME, sam({ AutoPublishAlias: { Ref: 'Name' } }), []],
  ['that a custom resource may make', BY_NAME, { Maker: { Type: 'Custom::Alias' } }, []],
  ['that a nested stack may make', BY_NAME, { Nested: { Type: 'AWS::CloudFormation::Stack' } }, []],
  ['that a macro may make', BY_NAME, {}, [], {}, { Transform: 'Aliases' }],
  ['of a mapping that may be made later', BY_NAME, {}, [], { Condition: 'Later' }],
  ['of a function elsewhere', 'arn:aws:lambda:us-east-1:111122223333:function:handler:live', {}, []],
  ['that is not known', { 'Fn::Sub': '${Handler}:${Name}' }, {}, []],
  ['that is none, but the newest version', { 'Fn::Sub': '${Handler}:$LATEST' }, {}, []],
  ['that is none, but a version', { 'Fn::Sub': '${Handler}:1' }, {}, []],
  ['that is none', FUNCTION, alias(), []],
])('an alias %s', (_, name, resources, expected, mapping = {}, more = {}) =>
  expect(found(name, resources, mapping, more).map(({ rule }) => rule)).toEqual(expected),
);

test.each<[string, Json, string]>([
  ['that nothing makes', {}, 'is Handler with live, an alias that the template does not make'],
  [
    'by its name',
    alias(),
    'calls the alias Live by its name live, and the mapping does not wait for it: refer to the alias, or add ' +
      'DependsOn: Live',
  ],
])('the words for an alias %s', (_, resources, words) =>
  expect(found(BY_NAME, resources).map(({ says }) => says)).toEqual([words]),
);

test.each<[string, Json]>([
  ['an event', { Type: 'SQS', Properties: { Queue: 'arn:aws:sqs:us-east-1:111122223333:jobs' } }],
  ['a subscription by a queue', { Type: 'SNS', Properties: { Topic: { Ref: 'Topic' }, SqsSubscription: true } }],
])('an alias of AWS SAM is waited for by the mapping of %s', (_, event) => {
  const handler = sam({ AutoPublishAlias: 'live', Events: { Jobs: event } });
  const template = readTemplate({ Resources: handler });
  const rules = checkMapping(template, template.mappings[0]).problems.map(({ rule }) => rule);
  expect(rules).not.toContain(ALIAS_ORDER.rule);
});
