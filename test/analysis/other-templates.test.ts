import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { recognise } from '../../src/analysis/recognise';
import { cloudFormationPath } from '../../src/graph/names';
import { Template } from '../../src/graph/template';
import { problemText } from '../../src/model/problem-text';

type Json = { readonly [name: string]: unknown };
/** Templates by the names of their stacks. */
type Templates = { readonly [stack: string]: Json };

const MAPPING = 'AWS::Lambda::EventSourceMapping';
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const imported = (name: unknown) => ({ 'Fn::ImportValue': name });
const outputOf = (StackName: unknown, OutputName: string, more: Json = {}) => ({
  'Fn::GetStackOutput': { StackName, OutputName, ...more },
});
const exported = (Value: unknown, Name: unknown): Json => ({ Value, Export: { Name } });
const mappingOf = (EventSourceArn: unknown, FunctionName: unknown = { Ref: 'Handler' }, more: Json = {}): Json => ({
  Type: MAPPING,
  Properties: { EventSourceArn, FunctionName, ...more },
});
const lambda = (Timeout: number, more: Json = {}): Json => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Timeout, ...more },
});
const queue = (Properties: Json): Json => ({ Type: 'AWS::SQS::Queue', Properties });
/** Nothing is to be said of it for a function of 1 second. */
const CALM = queue({ RedriveAllowPolicy: {} });

function connect(templates: Templates, regions: { readonly [stack: string]: string } = {}): Map<string, Template> {
  const connected = new Map(Object.entries(templates).map(([stack, raw]) => [stack, readTemplate(raw)]));
  Template.connect(
    [...connected].map(([stack, template]) => ({ template, name: stack, stack, region: regions[stack] })),
  );
  return connected;
}

/** The problems of the mappings of all templates: the rule and the words before the reason. */
function told(templates: Templates, regions?: { readonly [stack: string]: string }): string[] {
  return [...connect(templates, regions)].flatMap(([stack, template]) =>
    template.mappings.flatMap((mapping) =>
      checkMapping(template, mapping).problems.map(
        ({ reason: _, ...problem }) =>
          `${stack} ${mapping.id} ${problem.rule}: ${problemText(problem, cloudFormationPath)}`,
      ),
    ),
  );
}

const rules = (templates: Templates) => told(templates).map((line) => line.split(':')[0]);

const SHORT = { Resources: { Jobs: queue({ VisibilityTimeout: 10, RedriveAllowPolicy: {} }) } };
const TOO_SHORT =
  'jobs Mapping sqs-visibility-timeout: queue Jobs of stack data has a visibility timeout of 10 seconds, less than ' +
  'the timeout of 30 seconds of function Handler';

