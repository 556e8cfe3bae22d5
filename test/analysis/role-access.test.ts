import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { ROLE_ACCESS, ROLE_ACCESS_ORDER } from '../../src/analysis/role-access';
import { cloudFormationPath } from '../../src/graph/names';
import { Problem } from '../../src/model/problem';
import { problemText } from '../../src/model/problem-text';
import { SOURCES } from '../cases';

type Json = { readonly [name: string]: unknown };

const QUEUE_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

function allow(Action: unknown, Resource: unknown = '*', more: Json = {}): Json {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource, ...more }] };
}

/** The permissions that a function's role lacks for the mapping of a queue. */
function missing(role: Json, resources: Json = {}, outputs: Json = {}, more: Json = {}): string[] {
  return problemsOf(role, resources, { Outputs: outputs, ...more })
    .filter(({ rule }) => rule === ROLE_ACCESS.rule)
    .map(({ says }) => / lacks (.*)$/.exec(says)![1]);
}

/** The policies that the mapping should wait for. */
function late(role: Json, resources: Json = {}, more: Json = {}): string[] {
  return problemsOf(role, resources, more)
    .filter(({ rule }) => rule === ROLE_ACCESS_ORDER.rule)
    .map(({ says }) => /DependsOn: (.*)$/.exec(says)![1]);
}

function problemsOf(role: Json, resources: Json, more: Json): readonly Problem[] {
  const template = readTemplate({
    ...more,
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue' },
      Other: { Type: 'AWS::SQS::Queue' },
      Role: { Type: 'AWS::IAM::Role', Properties: role },
      Handler: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: { Ref: 'Handler' } },
      },
      ...resources,
    },
  });
  const mapping = template.mapping('Mapping') ?? template.mappings[0];
  return checkMapping(template, mapping).problems;
}

const policy = (document: Json): Json => ({ Policies: [{ PolicyName: 'own', PolicyDocument: document }] });
const arnOf = (id: string): Json => ({ 'Fn::GetAtt': [id, 'Arn'] });
const THIS_QUEUE = arnOf('Queue');
const ALL = ['sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:ReceiveMessage'];

