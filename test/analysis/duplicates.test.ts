import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';

const QUEUE = { Type: 'AWS::SQS::Queue', Properties: { RedriveAllowPolicy: {} } };
const source = { EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] } };
const mappingTo = (FunctionName: unknown) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  DependsOn: ['Live', 'Blue', 'Green'],
  Properties: { ...source, FunctionName },
});

function rulesOf(resources: object): string[] {
  const aliasOf = (Name: string) => ({
    Type: 'AWS::Lambda::Alias',
    Properties: { FunctionName: { Ref: 'Handler' }, Name },
  });
  const aliases = { Live: aliasOf('live'), Blue: aliasOf('blue'), Green: aliasOf('green') };
  const Handler = { Type: 'AWS::Lambda::Function', Properties: {} };
  const template = readTemplate({ Resources: { Jobs: QUEUE, Handler, ...aliases, ...resources } });
  return template.mappings.flatMap((mapping) => checkMapping(template, mapping).problems).map(({ rule }) => rule);
}

const qualified = (qualifier: string) => ({ 'Fn::Sub': `\${Handler}:${qualifier}` });

test.each<[string, unknown, unknown, string[]]>([
  ['a function twice', { Ref: 'Handler' }, { 'Fn::GetAtt': ['Handler', 'Arn'] }, ['sqs-duplicate']],
  ['a function and its alias', { Ref: 'Handler' }, qualified('live'), []],
  ['two aliases', qualified('blue'), qualified('green'), []],
  ['one alias', qualified('live'), qualified('live'), ['sqs-duplicate']],
])('mappings of a queue to %s', (_, one, other, rules) => {
  expect(rulesOf({ One: mappingTo(one), Other: mappingTo(other) })).toEqual(rules);
});

test.each(['Alias', 'Version'])('%s of a function of AWS SAM is that function, and another target', (name) => {
  const Handler = { Type: 'AWS::Serverless::Function', Properties: { AutoPublishAlias: 'live', Timeout: 60 } };
  const qualifiedBySam = mappingTo({ Ref: `Handler.${name}` });
  expect(rulesOf({ Handler, One: qualifiedBySam })).toEqual(['sqs-visibility-timeout']);
  expect(rulesOf({ Handler, One: qualifiedBySam, Other: qualifiedBySam })).toEqual([
    'sqs-visibility-timeout',
    'sqs-duplicate',
    'sqs-visibility-timeout',
  ]);
  expect(rulesOf({ Handler, One: qualifiedBySam, Other: mappingTo({ Ref: 'Handler' }) })).toEqual([
    'sqs-visibility-timeout',
    'sqs-visibility-timeout',
  ]);
});

test('an event of AWS SAM invokes the alias that it publishes', () => {
  const lambda = (more: object) => ({
    Type: 'AWS::Serverless::Function',
    Properties: { ...more, Events: { Jobs: { Type: 'SQS', Properties: { Queue: source.EventSourceArn } } } },
  });
  expect(rulesOf({ Handler: lambda({ AutoPublishAlias: 'live' }), Other: mappingTo({ Ref: 'Handler' }) })).toEqual([]);
  expect(rulesOf({ Handler: lambda({}), Other: mappingTo({ Ref: 'Handler' }) })).toEqual(['sqs-duplicate']);
});