describe('a source of another template', () => {
  const reading = (arn: unknown, more: Json = {}): Json => ({
    Resources: { Handler: lambda(30), Mapping: mappingOf(arn) },
    ...more,
  });
  test.each<[string, Json, unknown, string[]]>([
    ['by its export', { Outputs: { Arn: exported(arnOf('Jobs'), 'jobs') } }, imported('jobs'), [TOO_SHORT]],
    ['by an output', { Outputs: { Arn: { Value: arnOf('Jobs') } } }, outputOf('data', 'Arn'), [TOO_SHORT]],
    [
      'by an output, in this Region',
      { Outputs: { Arn: { Value: arnOf('Jobs') } } },
      outputOf('data', 'Arn', { Region: { Ref: 'AWS::Region' } }),
      [TOO_SHORT],
    ],
    [
      'by its name, which is exported',
      { Outputs: { Name: exported({ 'Fn::GetAtt': ['Jobs', 'QueueName'] }, 'name') } },
      {
        'Fn::Sub': ['arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Name}', { Name: imported('name') }],
      },
      [TOO_SHORT],
    ],
    [
      'by a name that has the default of a parameter in it',
      {
        Parameters: { Stage: { Type: 'String', Default: 'dev' } },
        Outputs: { Arn: exported(arnOf('Jobs'), { 'Fn::Sub': '${Stage}-jobs' }) },
      },
      imported('dev-jobs'),
      [TOO_SHORT],
    ],
    [
      'by a name that only the deployment knows',
      {
        Parameters: { Stage: { Type: 'String' } },
        Outputs: { Arn: exported(arnOf('Jobs'), { 'Fn::Sub': '${Stage}-jobs' }) },
      },
      imported({ 'Fn::Sub': '${Stage}-jobs' }),
      [],
    ],
    ['by an export of another name', { Outputs: { Arn: exported(arnOf('Jobs'), 'jobs') } }, imported('other'), []],
    ['by an output of another stack', { Outputs: { Arn: { Value: arnOf('Jobs') } } }, outputOf('other', 'Arn'), []],
    [
      'by an output of a stack that is not known',
      { Outputs: { Arn: { Value: arnOf('Jobs') } } },
      outputOf({ Ref: 'Stack' }, 'Arn'),
      [],
    ],
    [
      'by an attribute that is not its ARN',
      { Outputs: { Url: exported({ Ref: 'Jobs' }, 'url') } },
      imported('url'),
      [
        'jobs Mapping mapping-source-attribute: EventSourceArn is Ref of Jobs of stack data, which is not the ARN ' +
          'that Lambda polls: use Fn::GetAtt with Arn',
      ],
    ],
  ])('%s', (_, data, arn, expected) =>
    expect(told({ data: { ...SHORT, ...data }, jobs: reading(arn) })).toEqual(expected),
  );

  test('through a third one', () => {
    const data = { ...SHORT, Outputs: { Arn: exported(arnOf('Jobs'), 'jobs') } };
    const between = { Resources: {}, Outputs: { Arn: { Value: imported('jobs') } } };
    expect(told({ data, between, jobs: reading(outputOf('between', 'Arn')) })).toEqual([TOO_SHORT]);
  });

  test('that leads in a circle', () => {
    const one = { Resources: {}, Outputs: { Arn: { Value: outputOf('other', 'Arn') } } };
    const other = { Resources: {}, Outputs: { Arn: { Value: outputOf('one', 'Arn') } } };
    expect(told({ one, other, jobs: reading(outputOf('one', 'Arn')) })).toEqual([]);
  });

  test('that two templates export', () => {
    const data = { ...SHORT, Outputs: { Arn: exported(arnOf('Jobs'), 'jobs') } };
    expect(told({ data, again: data, jobs: reading(imported('jobs')) })).toEqual([]);
  });

  test('of a Region', () => {
    const Outputs = { Arn: exported(arnOf('Jobs'), 'jobs') };
    const templates = {
      data: { ...SHORT, Outputs },
      'data-us': { Resources: { Jobs: CALM }, Outputs },
      jobs: reading(imported('jobs')),
    };
    expect(told(templates, { data: 'eu-west-1', 'data-us': 'us-east-1', jobs: 'eu-west-1' })).toEqual([TOO_SHORT]);
    expect(told(templates, { data: 'us-east-1', 'data-us': 'eu-west-1' })).toEqual([]);
  });

  test('that a parent hands to nested stacks', () => {
    const nested = {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { Parameters: { referencetodataJobsArn: arnOf('Jobs') } },
    };
    const deeper = {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { Parameters: { referencetodataJobsArn: { Ref: 'referencetodataJobsArn' } } },
    };
    const data = { Resources: { ...SHORT.Resources, One: nested, Other: nested } };
    const between = { Resources: { Deeper: deeper } };
    expect(told({ data, between, jobs: reading({ Ref: 'referencetodataJobsArn' }) })).toEqual([TOO_SHORT]);
  });

  test('that a nested stack gives', () => {
    const data = {
      ...SHORT,
      Outputs: { dataJobsC1649054Arn: { Value: arnOf('Jobs') }, Arn: { Value: arnOf('Jobs') } },
    };
    const Nested = { Type: 'AWS::CloudFormation::Stack' };
    const jobs = (output: string) => ({
      Resources: { Nested, ...(reading({ 'Fn::GetAtt': ['Nested', `Outputs.${output}`] }).Resources as Json) },
    });
    expect(told({ data, jobs: jobs('dataJobsC1649054Arn') })).toEqual([TOO_SHORT]);
    expect(told({ data, jobs: jobs('Arn') })).toEqual([]);
  });
});