describe('says what is missing', () => {
  test.each<[string, Json, Json, string[]]>([
    ['no policy', {}, {}, ALL],
    ['a policy without one action', policy(allow(QUEUE_ACTIONS.slice(0, 2))), {}, ['sqs:GetQueueAttributes']],
    ['a policy for another queue', policy(allow('sqs:*', { 'Fn::GetAtt': ['Other', 'Arn'] })), {}, ALL],
    ['a policy that denies', policy({ Statement: [{ Effect: 'Deny', Action: 'sqs:*', Resource: '*' }] }), {}, ALL],
    [
      'a managed policy for logs',
      { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'] },
      {},
      ALL,
    ],
    [
      'a policy that is attached to another role',
      {},
      {
        Another: { Type: 'AWS::IAM::Role' },
        Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Another' }], PolicyDocument: allow('*') } },
      },
      ALL,
    ],
  ])('%s', (_, role, resources, said) => expect(missing(role, resources)).toEqual(said));
});

describe('says nothing where it may be allowed', () => {
  const attached = (Type: string, roles: Json, document = allow('sqs:*')): Json => ({
    Policy: { Type, Properties: { ...roles, PolicyDocument: document } },
  });
  test.each<[string, Json, Json?]>([
    ['each action', policy(allow(QUEUE_ACTIONS, THIS_QUEUE))],
    ['an action with a wildcard', policy(allow(['SQS:Receive*', 'sqs:DeleteMessag?', 'sqs:*Attributes']))],
    ['under a condition', policy(allow('sqs:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))],
    ['with NotAction', policy({ Statement: { Effect: 'Allow', NotAction: 's3:*', Resource: '*' } })],
    ['an action that is not known', policy(allow({ Ref: 'Action' }))],
    ['a statement that is not known', policy({ Statement: [{ 'Fn::If': ['Prod', {}, {}] }] })],
    ['a document that is not known', { Policies: { 'Fn::If': ['Prod', [], []] } }],
    [
      'a resource that is not known',
      policy(allow('sqs:*', { 'Fn::Sub': 'arn:aws:sqs:us-east-1:123456789012:${Name}-jobs' })),
    ],
    [
      'the managed policy for queues',
      {
        ManagedPolicyArns: [
          { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole' },
        ],
      },
    ],
    ['another managed policy', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }],
    ['a managed policy that is not known', { ManagedPolicyArns: [{ 'Fn::ImportValue': 'Policy' }] }],
    ['managed policies that are not known', { ManagedPolicyArns: { Ref: 'Policies' } }],
    ['an attached policy', {}, attached('AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }] })],
    ['an attached managed policy', {}, attached('AWS::IAM::ManagedPolicy', { Roles: [{ Ref: 'Role' }] })],
    ['an attached policy of its own', {}, attached('AWS::IAM::RolePolicy', { RoleName: { Ref: 'Role' } })],
    ['a policy that is attached to a role by name', {}, attached('AWS::IAM::Policy', { Roles: ['a-role'] })],
    [
      'a managed policy of the template',
      { ManagedPolicyArns: [{ Ref: 'Policy' }] },
      attached('AWS::IAM::ManagedPolicy', {}),
    ],
    [
      'the policy of the queue',
      {},
      {
        Policy: {
          Type: 'AWS::SQS::QueuePolicy',
          Properties: {
            Queues: [{ Ref: 'Queue' }],
            PolicyDocument: allow('sqs:*', '*', { Principal: { AWS: arnOf('Role') } }),
          },
        },
      },
    ],
    [
      'a nested stack that takes the role',
      {},
      { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Role: { Ref: 'Role' } } } } },
    ],
    ['a role that is imported', {}, { Role: { Type: 'Custom::Role' } }],
  ])('%s', (_, role, resources = {}) => expect(missing(role, resources)).toEqual([]));

  test('a role that is exported', () =>
    expect(missing({}, {}, { Role: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] }, Export: { Name: 'role' } } })).toEqual(
      [],
    ));
});

describe('the policy of a resource', () => {
  const TABLE_POLICY = {
    PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'dynamodb:*', Resource: '*' }] },
  };
  const stream = (StreamSpecification: Json): Json => ({
    Queue: { Type: 'AWS::DynamoDB::Table', Properties: { StreamSpecification } },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Queue', 'StreamArn'] },
        FunctionName: { Ref: 'Handler' },
        StartingPosition: 'LATEST',
      },
    },
  });
  const shard = (policies: Json): Json => ({
    Queue: { Type: 'AWS::Kinesis::Stream' },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: THIS_QUEUE, FunctionName: { Ref: 'Handler' }, StartingPosition: 'LATEST' },
    },
    ...policies,
  });
  const policyOf = (Type: string, document: unknown, name = 'PolicyDocument'): Json => ({
    Policy: { Type, Properties: { [name]: document } },
  });
  const toRole = (action: string) => allow(action, '*', { Principal: { AWS: arnOf('Role') } });
  const toService = (action: string) => allow(action, '*', { Principal: { Service: 'sns.amazonaws.com' } });
  const SHARDS =
    'kinesis:DescribeStream, kinesis:DescribeStreamSummary, kinesis:GetRecords, kinesis:GetShardIterator, ' +
    'kinesis:ListShards';

  test.each<[string, Json, string[]]>([
    ['of a queue, for the role', policyOf('AWS::SQS::QueuePolicy', toRole('sqs:*')), []],
    ['of a queue, for a service', policyOf('AWS::SQS::QueuePolicy', toService('sqs:*')), ALL],
    ['of a queue, for another action', policyOf('AWS::SQS::QueuePolicy', toRole('sqs:SendMessage')), ALL],
    ['of a queue, that is not known', policyOf('AWS::SQS::QueueInlinePolicy', { Ref: 'Document' }), []],
    [
      'of a stream, for the role',
      shard(policyOf('AWS::Kinesis::ResourcePolicy', toRole('kinesis:*'), 'ResourcePolicy')),
      [],
    ],
    [
      'of a stream, for a service',
      shard(policyOf('AWS::Kinesis::ResourcePolicy', toService('kinesis:*'), 'ResourcePolicy')),
      [SHARDS],
    ],
    ['in the table, for the stream', stream({ StreamViewType: 'NEW_IMAGE', ResourcePolicy: TABLE_POLICY }), []],
    [
      'of another role',
      { Other: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: toRole('*') } } },
      ALL,
    ],
    ['of something that has texts for documents', policyOf('AWS::Logs::ResourcePolicy', '{}'), ALL],
  ])('%s', (_, resources, said) => expect(missing({}, resources)).toEqual(said));
});

