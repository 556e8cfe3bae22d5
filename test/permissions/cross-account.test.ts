import { Annotations as CdkAnnotations, App, Stack, Stage } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as msk from 'aws-cdk-lib/aws-msk';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deployed, granted, policiesIn, resourcesIn, Statement, statementsOf } from './template';
import {
  ActiveMqEventSourceMapping,
  DynamoDbEventSourceMapping,
  DynamoDbStartingPosition,
  KinesisConsumerEventSourceMapping,
  KinesisEventSourceMapping,
  MqAuthentication,
  MqBroker,
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  SqsEventSourceMapping,
  StreamStartingPosition,
} from '../../src';

const RULE = 'mapping-source-not-shared';
const READER = '111111111111';
const OWNER = '222222222222';
const REGION = 'us-east-1';
const ROLE = `arn:aws:iam::${READER}:role/reader`;
const ROOT = `arn:aws:iam::${READER}:root`;
const QUEUE = `arn:aws:sqs:${REGION}:${OWNER}:orders`;
const STREAM = `arn:aws:kinesis:${REGION}:${OWNER}:stream/clicks`;
const TABLE_STREAM = `arn:aws:dynamodb:${REGION}:${OWNER}:table/orders/stream/2026-01-01T00:00:00.000`;
const CLUSTER = `arn:aws:kafka:${REGION}:${OWNER}:cluster/clicks/0a1b-2`;

interface World {
  readonly app: App;
  readonly reader: Stack;
  readonly owner: Stack;
  readonly target: lambda.Function;
}

function world({
  roleName = 'reader',
  reader = READER,
  owner = OWNER,
}: { roleName?: string | null; reader?: string; owner?: string } = {}): World {
  const app = new App({ analyticsReporting: false });
  const stack = (id: string, account: string) =>
    new Stack(app, id, account ? { env: { account, region: REGION } } : {});
  const readers = stack('Reader', reader);
  return { app, reader: readers, owner: stack('Owner', owner), target: handler(readers, roleName ?? undefined) };
}

function handler(scope: Construct, roleName?: string): lambda.Function {
  return new lambda.Function(scope, 'Handler', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    role: new iam.Role(scope, 'Role', { roleName, assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
  });
}

const startingPosition = StreamStartingPosition.latest();

const mapQueue = ({ reader, target }: World, queue: sqs.IQueue) =>
  new SqsEventSourceMapping(reader, 'Mapping', { queue, target });
const mapStream = ({ reader, target }: World, stream: kinesis.IStream) =>
  new KinesisEventSourceMapping(reader, 'Mapping', { stream, target, startingPosition });
const mapConsumer = ({ reader, target }: World, consumer: kinesis.IStreamConsumer) =>
  new KinesisConsumerEventSourceMapping(reader, 'Mapping', { consumer, target, startingPosition });

/** The policies of resources in a stack: a line for each type, with its statements. */
function sharedIn(stack: Stack): { [type: string]: unknown } {
  const policies = Object.values(resourcesIn(stack)).filter(({ Type }) =>
    ['AWS::SQS::QueuePolicy', 'AWS::Kinesis::ResourcePolicy'].includes(Type),
  );
  return Object.fromEntries(
    policies.map(({ Type, Properties }, index) => {
      const document = (Properties.PolicyDocument ?? Properties.ResourcePolicy) as {
        Statement: (Statement & { Principal: unknown })[];
      };
      return [
        `${Type} ${index}`,
        deployed(document.Statement.map(({ Action, Principal, Condition }) => ({ Action, Principal, Condition }))),
      ];
    }),
  );
}

function warningsOf(stack: Stack): string[] {
  return Annotations.fromStack(stack)
    .findWarning('*', Match.stringLikeRegexp(RULE))
    .map(({ entry }) => String(entry.data));
}

function statementsIn(warning: string): unknown[] {
  const document = warning.slice(warning.indexOf('{"Statement'), warning.lastIndexOf('}') + 1);
  return (JSON.parse(document) as { Statement: unknown[] }).Statement;
}

const READ_QUEUE = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];
const READ_STREAM = [
  'kinesis:DescribeStream',
  'kinesis:DescribeStreamSummary',
  'kinesis:GetRecords',
  'kinesis:GetShardIterator',
  'kinesis:ListShards',
];
const READ_TABLE = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];

