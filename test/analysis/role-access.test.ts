import { checkMapping } from '../../src/analysis/check-mapping';
import { readTemplate } from '../../src/analysis/read-template';
import { ROLE_ACCESS } from '../../src/analysis/role-access';
import { cloudFormationPath } from '../../src/graph/names';
import { textOf } from '../../src/model/problem-text';
import { SOURCES } from '../cases';

type Json = { readonly [name: string]: unknown };

const QUEUE_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

function allow(Action: unknown, Resource: unknown = '*', more: Json = {}): Json {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource, ...more }] };
}

/** What is said of the role of a function that a queue's mapping invokes. */
function missing(role: Json, resources: Json = {}, outputs: Json = {}): string[] {
  const template = readTemplate({
    Outputs: outputs,
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
  const { problems } = checkMapping(template, template.mapping('Mapping')!);
  return problems.filter(({ rule }) => rule === ROLE_ACCESS.rule).map(({ says }) => /not allowed (.*)$/.exec(says)![1]);
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
    ['a managed policy for logs', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'] }, {}, ALL],
    ['a policy that is attached to another role', {}, {
      Another: { Type: 'AWS::IAM::Role' },
      Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Another' }], PolicyDocument: allow('*') } },
    }, ALL],
  ])('%s', (_, role, resources, said) => expect(missing(role, resources)).toEqual(said));
});

describe('says nothing where it may be allowed', () => {
  const attached = (Type: string, roles: Json, document = allow('sqs:*')): Json => ({ Policy: { Type, Properties: { ...roles, PolicyDocument: document } } });
  test.each<[string, Json, Json?]>([
    ['each action', policy(allow(QUEUE_ACTIONS, THIS_QUEUE))],
    ['an action with a wildcard', policy(allow(['SQS:Receive*', 'sqs:DeleteMessag?', 'sqs:*Attributes']))],
    ['under a condition', policy(allow('sqs:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))],
    ['with NotAction', policy({ Statement: { Effect: 'Allow', NotAction: 's3:*', Resource: '*' } })],
    ['an action that is not known', policy(allow({ Ref: 'Action' }))],
    ['a statement that is not known', policy({ Statement: [{ 'Fn::If': ['Prod', {}, {}] }] })],
    ['a document that is not known', { Policies: { 'Fn::If': ['Prod', [], []] } }],
    ['a resource that is not known', policy(allow('sqs:*', { 'Fn::Sub': 'arn:aws:sqs:us-east-1:123456789012:${Name}-jobs' }))],
    ['the managed policy for queues', { ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole' }] }],
    ['another managed policy', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }],
    ['a managed policy that is not known', { ManagedPolicyArns: [{ 'Fn::ImportValue': 'Policy' }] }],
    ['an attached policy', {}, attached('AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }] })],
    ['an attached managed policy', {}, attached('AWS::IAM::ManagedPolicy', { Roles: [{ Ref: 'Role' }] })],
    ['an attached policy of its own', {}, attached('AWS::IAM::RolePolicy', { RoleName: { Ref: 'Role' } })],
    ['a policy that is attached to a role by name', {}, attached('AWS::IAM::Policy', { Roles: ['a-role'] })],
    ['a managed policy of the template', { ManagedPolicyArns: [{ Ref: 'Policy' }] }, attached('AWS::IAM::ManagedPolicy', {})],
    ['the policy of the queue', {}, { Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: allow('sqs:*') } } }],
    ['a nested stack that takes the role', {}, { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Role: { Ref: 'Role' } } } } }],
    ['a role that is imported', {}, { Role: { Type: 'Custom::Role' } }],
  ])('%s', (_, role, resources = {}) => expect(missing(role, resources)).toEqual([]));

  test('a role that is exported', () => expect(missing({}, {}, { Role: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] }, Export: { Name: 'role' } } })).toEqual([]));
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
  'sqs': { EventSourceArn: 'arn:aws:sqs:us-east-2:123456789012:jobs' },
  'sqs-fifo': { EventSourceArn: 'arn:aws:sqs:us-east-2:123456789012:jobs.fifo' },
};

test.each(SOURCES)('asks the contract of $folder', ({ contract, smallest }) => {
  const template = readTemplate({
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      Handler: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
      Broker: { Type: 'AWS::AmazonMQ::Broker', Properties: { EngineType: contract.id === 'rabbit-mq' ? 'RABBITMQ' : 'ACTIVEMQ' } },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { ...smallest.properties, FunctionName: { Ref: 'Handler' }, ...SOURCE_OF[contract.id] },
      },
    },
  });
  const { problems } = checkMapping(template, template.mapping('Mapping')!);
  const said = problems.filter(({ rule }) => rule === ROLE_ACCESS.rule).map((problem) => textOf(problem, cloudFormationPath));
  expect(said).toMatchSnapshot();
  expect(said.filter((message) => ARN.test(message))).toEqual([]);
  expect(said.length).toBeGreaterThan(0);
});