describe('parts of a template that are not seen', () => {
  const connector = (Source: Json, Destination: Json): Json => ({
    Connector: { Type: 'AWS::Serverless::Connector', Properties: { Source, Destination } },
  });
  const SERVERLESS = 'AWS::Serverless-2016-10-31';
  test.each<[string, Json, Json, string[]]>([
    ['a connector to the function', connector({ Id: 'Queue' }, { Id: 'Handler' }), {}, []],
    ['a connector from the function', connector({ Id: 'Handler' }, { Id: 'Queue' }), {}, []],
    [
      'a connector that names the role',
      connector({ Id: 'Queue' }, { RoleName: { Ref: 'Role' }, Type: 'AWS::Lambda::Function' }),
      {},
      [],
    ],
    ['a connector between others', connector({ Id: 'Other' }, { Id: 'Handler2' }), {}, ALL],
    [
      'a connector in the source',
      { Queue: { Type: 'AWS::SQS::Queue', Connectors: { Read: { Properties: { Destination: { Id: 'Handler' } } } } } },
      {},
      [],
    ],
    [
      'a connector in another resource',
      { Other: { Type: 'AWS::SQS::Queue', Connectors: { Read: { Properties: { Destination: { Id: 'Else' } } } } } },
      {},
      ALL,
    ],
    [
      'a connector in the function',
      { Handler: { Type: 'AWS::Lambda::Function', Connectors: { Out: {} }, Properties: { Role: arnOf('Role') } } },
      {},
      [],
    ],
    ['an include', { 'Fn::Transform': { Name: 'AWS::Include', Parameters: {} } }, {}, []],
    ['an include of the whole template', {}, { Transform: { Name: 'AWS::Include', Parameters: {} } }, []],
    ['a loop that is not written out', { 'Fn::ForEach::Policies': ['Name', { Ref: 'Names' }, {}] }, {}, []],
    ['a macro', {}, { Transform: [SERVERLESS, 'TeamDefaults'] }, []],
    ['transforms that add no policies', {}, { Transform: ['AWS::LanguageExtensions', SERVERLESS] }, ALL],
    [
      'an include elsewhere',
      { Api: { Type: 'AWS::Serverless::Api', Properties: { DefinitionBody: { 'Fn::Transform': {} } } } },
      {},
      ALL,
    ],
  ])('%s', (_, resources, more, said) => expect(missing({}, resources, {}, more)).toEqual(said));

  test('an include in the role', () => expect(missing({ 'Fn::Transform': { Name: 'AWS::Include' } })).toEqual([]));
  test('an include in a policy', () =>
    expect(
      missing(
        {},
        {
          Policy: {
            Type: 'AWS::IAM::Policy',
            Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: {}, 'Fn::Transform': {} },
          },
        },
      ),
    ).toEqual([]));
});