const BY_ROLE = { Principal: { AWS: ROOT }, Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE } } };

describe('a source of the app', () => {
  const SOURCES: [string, (w: World) => Construct, object][] = [
    [
      'queue',
      (w) => mapQueue(w, new sqs.Queue(w.owner, 'Queue', { queueName: 'orders' })),
      { 'AWS::SQS::QueuePolicy 0': [{ Action: READ_QUEUE, ...BY_ROLE }] },
    ],
    [
      'stream',
      (w) => mapStream(w, new kinesis.Stream(w.owner, 'Stream', { streamName: 'clicks' })),
      {
        'AWS::Kinesis::ResourcePolicy 0': [{ Action: READ_STREAM, ...BY_ROLE }],
      },
    ],
  ];

  test.each(SOURCES)('%s: its policy lets the role read, and its stack comes first', (_, make, expected) => {
    const w = world();
    make(w);
    w.app.synth();
    expect(sharedIn(w.owner)).toEqual(expected);
    expect(w.reader.dependencies).toContain(w.owner);
    expect(warningsOf(w.reader)).toEqual([]);
  });

  test(
    "whose stack waits for the reader's by way of two others does not come first: the stacks would wait for " +
      'each other',
    () => {
      const w = world();
      const [first, second] = ['First', 'Second'].map(
        (id) => new Stack(w.app, id, { env: { account: OWNER, region: REGION } }),
      );
      w.owner.addDependency(second);
      second.addDependency(first);
      first.addDependency(w.reader);
      mapQueue(w, new sqs.Queue(w.owner, 'Queue', { queueName: 'orders' }));
      expect(() => w.app.synth()).not.toThrow();
      expect(w.reader.dependencies).toEqual([]);
    },
  );

  test('a role that CloudFormation names is not known before: the account decides', () => {
    const w = world({ roleName: null });
    mapQueue(w, new sqs.Queue(w.owner, 'Queue', { queueName: 'orders' }));
    w.app.synth();
    expect(sharedIn(w.owner)).toEqual({
      'AWS::SQS::QueuePolicy 0': [{ Action: READ_QUEUE, Principal: { AWS: ROOT } }],
    });
  });

  test(
    'its key lets the role decrypt too, and the role may use the keys of that account, of which none has a ' +
      'name yet',
    () => {
      const w = world();
      const encryptionMasterKey = new kms.Key(w.owner, 'Key');
      mapQueue(w, new sqs.Queue(w.owner, 'Queue', { queueName: 'orders', encryptionMasterKey }));
      w.app.synth();
      const keys = Object.values(resourcesIn(w.owner)).filter(({ Type }) => Type === 'AWS::KMS::Key');
      expect(deployed((keys[0].Properties.KeyPolicy as { Statement: unknown[] }).Statement)).toContainEqual({
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: '*',
        ...BY_ROLE,
      });
      expect(granted(w.reader)).toContain(`kms:Decrypt on arn:aws:kms:${REGION}:${OWNER}:key/*`);
      expect(warningsOf(w.reader)).toEqual([]);
    },
  );

  test("in the mapping's own account, the key is named", () => {
    const w = world({ owner: READER });
    const encryptionMasterKey = new kms.Key(w.owner, 'Key');
    mapQueue(w, new sqs.Queue(w.owner, 'Queue', { encryptionMasterKey }));
    w.app.synth();
    const policies = policiesIn(w.reader)
      .flatMap(([, policy]) => statementsOf(policy))
      .filter(({ Action }) => Action === 'kms:Decrypt');
    expect(policies.map(({ Resource }) => Resource)).toEqual([
      { 'Fn::ImportValue': expect.stringContaining('Key') as unknown },
    ]);
    expect(sharedIn(w.owner)).toEqual({});
  });

  test("a key that can't be changed is warned of", () => {
    const w = world();
    const encryptionMasterKey = kms.Key.fromKeyArn(w.owner, 'Key', `arn:aws:kms:${REGION}:${OWNER}:key/0a1b`);
    mapQueue(w, new sqs.Queue(w.owner, 'Queue', { queueName: 'orders', encryptionMasterKey }));
    expect(warningsOf(w.reader)).toEqual([expect.stringMatching(/kms:Decrypt/)]);
    expect(granted(w.reader)).toContain(`kms:Decrypt on arn:aws:kms:${REGION}:${OWNER}:key/0a1b`);
  });

  test('in another stage has no order that one app could say', () => {
    const w = world();
    const elsewhere = new Stack(new Stage(w.app, 'Beta'), 'Owner', { env: { account: OWNER, region: REGION } });
    mapQueue(w, new sqs.Queue(elsewhere, 'Queue', { queueName: 'orders' }));
    expect(Object.keys(sharedIn(elsewhere))).toHaveLength(1);
    expect(w.reader.dependencies).toEqual([]);
  });

  test("whose stack waits for the mapping's is not waited for", () => {
    const w = world();
    w.owner.addDependency(w.reader);
    mapQueue(w, new sqs.Queue(w.owner, 'Queue', { queueName: 'orders' }));
    expect(() => w.app.synth()).not.toThrow();
  });

  test('gets one statement for all mappings of a role', () => {
    const w = world();
    const queue = new sqs.Queue(w.owner, 'Queue', { queueName: 'orders' });
    mapQueue(w, queue);
    new SqsEventSourceMapping(w.reader, 'Other', { queue, target: w.target.addAlias('live') });
    expect(sharedIn(w.owner)).toEqual({ 'AWS::SQS::QueuePolicy 0': [{ Action: READ_QUEUE, ...BY_ROLE }] });
  });

  test('is left alone without grantAccess', () => {
    const w = world();
    new SqsEventSourceMapping(w.reader, 'Mapping', {
      queue: new sqs.Queue(w.owner, 'Queue', { queueName: 'orders' }),
      target: w.target,
      grantAccess: false,
    });
    expect(sharedIn(w.owner)).toEqual({});
    expect(warningsOf(w.reader)).toEqual([]);
  });
});

