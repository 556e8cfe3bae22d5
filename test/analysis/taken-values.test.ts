import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { Template } from '../../src/graph/template';

type Json = { readonly [name: string]: unknown };
/** Templates by their files. */
type Templates = { readonly [file: string]: Json };

const arn = { 'Fn::GetAtt': ['Jobs', 'Arn'] };
const Jobs = { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 10, RedriveAllowPolicy: {} } };
const data = (more: Json, others: Json = {}): Json => ({ Resources: { Jobs, ...others }, ...more });
const mappingOf = (EventSourceArn: unknown, FunctionName: unknown) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { EventSourceArn, FunctionName },
});
const reader = (EventSourceArn: unknown, more: Json = {}) => ({
  Resources: {
    Handler: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 60 } },
    Mapping: mappingOf(EventSourceArn, { Ref: 'Handler' }),
  },
  ...more,
});
const stored = (Name: unknown, Value: unknown = arn) => ({ Type: 'AWS::SSM::Parameter', Properties: { Name, Value } });
const sub = (text: string) => ({ 'Fn::Sub': text });
const Parameters = { Stage: { Type: 'String' }, Other: { Type: 'String' } };

function rulesOf(templates: Templates): string[] {
  const members = Object.entries(templates).map(([file, raw]) => ({ template: readTemplate(raw), name: file, file }));
  Template.connect(members);
  return members.flatMap(({ template }) =>
    template.mappings.flatMap((mapping) => checkMapping(template, mapping).problems.map(({ rule }) => rule)),
  );
}

const FOUND = ['sqs-visibility-timeout'];

describe('an export', () => {
  const taking = (name: unknown, exported: unknown) =>
    rulesOf({
      'data.yaml': data({ Parameters, Outputs: { Arn: { Value: arn, Export: { Name: exported } } } }),
      'app.yaml': reader({ 'Fn::ImportValue': name }, { Parameters }),
    });
  test.each<[string, unknown, unknown, string[]]>([
    ['of a name', 'jobs', 'jobs', FOUND],
    ['of a name with a parameter', sub('${Stage}-jobs'), sub('${Stage}-jobs'), FOUND],
    ['of a name with the Region', sub('${AWS::Region}-jobs'), sub('${AWS::Region}-jobs'), FOUND],
    ['of a name with another parameter', sub('${Other}-jobs'), sub('${Stage}-jobs'), []],
    ['of a name with the stack', sub('${AWS::StackName}-jobs'), sub('${AWS::StackName}-jobs'), []],
  ])('%s', (_, name, exported, rules) => expect(taking(name, exported)).toEqual(rules));
});

describe('a value of Parameter Store', () => {
  const DEFAULTED = { Jobs: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/app/jobs' } };
  const taking = (value: unknown, name: unknown, more: Json = { Parameters }) =>
    rulesOf({ 'data.yaml': data({ Parameters }, { Stored: stored(name) }), 'app.yaml': reader(value, more) });
  test.each<[string, unknown, unknown, string[]]>([
    ['by a dynamic reference', '{{resolve:ssm:/app/jobs}}', '/app/jobs', FOUND],
    ['of a version', '{{resolve:ssm:/app/jobs:3}}', '/app/jobs', FOUND],
    ['with a parameter in its name', sub('{{resolve:ssm:/${Stage}/jobs}}'), sub('/${Stage}/jobs'), FOUND],
    ['of another name', '{{resolve:ssm:/app/other}}', '/app/jobs', []],
    ['in a text', 'x{{resolve:ssm:/app/jobs}}', '/app/jobs', []],
  ])('%s', (_, value, name, rules) => expect(taking(value, name)).toEqual(rules));
  test('by a parameter of the template', () => {
    expect(taking({ Ref: 'Jobs' }, '/app/jobs', { Parameters: DEFAULTED })).toEqual(FOUND);
    expect(taking({ Ref: 'Jobs' }, '/app/other', { Parameters: DEFAULTED })).toEqual([]);
    const plain = { Jobs: { Type: 'String', Default: '/app/jobs' } };
    expect(taking({ Ref: 'Jobs' }, '/app/jobs', { Parameters: plain })).toEqual([]);
  });
  test('that two templates store is not known', () => {
    const twice = { Stored: stored('/app/jobs') };
    expect(
      rulesOf({ 'a.yaml': data({}, twice), 'b.yaml': data({}, twice), 'c.yaml': reader('{{resolve:ssm:/app/jobs}}') }),
    ).toEqual([]);
  });
});

describe('a nested stack whose template is a file of the scan', () => {
  const nested = (
    location: string,
    parameters: Json = {},
    type = 'AWS::CloudFormation::Stack',
    property = 'TemplateURL',
  ) => ({
    Type: type,
    Properties: { [property]: location, Parameters: parameters },
  });
  const app = reader({ Ref: 'QueueArn' }, { Parameters: { QueueArn: { Type: 'String' } } });
  const outputs = data({ Outputs: { QueueArn: { Value: arn } } });
  const given = { QueueArn: { 'Fn::GetAtt': ['Data', 'Outputs.QueueArn'] } };
  const root = (location: string, ...kind: string[]) => ({
    Resources: { Data: nested('./data.yaml', {}, ...kind), App: nested(location, given, ...kind) },
  });

  test('gets its parameters from the parent, and those from the outputs of another one', () => {
    const templates = { 'nested/app.yaml': app, 'data.yaml': outputs };
    expect(rulesOf({ 'root.yaml': root('nested/app.yaml'), ...templates })).toEqual(FOUND);
    const serverless = root('nested/app.yaml', 'AWS::Serverless::Application', 'Location');
    expect(rulesOf({ 'root.yaml': serverless, ...templates })).toEqual(FOUND);
  });
  test('polls for the same function as a mapping of the parent', () => {
    const parent = {
      ...reader(arn).Resources,
      Jobs: { ...Jobs, Properties: { ...Jobs.Properties, VisibilityTimeout: 360 } },
      App: nested('app.yaml', { QueueArn: arn, Function: { Ref: 'Handler' } }),
    };
    const child = {
      Parameters: { QueueArn: { Type: 'String' }, Function: { Type: 'String' } },
      Resources: { Mapping: mappingOf({ Ref: 'QueueArn' }, { Ref: 'Function' }) },
    };
    expect(rulesOf({ 'root.yaml': { Resources: parent }, 'app.yaml': child })).toEqual(['sqs-duplicate']);
  });
  test('of an address, or of another file, is not known', () => {
    const templates = { 'nested/app.yaml': app, 'data.yaml': outputs };
    expect(rulesOf({ 'root.yaml': root('https://example.com/nested/app.yaml'), ...templates })).toEqual([]);
    expect(rulesOf({ 'root.yaml': root('other.yaml'), ...templates })).toEqual([]);
  });
  test.each<[string, Json, string[]]>([
    ['the same values', given, FOUND],
    ['another value', { QueueArn: { Ref: 'Other' } }, []],
    ['none', {}, []],
  ])('of which two are made has the values that both are given: %s', (_, parameters, rules) => {
    const twice = { Resources: { ...root('app.yaml').Resources, Again: nested('app.yaml', parameters) } };
    expect(rulesOf({ 'root.yaml': twice, 'app.yaml': app, 'data.yaml': outputs })).toEqual(rules);
  });
});