describe('a policy that the mapping does not wait for', () => {
  const attached = (more: Json = {}, Roles: unknown[] = [{ Ref: 'Role' }]): Json => ({
    Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles, PolicyDocument: allow('sqs:*') }, ...more },
  });
  const mapping = (more: Json, properties: Json = {}): Json => ({
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: THIS_QUEUE, FunctionName: { Ref: 'Handler' }, ...properties },
      ...more,
    },
  });
  const handler = (more: Json, properties: Json = {}): Json => ({
    Handler: { Type: 'AWS::Lambda::Function', Properties: { Role: arnOf('Role'), ...properties }, ...more },
  });
  const sam = (properties: Json, more: Json = {}): Json => ({
    Mapping: { Type: 'AWS::SQS::Queue' },
    Handler: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        Role: arnOf('Role'),
        Events: { Jobs: { Type: 'SQS', Properties: { Queue: THIS_QUEUE } } },
        ...properties,
      },
      ...more,
    },
  });

  test.each<[string, Json, Json, string[]]>([
    ['of its own', {}, attached(), ['Policy']],
    [
      'of its own, managed',
      {},
      { Policy: { ...(attached().Policy as Json), Type: 'AWS::IAM::ManagedPolicy' } },
      ['Policy'],
    ],
    ['in two resources', {}, { ...attached(), Second: attached().Policy }, ['Policy, Second']],
    ['of its own, of AWS SAM', {}, { ...attached(), ...sam({}) }, ['Policy']],
    [
      'that names another role too',
      {},
      { ...attached({}, [{ Ref: 'Role' }, { Ref: 'Second' }]), Second: { Type: 'AWS::IAM::Role' } },
      ['Policy'],
    ],
    ['beside one in the role', policy(allow(QUEUE_ACTIONS)), attached(), []],
    ['beside one for some actions', policy(allow(QUEUE_ACTIONS.slice(0, 2))), attached(), ['Policy']],
    ['that the role refers to', { ManagedPolicyArns: [{ Ref: 'Policy' }] }, attached(), []],
    ['that it depends on', {}, { ...attached(), ...mapping({ DependsOn: 'Policy' }) }, []],
    ['that it depends on among others', {}, { ...attached(), ...mapping({ DependsOn: ['Other', 'Policy'] }) }, []],
    [
      'that it refers to',
      {},
      { ...attached(), ...mapping({}, { Tags: [{ Key: 'policy', Value: { Ref: 'Policy' } }] }) },
      [],
    ],
    ['that the function depends on', {}, { ...attached(), ...handler({ DependsOn: 'Policy' }) }, []],
    [
      'that a variable of the function names',
      {},
      { ...attached(), ...handler({}, { Environment: { Variables: { A: { 'Fn::Sub': 'x-${Policy}' } } } }) },
      [],
    ],
    [
      'that what it refers to depends on',
      {},
      { ...attached(), Queue: { Type: 'AWS::SQS::Queue', DependsOn: 'Policy' } },
      [],
    ],
    ["that AWS SAM's function depends on", {}, { ...attached(), ...sam({}, { DependsOn: 'Policy' }) }, []],
    ["that refers to AWS SAM's function", {}, { ...attached({ DependsOn: 'Handler' }), ...sam({}) }, []],
    ['that may be of another role', {}, attached({}, ['a-role']), []],
    [
      'beside that of the queue',
      {},
      {
        ...attached(),
        QueuePolicy: {
          Type: 'AWS::SQS::QueuePolicy',
          Properties: { PolicyDocument: allow('sqs:*', '*', { Principal: '*' }) },
        },
      },
      [],
    ],
    [
      'that is for logs only',
      policy(allow(QUEUE_ACTIONS)),
      {
        Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: allow('logs:*') } },
      },
      [],
    ],
  ])('%s', (_, role, resources, said) => expect(late(role, resources)).toEqual(said));

  test('that all functions of AWS SAM refer to', () => {
    const globals = { Globals: { Function: { Environment: { Variables: { POLICY: { Ref: 'Policy' } } } } } };
    expect(late({}, { ...attached(), ...sam({}) }, globals)).toEqual([]);
  });

  test('for a key, which Lambda asks for later', () => {
    const queue = { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { Ref: 'Key' } } };
    const keys = { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: allow('kms:*') } };
    expect(late(policy(allow('sqs:*')), { Queue: queue, Key: { Type: 'AWS::KMS::Key' }, Policy: keys })).toEqual([]);
  });
});