describe('a source that exists already: a warning has the policy', () => {
  const table = (scope: Construct) =>
    dynamodb.Table.fromTableAttributes(scope, 'Table', {
      tableArn: TABLE_STREAM.replace(/\/stream.*/, ''),
      tableStreamArn: TABLE_STREAM,
    });

  const IMPORTS: [string, (w: World) => Construct, [string[], string][]][] = [
    ['queue', (w) => mapQueue(w, sqs.Queue.fromQueueArn(w.reader, 'Queue', QUEUE)), [[READ_QUEUE, QUEUE]]],
    ['stream', (w) => mapStream(w, kinesis.Stream.fromStreamArn(w.reader, 'Stream', STREAM)), [[READ_STREAM, STREAM]]],
    [
      'consumer, and its stream',
      (w) =>
        mapConsumer(
          w,
          kinesis.StreamConsumer.fromStreamConsumerArn(w.reader, 'Consumer', `${STREAM}/consumer/reader:1`),
        ),
      [
        [READ_STREAM, STREAM],
        [['kinesis:SubscribeToShard'], `${STREAM}/consumer/reader:1`],
      ],
    ],
    [
      'stream of a table',
      (w) =>
        new DynamoDbEventSourceMapping(w.reader, 'Mapping', {
          table: table(w.reader),
          target: w.target,
          startingPosition: DynamoDbStartingPosition.latest(),
        }),
      [[READ_TABLE, TABLE_STREAM]],
    ],
  ];

  test.each(IMPORTS)('%s', (_, make, expected) => {
    const w = world();
    make(w);
    expect(warningsOf(w.reader).flatMap(statementsIn)).toEqual(
      expected.map(([actions, resource]) => ({
        Effect: 'Allow',
        Action: actions.length > 1 ? actions : actions[0],
        Resource: resource,
        ...BY_ROLE,
      })),
    );
    CdkAnnotations.of(w.reader).acknowledgeWarning(RULE);
    expect(warningsOf(w.reader)).toEqual([]);
  });

  test('and says that its key has to allow it too', () => {
    const w = world();
    mapQueue(
      w,
      sqs.Queue.fromQueueAttributes(w.reader, 'Queue', {
        queueArn: QUEUE,
        keyArn: `arn:aws:kms:${REGION}:${OWNER}:key/0a1b`,
      }),
    );
    expect(warningsOf(w.reader)).toEqual([expect.stringContaining('The policy of its key')]);
  });

  test.each<[string, Parameters<typeof world>[0], string]>([
    ["the mapping's own account", { reader: OWNER }, QUEUE],
    ['a stack of which the account is not known', { reader: '' }, QUEUE],
  ])('nothing is said in %s', (_, accounts, queueArn) => {
    const w = world(accounts);
    mapQueue(w, sqs.Queue.fromQueueArn(w.reader, 'Queue', queueArn));
    expect(warningsOf(w.reader)).toEqual([]);
  });
});