test.each<[string, Json, Json, string]>([
  [
    'a table',
    { Type: 'AWS::DynamoDB::Table' },
    { StartingPosition: 'LATEST' },
    'dynamodb-table-without-stream: EventSourceArn Source of stack data has no stream',
  ],
  [
    'a broker',
    { Type: 'AWS::AmazonMQ::Broker', Properties: { EngineType: 'ACTIVEMQ', AuthenticationStrategy: 'LDAP' } },
    {
      Queues: ['jobs'],
      SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: { Ref: 'Secret' } }],
    },
    'active-mq-broker-authentication: EventSourceArn Source of stack data is a broker that authenticates with LDAP',
  ],
])('%s of another template', (_, Source, more, said) => {
  const data = { Resources: { Source }, Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Source', 'StreamArn'] } } } };
  const arn = { Resources: { Source }, Outputs: { Arn: { Value: arnOf('Source') } } };
  const isTable = Source.Type === 'AWS::DynamoDB::Table';
  expect(
    told({
      data: isTable ? data : arn,
      jobs: { Resources: { Mapping: mappingOf(outputOf('data', 'Arn'), 'handler', more) } },
    }),
  ).toEqual([`jobs Mapping ${said}`]);
});

test('a function of another template', () => {
  const Live = { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Handler' } } };
  const Outputs = { Arn: { Value: arnOf('Handler') }, Live: exported({ Ref: 'Live' }, 'live') };
  const functions = { Resources: { Handler: lambda(30), Live }, Outputs };
  const jobs = (name: unknown) => ({ Resources: { ...SHORT.Resources, Mapping: mappingOf(arnOf('Jobs'), name) } });
  const said = [
    'jobs Mapping sqs-visibility-timeout: queue Jobs has a visibility timeout of 10 seconds, less than the timeout ' +
      'of 30 seconds of function Handler of stack functions',
  ];
  expect(told({ functions, jobs: jobs(outputOf('functions', 'Arn')) })).toEqual(said);
  expect(told({ functions, jobs: jobs(imported('live')) })).toEqual(said);
});

describe('a dead-letter queue whose source is in another template', () => {
  const dead = {
    Resources: { Dead: queue({}), Handler: lambda(1), Mapping: mappingOf(arnOf('Dead')) },
    Outputs: { Arn: exported(arnOf('Dead'), 'dead') },
  };
  const sources = (deadLetterTargetArn: unknown) => ({
    Resources: { Jobs: queue({ RedrivePolicy: { deadLetterTargetArn, maxReceiveCount: 5 } }) },
  });
  const none = ['dead Mapping sqs-dead-letter-queue'];
  test.each<[string, Templates, string[]]>([
    ['is none to warn of', { dead, sources: sources(imported('dead')) }, []],
    [
      'is read from a third one',
      {
        dead: { ...dead, Resources: { Dead: queue({}) } },
        sources: sources(imported('dead')),
        jobs: { Resources: { Handler: lambda(1), Mapping: mappingOf(imported('dead')) } },
      },
      [],
    ],
    [
      'may be read on a condition',
      {
        dead: {
          ...dead,
          Resources: {
            ...dead.Resources,
            Mapping: mappingOf(arnOf('Dead'), undefined, { BatchSize: { 'Fn::If': ['Prod', 1, 2] } }),
          },
        },
        sources: sources(imported('dead')),
      },
      [],
    ],
    ['is another one', { dead, sources: sources(imported('other')) }, none],
    ['is not known to be one', { dead }, none],
  ])('%s', (_, templates, expected) => expect(rules(templates)).toEqual(expected));
});

describe('mappings of the same source in two templates', () => {
  const data = (name: unknown) => ({
    Resources: { Jobs: CALM, Mapping: mappingOf(arnOf('Jobs'), name) },
    Outputs: { Arn: exported(arnOf('Jobs'), 'jobs') },
  });
  const functions = (name: unknown, more: Json = {}) => ({
    Resources: { Handler: lambda(1), Other: lambda(1), Again: mappingOf(imported('jobs'), name, more) },
    Outputs: { Arn: { Value: arnOf('Handler') }, Live: { Value: { 'Fn::Join': [':', [arnOf('Handler'), 'live']] } } },
  });
  const duplicate = [
    'functions Again sqs-duplicate: FunctionName has a mapping of the same source already: Mapping of stack data',
  ];
  const here = { Ref: 'Handler' };
  const there = outputOf('functions', 'Arn');
  test.each<[string, unknown, unknown, string[]]>([
    ['to one function', there, here, duplicate],
    ['to two functions', there, { Ref: 'Other' }, []],
    ['to a function and its alias', there, { 'Fn::Join': [':', [arnOf('Handler'), 'live']] }, []],
    ['to an alias', outputOf('functions', 'Live'), { 'Fn::Join': [':', [arnOf('Handler'), 'live']] }, duplicate],
    ['to functions that are called the same', 'handler', here, []],
    ['to functions of parameters that are called the same', { Ref: 'Name' }, { Ref: 'Name' }, []],
  ])('%s', (_, name, other, expected) =>
    expect(told({ data: data(name), functions: functions(other) })).toEqual(expected),
  );

  test('to functions whose ids are the same', () => {
    const own = { 'Fn::Sub': '${Handler}:live' };
    const templates = {
      data: { ...data(own), Resources: { ...data(own).Resources, Handler: lambda(1) } },
      functions: functions(own),
    };
    expect(told(templates)).toEqual([]);
  });

  test('of which one may not be made', () => {
    const { Again, ...others } = functions(here).Resources;
    expect(
      told({
        data: data(there),
        functions: { ...functions(here), Resources: { ...others, Again: { ...Again, Condition: 'Prod' } } },
      }),
    ).toEqual([]);
  });
});

test('endpoints of a network may be made in another template', () => {
  const resources = {
    Net: { Type: 'AWS::EC2::VPC' },
    Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Net' } } },
    Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Net' } } },
    Association: {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } },
    },
  };
  const network = {
    Resources: resources,
    Outputs: { Net: exported({ Ref: 'Net' }, 'net'), Subnet: exported({ Ref: 'Subnet' }, 'subnet') },
  };
  const Cluster = {
    Type: 'AWS::MSK::ServerlessCluster',
    Properties: { VpcConfigs: [{ SubnetIds: [imported('subnet')] }] },
  };
  const clicks = {
    Resources: {
      Cluster,
      Mapping: mappingOf({ Ref: 'Cluster' }, 'handler', { StartingPosition: 'LATEST', Topics: ['clicks'] }),
    },
  };
  const endpoint = (service: string) => ({
    Type: 'AWS::EC2::VPCEndpoint',
    Properties: { VpcId: imported('net'), ServiceName: { 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${service}` } },
  });
  const endpoints = { Resources: { Lambda: endpoint('lambda'), Sts: endpoint('sts') } };
  expect(rules({ network, clicks })).toEqual(['clicks Mapping msk-network-without-way-out']);
  expect(rules({ network, clicks, endpoints })).toEqual([]);
});

describe('the role of a function', () => {
  const role = (Policies?: Json[]): Json => ({ Type: 'AWS::IAM::Role', Properties: { Policies } });
  const allow = (Resource: unknown): Json => ({
    PolicyName: 'read',
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource }] },
  });
  const data = {
    Resources: { Jobs: CALM, Other: CALM },
    Outputs: { Arn: exported(arnOf('Jobs'), 'jobs'), Other: exported(arnOf('Other'), 'other') },
  };
  const jobs = (policies?: Json[], more: Json = {}) => ({
    Resources: {
      Role: role(policies),
      Handler: lambda(1, { Role: arnOf('Role') }),
      Mapping: mappingOf(imported('jobs')),
    },
    ...more,
  });
  const forAll = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' }] };
  const lacking = ['jobs Mapping mapping-role-access'];
  const functions = {
    Resources: { Role: role(), Handler: lambda(1, { Role: arnOf('Role') }) },
    Outputs: { Arn: exported(arnOf('Handler'), 'handler') },
  };
  test.each<[string, Templates, string[]]>([
    ['is allowed nothing', { data, jobs: jobs() }, lacking],
    ['is allowed what it needs on an imported queue', { data, jobs: jobs([allow(imported('jobs'))]) }, []],
    ['is allowed it on another imported queue', { data, jobs: jobs([allow(imported('other'))]) }, lacking],
    ['is handed on by an output', { data, jobs: jobs([], { Outputs: { Role: { Value: arnOf('Role') } } }) }, []],
    [
      'is of another template, with its function',
      { data, functions, jobs: { Resources: { Mapping: mappingOf(imported('jobs'), imported('handler')) } } },
      [],
    ],
    [
      'is of another template',
      {
        data,
        roles: { Resources: { Role: role() }, Outputs: { Arn: exported(arnOf('Role'), 'role') } },
        jobs: { Resources: { Handler: lambda(1, { Role: imported('role') }), Mapping: mappingOf(imported('jobs')) } },
      },
      [],
    ],
    [
      'is allowed it by the policy of a queue of another template',
      {
        data: {
          ...data,
          Resources: {
            ...data.Resources,
            Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: { PolicyDocument: forAll } },
          },
        },
        jobs: jobs(),
      },
      [],
    ],
  ])('%s', (_, templates, expected) => expect(rules(templates)).toEqual(expected));
});

test('a source of another template tells the kind of source', () => {
  const kind = (Outputs: Json, arn: unknown) => {
    const templates = connect({
      data: { Resources: { Jobs: queue({ FifoQueue: true }) }, Outputs },
      jobs: { Resources: { Mapping: mappingOf(arn, 'handler') } },
    });
    const jobs = templates.get('jobs')!;
    return recognise(jobs, jobs.mapping('Mapping')!).contracts.map(({ id }) => id);
  };
  expect(kind({ Arn: { Value: arnOf('Jobs') } }, outputOf('data', 'Arn'))).toEqual(['sqs-fifo']);
  expect(
    kind({ Arn: { Value: 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks' } }, outputOf('data', 'Arn')),
  ).toEqual(['kinesis']);
});