describe('how Lambda signs in to a cluster', () => {
  const sasl = (more: Json): Json => ({ ClientAuthentication: { Sasl: { Iam: { Enabled: true } }, ...more } });
  const reading = (cluster: Json, properties: Json = {}, Type = 'AWS::MSK::Cluster'): Json => ({
    Queue: { Type, Properties: cluster },
    Secret: { Type: 'AWS::SecretsManager::Secret' },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: THIS_QUEUE,
        FunctionName: { Ref: 'Handler' },
        Topics: ['clicks'],
        StartingPosition: 'LATEST',
        ...properties,
      },
    },
  });
  const role = policy(allow(['kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers', 'ec2:*', 'secretsmanager:*']));
  const CONNECT = [
    'kafka-cluster:Connect',
    'kafka-cluster:DescribeTopic, kafka-cluster:ReadData',
    'kafka-cluster:AlterGroup, kafka-cluster:DescribeGroup',
  ];
  const secret = { SourceAccessConfigurations: [{ Type: 'SASL_SCRAM_512_AUTH', URI: { Ref: 'Secret' } }] };
  const toTopic = {
    DestinationConfig: { OnFailure: { Destination: 'kafka://failed' } },
    ProvisionedPollerConfig: { MinimumPollers: 1 },
  };

  test.each<[string, Json, string[]]>([
    ['with the role', reading(sasl({})), CONNECT],
    ['with the role, to a serverless one', reading({}, {}, 'AWS::MSK::ServerlessCluster'), CONNECT],
    [
      'with the role, and a topic for failures',
      reading(sasl({}), toTopic),
      [...CONNECT, 'kafka-cluster:DescribeTopic, kafka-cluster:WriteData'],
    ],
    ['with the role or not at all', reading(sasl({ Unauthenticated: { Enabled: true } })), []],
    ['with a secret', reading(sasl({}), secret), ['kafka:ListScramSecrets']],
    ['in a way that is not known', reading({ ClientAuthentication: { Ref: 'Ways' } }), []],
    ['of another account', reading({}, {}, 'AWS::MSK::VpcConnection'), ['kafka:DescribeVpcConnection']],
  ])('%s', (_, resources, said) => expect(missing(role, resources)).toEqual(said));

  test.each<[string, string, string[]]>([
    ['that AWS does not run, with the role', 'IAM_AUTH', CONNECT],
    ['that AWS does not run, with a token', 'IAM_OAUTHBEARER_AUTH', ['sts:GetWebIdentityToken']],
  ])('%s', (_, Type, said) => {
    const endpoints = {
      SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['b.example.com:9098'] } },
      EventSourceArn: undefined,
    };
    expect(missing(role, reading({}, { ...endpoints, SourceAccessConfigurations: [{ Type }] }))).toEqual(said);
  });
});

describe('a stream', () => {
  const stream: Json = {
    Queue: { Type: 'AWS::Kinesis::Stream' },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: THIS_QUEUE, FunctionName: { Ref: 'Handler' }, StartingPosition: 'LATEST' },
    },
  };
  const READ = ['kinesis:GetRecords', 'kinesis:GetShardIterator'];
  test.each<[string, string[], string[]]>([
    ['with what AWS asks for', [...READ, 'kinesis:Describe*', 'kinesis:ListShards'], []],
    ['with what AWS asked for once', [...READ, 'kinesis:DescribeStream', 'kinesis:ListStreams'], []],
    [
      'without the older one',
      [...READ, 'kinesis:DescribeStreamSummary', 'kinesis:ListShards'],
      ['kinesis:DescribeStream'],
    ],
    ['of which records are not read', ['kinesis:DescribeStream'], [READ.join(', ')]],
  ])('%s', (_, actions, said) => expect(missing(policy(allow(actions)), stream)).toEqual(said));
});