describe('a cluster that is reached through a VPC connection', () => {
  function mapCluster({ reader, target }: World, targetClusterArn = CLUSTER, authentication?: MskAuthentication): void {
    const connection = new msk.CfnVpcConnection(reader, 'Connection', {
      authentication: 'SASL_IAM',
      clientSubnets: ['subnet-1'],
      securityGroups: ['sg-1'],
      targetClusterArn,
      vpcId: 'vpc-1',
    });
    const cluster = MskCluster.vpcConnection(connection);
    new MskEventSourceMapping(reader, 'Mapping', {
      cluster,
      topic: 'clicks',
      target,
      startingPosition,
      authentication,
    });
  }

  const CONNECT = {
    Effect: 'Allow',
    Principal: { AWS: ROOT },
    Action: [
      'kafka:CreateVpcConnection',
      'kafka:DescribeCluster',
      'kafka:DescribeClusterV2',
      'kafka:GetBootstrapBrokers',
    ],
    Resource: CLUSTER,
  };

  test('needs a policy of the cluster', () => {
    const w = world();
    mapCluster(w);
    expect(warningsOf(w.reader).map(statementsIn)).toEqual([[CONNECT]]);
  });

  test('which lets the role read the topic, where the cluster asks IAM', () => {
    const w = world();
    mapCluster(w, CLUSTER, MskAuthentication.iam());
    const [, ...records] = warningsOf(w.reader).flatMap(statementsIn) as Statement[];
    expect(records.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      ['kafka-cluster:Connect', CLUSTER],
      [
        ['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
        `arn:aws:kafka:${REGION}:${OWNER}:topic/clicks/0a1b-2/clicks`,
      ],
      [
        ['kafka-cluster:AlterGroup', 'kafka-cluster:DescribeGroup'],
        `arn:aws:kafka:${REGION}:${OWNER}:group/clicks/0a1b-2/*`,
      ],
    ]);
    records.forEach((statement) => expect(statement).toMatchObject(BY_ROLE));
  });

  test('and whose policy is in the app, is not warned of, and comes first', () => {
    const w = world();
    new msk.CfnClusterPolicy(w.owner, 'Policy', { clusterArn: CLUSTER, policy: {} });
    mapCluster(w);
    expect(warningsOf(w.reader)).toEqual([]);
    expect(w.reader.dependencies).toEqual([w.owner]);
  });

  test('of the same account needs none', () => {
    const w = world();
    mapCluster(w, CLUSTER.replace(OWNER, READER));
    expect(warningsOf(w.reader)).toEqual([]);
  });
});

describe('what AWS reads in one account only is refused, where the stack says which that is', () => {
  const secret = ({ reader }: World) =>
    secretsmanager.Secret.fromSecretCompleteArn(
      reader,
      'Secret',
      `arn:aws:secretsmanager:${REGION}:${READER}:secret:s-a1b2c3`,
    );

  const mapBroker = (w: World, account: string) =>
    new ActiveMqEventSourceMapping(w.reader, 'Mapping', {
      broker: MqBroker.fromBrokerArn(w.reader, 'Broker', `arn:aws:mq:${REGION}:${account}:broker:tickets:b-1`),
      queueName: 'tickets',
      authentication: MqAuthentication.basic(secret(w)),
      target: w.target,
    });
  const mapCluster = (w: World, account: string) =>
    new MskEventSourceMapping(w.reader, 'Mapping', {
      cluster: MskCluster.arn(`arn:aws:kafka:${REGION}:${account}:cluster/clicks/0a1b-2`),
      topic: 'clicks',
      target: w.target,
      startingPosition,
    });

  test.each<[string, (w: World, account: string) => Construct]>([
    ['active-mq-broker-in-account', mapBroker],
    ['msk-cluster-in-account', mapCluster],
  ])('%s', (rule, make) => {
    expect(() => make(world(), OWNER)).toThrow(rule);
    expect(() => make(world(), READER)).not.toThrow();
    expect(() => make(world({ reader: '' }), OWNER)).not.toThrow();
  });
});
