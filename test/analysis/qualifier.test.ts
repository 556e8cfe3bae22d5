import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';

type Json = { readonly [name: string]: unknown };

/** The problems of the version that a mapping invokes; the mapping is an event of AWS SAM, or its own resource. */
function said(lambda: Json, FunctionName?: unknown, more: Json = {}, globals: Json = {}): string[] {
  const EventSourceArn = 'arn:aws:sqs:us-east-1:111122223333:jobs';
  const events =
    FunctionName === undefined ? { Events: { Jobs: { Type: 'SQS', Properties: { Queue: EventSourceArn } } } } : {};
  const mapping = {
    Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn, FunctionName } },
  };
  const template = readTemplate({
    Transform: 'AWS::Serverless-2016-10-31',
    Globals: { Function: globals },
    Resources: {
      Handler: { Type: 'AWS::Serverless::Function', Properties: { ...events, ...lambda } },
      ...(FunctionName === undefined ? {} : mapping),
      ...more,
    },
  });
  return checkMapping(template, template.mappings[0])
    .problems.map(({ rule }) => rule)
    .filter((rule) => UNDER_TEST.includes(rule));
}

const DURABLE = 'mapping-function-durable-unqualified';
const UNUSED = 'mapping-function-unqualified';
const UNDER_TEST = [DURABLE, UNUSED];

const BY_ID = { Ref: 'Handler' };
const BY_ARN = { 'Fn::GetAtt': ['Handler', 'Arn'] };
const provisioned = { AutoPublishAlias: 'live', ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 } };
const durable = { DurableConfig: { ExecutionTimeout: 600 } };
const shifted = (more: Json) => ({ AutoPublishAlias: 'live', DeploymentPreference: more });
const ARN = 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Handler}';

test.each<[string, Json, unknown, string[]]>([
  ['an event of a function with provisioned concurrency', provisioned, undefined, []],
  ['a mapping of a function with provisioned concurrency', provisioned, BY_ID, [UNUSED]],
  ['a mapping of it by its ARN', provisioned, BY_ARN, [UNUSED]],
  ['a mapping of it by an ARN that is put together', provisioned, { 'Fn::Sub': ARN }, [UNUSED]],
  ['a mapping of its newest version', provisioned, { 'Fn::Sub': '${Handler}:$LATEST' }, [UNUSED]],
  ['a mapping of its alias', provisioned, { Ref: 'Handler.Alias' }, []],
  ['a mapping of its version', provisioned, { Ref: 'Handler.Version' }, []],
  ['a mapping of its alias by name', provisioned, { 'Fn::Sub': `${ARN}:live` }, []],
  ['a mapping of a name that is not known', provisioned, { 'Fn::Sub': '${Handler}:${Name}' }, []],
  [
    'an event of a function with SnapStart and no alias',
    { SnapStart: { ApplyOn: 'PublishedVersions' } },
    undefined,
    [UNUSED],
  ],
  [
    'an event of a function with SnapStart',
    { AutoPublishAlias: 'live', SnapStart: { ApplyOn: 'PublishedVersions' } },
    undefined,
    [],
  ],
  [
    'a mapping of a function that is deployed gradually',
    shifted({ Type: 'Linear10PercentEvery1Minute' }),
    BY_ID,
    [UNUSED],
  ],
  ['a mapping of a function that is deployed at once', shifted({ Type: 'AllAtOnce' }), BY_ID, []],
  ['a mapping of a function that may be deployed at once', shifted({ Type: { Ref: 'Type' } }), BY_ID, []],
  [
    'a mapping of a function that is not deployed gradually',
    shifted({ Enabled: false, Type: 'Canary10Percent5Minutes' }),
    BY_ID,
    [],
  ],
  ['an event of a durable function', durable, undefined, [DURABLE]],
  ['an event of a durable function with an alias', { ...durable, AutoPublishAlias: 'live' }, undefined, []],
  ['a mapping of the newest version of a durable function', durable, { 'Fn::Sub': '${Handler.Arn}:$LATEST' }, []],
  ['a mapping of a durable function', durable, BY_ARN, [DURABLE]],
  [
    'a mapping of a durable function, of which the rest is not known',
    durable,
    { 'Fn::Join': ['', [BY_ARN, { Ref: 'End' }]] },
    [],
  ],
])('%s', (_, lambda, name, expected) => expect(said(lambda, name)).toEqual(expected));

test('an alias of a deployment group', () => {
  const alias = { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: BY_ID, Name: 'live' } };
  const update = {
    UpdatePolicy: { CodeDeployLambdaAliasUpdate: { ApplicationName: 'app', DeploymentGroupName: 'group' } },
  };
  expect(said({}, BY_ID, { Live: { ...alias, ...update } })).toEqual([UNUSED]);
  expect(said({}, BY_ID, { Live: alias })).toEqual([]);
  expect(said({}, { Ref: 'Live' }, { Live: { ...alias, ...update } })).toEqual([]);
});

test('what all functions have', () => {
  expect(said({}, undefined, {}, { SnapStart: { ApplyOn: 'PublishedVersions' } })).toEqual([UNUSED]);
  expect(said({}, undefined, {}, { SnapStart: { ApplyOn: 'PublishedVersions' }, AutoPublishAlias: 'live' })).toEqual(
    [],
  );
});

test('what a function has of its own, beside what all functions have', () => {
  const globals = { DeploymentPreference: { Type: 'AllAtOnce' }, VpcConfig: { SecurityGroupIds: ['sg-1'] } };
  const own = { AutoPublishAlias: 'live', DeploymentPreference: { Alarms: ['alarm'] } };
  expect(said(own, BY_ID, {}, globals)).toEqual([]);
  expect(said({ ...own, DeploymentPreference: { Type: 'Linear10PercentEvery1Minute' } }, BY_ID, {}, globals)).toEqual([
    UNUSED,
  ]);
  const Handler = { Type: 'AWS::Serverless::Function', Properties: { VpcConfig: { SecurityGroupIds: ['sg-2'] } } };
  const template = readTemplate({ Globals: { Function: globals }, Resources: { Handler } });
  expect(template.resource('Handler')!.properties.VpcConfig).toEqual({ SecurityGroupIds: ['sg-1', 'sg-2'] });
});