describe('a broker', () => {
  const broker = (PubliclyAccessible: unknown, EventSourceArn: unknown = THIS_QUEUE, more: Json[] = []): Json => ({
    Queue: { Type: 'AWS::AmazonMQ::Broker', Properties: { EngineType: 'ACTIVEMQ', PubliclyAccessible } },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn,
        FunctionName: { Ref: 'Handler' },
        Queues: ['jobs'],
        SourceAccessConfigurations: [
          { Type: 'BASIC_AUTH', URI: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:s' },
          ...more,
        ],
      },
    },
  });
  const NETWORK = /^ec2:CreateNetworkInterface, /;
  test.each<[string, unknown, boolean]>([
    ['of a network', false, true],
    ['with a public endpoint', true, false],
    ['with a public endpoint, in a text', 'true', false],
    ['that may be public', { Ref: 'Public' }, false],
  ])('%s', (_, isPublic, needsNetwork) => {
    const said = missing(policy(allow(['mq:*', 'secretsmanager:*'])), broker(isPublic));
    expect(said.some((one) => NETWORK.test(one))).toBe(needsNetwork);
  });

  test('that is not in the template may be public', () => {
    const elsewhere = broker(false, 'arn:aws:mq:us-east-1:111122223333:broker:b:b-1', [
      { Type: 'VIRTUAL_HOST', URI: 'shop' },
    ]);
    expect(missing(policy(allow(['mq:*', 'secretsmanager:*'])), elsewhere)).toEqual([]);
    expect(missing(policy(allow(['mq:*'])), elsewhere)).toEqual(['secretsmanager:GetSecretValue']);
  });
});

describe('the key of a source', () => {
  const ENCRYPTED = { Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { Ref: 'Key' } } } };
  const ROOT = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };
  const key = (...principals: unknown[]): Json => {
    const Statement = principals.map((Principal) => ({ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' }));
    return { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement } } } };
  };
  const receive: Json = { Effect: 'Allow', Action: QUEUE_ACTIONS, Resource: '*' };
  const allowed = (...more: Json[]): Json => policy({ Statement: [receive, ...more] });
  const decrypt = (Resource: unknown): Json => ({ Effect: 'Allow', Action: 'kms:Decrypt', Resource });
  const OTHER_KEY = { OtherKey: { Type: 'AWS::KMS::Key' } };
  const TWO_KEYS = { ...key({ AWS: ROOT }), ...OTHER_KEY };
  const UNKNOWN_POLICY = { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Ref: 'Policy' } } } };
  const MISSING = ['kms:Decrypt on Key'];

  test.each<[string, Json, Json, string[]]>([
    ['that leaves its use to roles', key({ AWS: ROOT }), allowed(), MISSING],
    ['that services may use too', key({ AWS: ROOT }, { Service: 'sns.amazonaws.com' }), allowed(), MISSING],
    ['with the policy that keys have by default', { Key: { Type: 'AWS::KMS::Key' } }, allowed(), MISSING],
    ['and not the one that the role may use', TWO_KEYS, allowed(decrypt(arnOf('OtherKey'))), MISSING],
    ['that the role may use', key({ AWS: ROOT }), allowed(decrypt(arnOf('Key'))), []],
    ['where the role may use all keys', key({ AWS: ROOT }), allowed(decrypt('*')), []],
    ['that names the role', key({ AWS: ROOT }, { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }), allowed(), []],
    ['that names everyone, under a condition', key({ AWS: '*' }), allowed(), []],
    ['that names principals which are not known', key({ AWS: { Ref: 'Principals' } }), allowed(), []],
    ['with a policy that is not known', UNKNOWN_POLICY, allowed(), []],
    ['of another template', { Key: { Type: 'AWS::CloudFormation::CustomResource' } }, allowed(), []],
  ])('%s', (_, keys, role, said) => expect(missing(role, { ...ENCRYPTED, ...keys })).toEqual(said));

  test.each<[string, Json, string[]]>([
    ['leads to the source', { deadLetterTargetArn: THIS_QUEUE }, MISSING],
    ['leads elsewhere', { deadLetterTargetArn: arnOf('Other') }, []],
  ])('of a queue that %s', (_, RedrivePolicy, said) => {
    const jobs = { Jobs: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { Ref: 'Key' }, RedrivePolicy } } };
    expect(missing(allowed(), { ...jobs, ...key({ AWS: ROOT }) })).toEqual(said);
    expect(missing(allowed(decrypt(arnOf('Key'))), { ...jobs, ...key({ AWS: ROOT }) })).toEqual([]);
  });

  test('of AWS itself', () => {
    const queue = { Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/aws/sqs' } } };
    expect(missing(allowed(), { ...queue, ...key({ AWS: ROOT }) })).toEqual([]);
  });

  test('at a property that the L1 spells in another case', () => {
    const table = { Type: 'AWS::DynamoDB::Table', Properties: { SSESpecification: { KMSMasterKeyId: arnOf('Key') } } };
    const mapping = {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Queue', 'StreamArn'] },
        FunctionName: { Ref: 'Handler' },
        StartingPosition: 'LATEST',
      },
    };
    const resources = { Queue: table, Mapping: mapping, ...key({ AWS: ROOT }) };
    expect(missing(policy(allow('dynamodb:*')), resources)).toEqual(MISSING);
  });
});

describe('other resources that a mapping names', () => {
  const stream = (more: Json): Json => ({
    Queue: { Type: 'AWS::Kinesis::Stream' },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Failures: { Type: 'AWS::SQS::Queue' },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: THIS_QUEUE, FunctionName: { Ref: 'Handler' }, StartingPosition: 'LATEST', ...more },
    },
  });
  const onFailure = (name: string): Json => ({ DestinationConfig: { OnFailure: { Destination: arnOf(name) } } });

  test.each<[string, Json, Json, string[]]>([
    ['no destination', {}, allow('kinesis:*'), []],
    ['a queue', onFailure('Failures'), allow('kinesis:*'), ['sqs:SendMessage']],
    ['a queue that the role may send to', onFailure('Failures'), allow(['kinesis:*', 'sqs:SendMessage']), []],
    ['a bucket', onFailure('Bucket'), allow('kinesis:*'), ['s3:ListBucket', 's3:PutObject']],
    ['a bucket that the role may write to', onFailure('Bucket'), allow(['kinesis:*', 's3:*']), []],
  ])('%s', (_, more, document, said) => expect(missing(policy(document), stream(more))).toEqual(said));
});

const ARN = /arn:/;

const SOURCE_OF: { readonly [source: string]: Json } = {
  'active-mq': { EventSourceArn: { 'Fn::GetAtt': ['Broker', 'Arn'] } },
  'rabbit-mq': { EventSourceArn: { 'Fn::GetAtt': ['Broker', 'Arn'] } },
  sqs: { EventSourceArn: 'arn:aws:sqs:us-east-2:123456789012:jobs' },
  'sqs-fifo': { EventSourceArn: 'arn:aws:sqs:us-east-2:123456789012:jobs.fifo' },
};

test.each(SOURCES)('asks the contract of $folder', ({ contract, smallest }) => {
  const template = readTemplate({
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      Handler: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
      Broker: {
        Type: 'AWS::AmazonMQ::Broker',
        Properties: { EngineType: contract.id === 'rabbit-mq' ? 'RABBITMQ' : 'ACTIVEMQ' },
      },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { ...smallest.properties, FunctionName: { Ref: 'Handler' }, ...SOURCE_OF[contract.id] },
      },
    },
  });
  const { problems } = checkMapping(template, template.mapping('Mapping')!);
  const said = problems
    .filter(({ rule }) => rule === ROLE_ACCESS.rule)
    .map((problem) => problemText(problem, cloudFormationPath));
  expect(said).toMatchSnapshot();
  expect(said.filter((message) => ARN.test(message))).toEqual([]);
  expect(said.length).toBeGreaterThan(0);
});
