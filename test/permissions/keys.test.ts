import { Annotations as CdkAnnotations, Aws, CfnCondition, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ARNS, granted } from './template';
import {
  ActiveMqEventSourceMapping,
  DynamoDbEventSourceMapping,
  FailureDestination,
  KinesisConsumerEventSourceMapping,
  KinesisEventSourceMapping,
  MqAuthentication,
  SqsEventSourceMapping,
  SqsFifoEventSourceMapping,
} from '../../src';
import { SMALLEST } from '../construct/world';
import { warningsOf } from '../doors';
import { Fixtures } from '../fixtures';

const ATTRIBUTE = { name: 'id', type: dynamodb.AttributeType.STRING };
const USED = ['kms:Decrypt'];
const SENT = ['kms:Decrypt', 'kms:GenerateDataKey'];

const streamMapping = (f: Fixtures, stream: kinesis.IStream | kinesis.CfnStream) =>
  new KinesisEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.kinesis(f), target: f.target, stream });
const consumerMapping = (f: Fixtures, consumer: kinesis.IStreamConsumer | kinesis.CfnStreamConsumer) =>
  new KinesisConsumerEventSourceMapping(f.stack, 'Mapping', {
    ...SMALLEST.kinesisConsumer(f),
    target: f.target,
    consumer,
  });
const tableMapping = (f: Fixtures, table: dynamodb.ITable | dynamodb.CfnTable | dynamodb.CfnGlobalTable) =>
  new DynamoDbEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.dynamoDb(f), target: f.target, table });
const queueMapping = (f: Fixtures, queue: sqs.IQueue | sqs.CfnQueue) =>
  new SqsEventSourceMapping(f.stack, 'Mapping', { target: f.target, queue });
const failing = (f: Fixtures, onFailure: FailureDestination) =>
  new KinesisEventSourceMapping(f.stack, 'Mapping', { ...SMALLEST.kinesis(f), target: f.target, onFailure });
const brokerMapping = (f: Fixtures, credentials: secretsmanager.ISecret | secretsmanager.CfnSecret) =>
  new ActiveMqEventSourceMapping(f.stack, 'Mapping', {
    ...SMALLEST.activeMq(f),
    target: f.target,
    authentication: MqAuthentication.basic(credentials),
  });

const tableL1 = (f: Fixtures, kmsMasterKeyId: string) =>
  new dynamodb.CfnTable(f.stack, 'OneTable', {
    attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
    billingMode: 'PAY_PER_REQUEST',
    keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
    sseSpecification: { sseEnabled: true, sseType: 'KMS', kmsMasterKeyId },
    streamSpecification: { streamViewType: 'NEW_IMAGE' },
  });
const globalTableL1 = (f: Fixtures, replicas: dynamodb.CfnGlobalTable.ReplicaSpecificationProperty[]) =>
  new dynamodb.CfnGlobalTable(f.stack, 'OneTable', {
    attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
    keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
    replicas,
    streamSpecification: { streamViewType: 'NEW_IMAGE' },
  });
const consumerL1 = (f: Fixtures, keyId: string) =>
  new kinesis.CfnStreamConsumer(f.stack, 'OneConsumer', {
    consumerName: 'reader',
    streamArn: new kinesis.CfnStream(f.stack, 'OneStream', { streamEncryption: { encryptionType: 'KMS', keyId } })
      .attrArn,
  });
const bucketL1 = (f: Fixtures, kmsMasterKeyId: string) =>
  new s3.CfnBucket(f.stack, 'Bucket', {
    bucketEncryption: {
      serverSideEncryptionConfiguration: [
        { serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId } },
      ],
    },
  });

type World = (f: Fixtures) => unknown;

const L2S: [string, World, string[]][] = [
  ['a stream', (f) => streamMapping(f, new kinesis.Stream(f.stack, 'OneStream', { encryptionKey: f.key })), USED],
  [
    'a stream of a consumer',
    (f) =>
      consumerMapping(
        f,
        new kinesis.StreamConsumer(f.stack, 'OneConsumer', {
          streamConsumerName: 'reader',
          stream: new kinesis.Stream(f.stack, 'OneStream', { encryptionKey: f.key }),
        }),
      ),
    USED,
  ],
  [
    'a stream that exists already',
    (f) =>
      streamMapping(
        f,
        kinesis.Stream.fromStreamAttributes(f.stack, 'OneStream', {
          streamArn: ARNS.Stream,
          encryptionKey: f.key,
        }),
      ),
    USED,
  ],
  [
    'a table',
    (f) =>
      tableMapping(
        f,
        new dynamodb.Table(f.stack, 'OneTable', {
          partitionKey: ATTRIBUTE,
          stream: dynamodb.StreamViewType.NEW_IMAGE,
          encryptionKey: f.key,
        }),
      ),
    USED,
  ],
  [
    'a table of the second version',
    (f) =>
      tableMapping(
        f,
        new dynamodb.TableV2(f.stack, 'OneTable', {
          partitionKey: ATTRIBUTE,
          dynamoStream: dynamodb.StreamViewType.NEW_IMAGE,
          encryption: dynamodb.TableEncryptionV2.customerManagedKey(f.key),
        }),
      ),
    USED,
  ],
  ['a queue', (f) => queueMapping(f, new sqs.Queue(f.stack, 'OneQueue', { encryptionMasterKey: f.key })), USED],
  [
    'a queue that exists already',
    (f) =>
      queueMapping(
        f,
        sqs.Queue.fromQueueAttributes(f.stack, 'OneQueue', {
          queueArn: ARNS.Queue,
          keyArn: ARNS.Key,
        }),
      ),
    USED,
  ],
  [
    'a FIFO queue',
    (f) =>
      new SqsFifoEventSourceMapping(f.stack, 'Mapping', {
        target: f.target,
        queue: new sqs.Queue(f.stack, 'OneQueue', { fifo: true, encryptionMasterKey: f.key }),
      }),
    USED,
  ],
  [
    'a failure queue',
    (f) => failing(f, FailureDestination.queue(new sqs.Queue(f.stack, 'OneQueue', { encryptionMasterKey: f.key }))),
    SENT,
  ],
  [
    'a failure topic',
    (f) => failing(f, FailureDestination.topic(new sns.Topic(f.stack, 'Topic', { masterKey: f.key }))),
    SENT,
  ],
  [
    'a failure bucket',
    (f) => failing(f, FailureDestination.bucket(new s3.Bucket(f.stack, 'Bucket', { encryptionKey: f.key }))),
    ['kms:GenerateDataKey'],
  ],
];

/** Each L1 that names its key, in any of the ways to name one. */
const L1S: [string, (f: Fixtures, keyId: string) => unknown, string[]][] = [
  [
    'a stream',
    (f, keyId) =>
      streamMapping(
        f,
        new kinesis.CfnStream(f.stack, 'OneStream', { streamEncryption: { encryptionType: 'KMS', keyId } }),
      ),
    USED,
  ],
  ['a stream of a consumer', (f, keyId) => consumerMapping(f, consumerL1(f, keyId)), USED],
  ['a table', (f, keyId) => tableMapping(f, tableL1(f, keyId)), USED],
  [
    'a global table',
    (f, keyId) =>
      tableMapping(f, globalTableL1(f, [{ region: 'us-east-1', sseSpecification: { kmsMasterKeyId: keyId } }])),
    USED,
  ],
  ['a queue', (f, kmsMasterKeyId) => queueMapping(f, new sqs.CfnQueue(f.stack, 'OneQueue', { kmsMasterKeyId })), USED],
  [
    'a failure queue',
    (f, kmsMasterKeyId) =>
      failing(f, FailureDestination.queue(new sqs.CfnQueue(f.stack, 'OneQueue', { kmsMasterKeyId }))),
    SENT,
  ],
  [
    'a failure topic',
    (f, kmsMasterKeyId) => failing(f, FailureDestination.topic(new sns.CfnTopic(f.stack, 'Topic', { kmsMasterKeyId }))),
    SENT,
  ],
  [
    'a failure bucket',
    (f, keyId) => failing(f, FailureDestination.bucket(bucketL1(f, keyId))),
    ['kms:GenerateDataKey'],
  ],
];

const KEY_IDS: [string, (f: Fixtures) => string][] = [
  ["a reference to the key's ARN", (f) => f.key.keyArn],
  ["a reference to the key's id", (f) => f.key.keyId],
  ['a reference to an L1 key', (f) => new kms.CfnKey(f.stack, 'Key', { keyPolicy: {} }).ref],
  ['an id', () => '0a1b2c3d'],
  ['an ARN', () => ARNS.Key],
  ['an ARN with tokens in it', () => `arn:${Aws.PARTITION}:kms:${Aws.REGION}:${Aws.ACCOUNT_ID}:key/0a1b2c3d`],
  ['an id that is said later', () => Lazy.string({ produce: () => '0a1b2c3d' })],
  [
    'a reference to an alias of a key',
    (f) => new kms.CfnAlias(f.stack, 'Alias', { aliasName: 'alias/mine', targetKeyId: f.key.keyId }).ref,
  ],
];

const OF_AWS: [string, (f: Fixtures) => string][] = [
  ['the alias of a key that AWS manages', () => 'alias/aws/sqs'],
  ['the ARN of such an alias', () => 'arn:aws:kms:us-east-1:111122223333:alias/aws/sqs'],
  ['nothing', () => Aws.NO_VALUE],
];

const UNKNOWN: [string, (f: Fixtures) => string][] = [
  ['the alias of a key', () => 'alias/mine'],
  ['the ARN of an alias', () => 'arn:aws:kms:us-east-1:111122223333:alias/mine'],
  ['a parameter', (f) => new CfnParameter(f.stack, 'KeyParameter').valueAsString],
  ['what another stack exports', () => Fn.importValue('Key')],
  [
    'a condition',
    (f) => Fn.conditionIf(new CfnCondition(f.stack, 'IsProduction').logicalId, 'alias/mine', ARNS.Key).toString(),
  ],
  ['what SSM holds', () => '{{resolve:ssm:/keys/mine}}'],
];

function warningsIn(f: Fixtures): string[] {
  Template.fromStack(f.stack);
  return f.stack.node
    .findAll()
    .flatMap((one) => warningsOf(one))
    .filter(({ rule }) => rule === 'mapping-key-not-granted')
    .map(({ text }) => text);
}

function keysUsed(f: Fixtures): string[] {
  return granted(f.stack).filter((line) => line.startsWith('kms:'));
}

const onKey = (actions: string[]) => actions.map((action) => `${action} on ${ARNS.Key}`);

// In a Region, because CDK makes no table of the second version with a key elsewhere.
test.each(L2S)('the key of %s', (_, make, actions) => {
  const f = new Fixtures('us-east-1');
  make(f);
  expect(keysUsed(f)).toEqual(onKey(actions));
});

describe.each(L1S)('the key of %s, an L1', (_, make, actions) => {
  test.each(KEY_IDS)('%s', (__, keyIdOf) => {
    const f = new Fixtures();
    make(f, keyIdOf(f));
    expect(keysUsed(f)).toEqual(onKey(actions));
  });

  test.each(OF_AWS)('%s needs no permission', (__, keyIdOf) => {
    const f = new Fixtures();
    make(f, keyIdOf(f));
    expect(keysUsed(f)).toEqual([]);
    expect(warningsIn(f)).toEqual([]);
  });

  test.each(UNKNOWN)('%s does not tell the key: a warning says what to add', (__, keyIdOf) => {
    const f = new Fixtures();
    make(f, keyIdOf(f));
    expect(keysUsed(f)).toEqual([]);
    const [warning, ...others] = warningsIn(f);
    expect(others).toEqual([]);
    expect(JSON.parse(warning.slice(warning.indexOf('{"Effect'), warning.lastIndexOf('}') + 1))).toEqual({
      Effect: 'Allow',
      Action: actions,
      Resource: 'ARN of the key',
    });
    expect(warning).toContain('MyStack/');
    expect(warning).not.toContain('Token');
  });
});

test('an alias that is a construct knows its key, and an alias itself is no resource of a policy', () => {
  const f = new Fixtures();
  const encryptionMasterKey = new kms.Alias(f.stack, 'Alias', { aliasName: 'alias/mine', targetKey: f.key });
  queueMapping(f, new sqs.Queue(f.stack, 'OneQueue', { encryptionMasterKey }));
  expect(keysUsed(f)).toEqual(onKey(USED));
});

test.each<[string, World]>([
  ['no key', (f) => queueMapping(f, f.queue)],
  [
    'a key of SQS',
    (f) => queueMapping(f, new sqs.Queue(f.stack, 'OneQueue', { encryption: sqs.QueueEncryption.SQS_MANAGED })),
  ],
  [
    'a key that AWS manages',
    (f) => queueMapping(f, new sqs.Queue(f.stack, 'OneQueue', { encryption: sqs.QueueEncryption.KMS_MANAGED })),
  ],
  [
    'a key that AWS manages, of a table',
    (f) =>
      tableMapping(
        f,
        new dynamodb.Table(f.stack, 'OneTable', {
          partitionKey: ATTRIBUTE,
          stream: dynamodb.StreamViewType.NEW_IMAGE,
          encryption: dynamodb.TableEncryption.AWS_MANAGED,
        }),
      ),
  ],
  [
    'a key of S3',
    (f) =>
      failing(
        f,
        FailureDestination.bucket(new s3.Bucket(f.stack, 'Bucket', { encryption: s3.BucketEncryption.S3_MANAGED })),
      ),
  ],
])('nothing to allow: %s', (_, make) => {
  const f = new Fixtures();
  make(f);
  expect(keysUsed(f)).toEqual([]);
});

test.each<[string, (f: Fixtures) => secretsmanager.ISecret | secretsmanager.CfnSecret]>([
  ['an L2', (f) => new secretsmanager.Secret(f.stack, 'OneSecret', { encryptionKey: f.key })],
  ['an L1', (f) => new secretsmanager.CfnSecret(f.stack, 'OneSecret', { kmsKeyId: f.key.keyArn })],
  [
    'one that exists already',
    (f) =>
      secretsmanager.Secret.fromSecretAttributes(f.stack, 'OneSecret', {
        secretCompleteArn: ARNS.Secret,
        encryptionKey: f.key,
      }),
  ],
])('the key of a secret is for Secrets Manager only: %s', (_, secretOf) => {
  const f = new Fixtures();
  brokerMapping(f, secretOf(f));
  expect(keysUsed(f)).toEqual([
    `kms:Decrypt on ${ARNS.Key} if ` +
      `${JSON.stringify({ StringEquals: { 'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com' } })}`,
  ]);
});

describe("the key of a global table is that of the replica in the stack's Region", () => {
  const other = {
    region: 'eu-west-1',
    sseSpecification: { kmsMasterKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/other' },
  };

  test.each<[string, string | undefined, (stack: Stack) => string]>([
    ['a Region that is known', 'us-east-1', () => 'us-east-1'],
    ['the Region of the stack, whatever it is', undefined, (stack) => stack.region],
  ])('%s', (_, region, regionOf) => {
    const f = new Fixtures(region);
    tableMapping(
      f,
      globalTableL1(f, [other, { region: regionOf(f.stack), sseSpecification: { kmsMasterKeyId: ARNS.Key } }]),
    );
    expect(keysUsed(f)).toEqual(onKey(USED));
  });

  test('which is not known among several', () => {
    const f = new Fixtures();
    tableMapping(f, globalTableL1(f, [other, { region: 'us-east-1', sseSpecification: { kmsMasterKeyId: ARNS.Key } }]));
    expect(keysUsed(f)).toEqual([]);
  });
});

describe('an alias that was imported by its name', () => {
  test.each([
    ['alias/mine', 1],
    ['alias/aws/sqs', 0],
  ])('%s', (aliasName, count) => {
    const f = new Fixtures();
    queueMapping(
      f,
      new sqs.Queue(f.stack, 'OneQueue', { encryptionMasterKey: kms.Alias.fromAliasName(f.stack, 'Named', aliasName) }),
    );
    expect(keysUsed(f)).toEqual([]);
    expect(warningsIn(f)).toHaveLength(count);
  });

  test('with its key', () => {
    const f = new Fixtures();
    const encryptionMasterKey = kms.Alias.fromAliasAttributes(f.stack, 'Named', {
      aliasName: 'alias/mine',
      aliasTargetKey: f.key,
    });
    queueMapping(f, new sqs.Queue(f.stack, 'OneQueue', { encryptionMasterKey }));
    expect(keysUsed(f)).toEqual(onKey(USED));
  });
});

test('a stream that an L1 consumer knows by its ARN only says nothing of its key', () => {
  const f = new Fixtures();
  consumerMapping(
    f,
    new kinesis.CfnStreamConsumer(f.stack, 'OneConsumer', { consumerName: 'reader', streamArn: ARNS.Stream }),
  );
  expect(keysUsed(f)).toEqual([]);
  expect(warningsIn(f)).toEqual([]);
});

test('the warning of a secret names Secrets Manager too, and can be acknowledged', () => {
  const f = new Fixtures('us-east-1');
  brokerMapping(f, new secretsmanager.CfnSecret(f.stack, 'OneSecret', { kmsKeyId: 'alias/mine' }));
  expect(warningsIn(f)).toEqual([
    expect.stringContaining('"Condition":{"StringEquals":{"kms:ViaService":"secretsmanager.'),
  ]);
  CdkAnnotations.of(f.stack).acknowledgeWarning('mapping-key-not-granted');
  expect(warningsIn(f)).toEqual([]);
});

test('nobody is warned who grants access himself', () => {
  const f = new Fixtures();
  new SqsEventSourceMapping(f.stack, 'Mapping', {
    target: f.target,
    queue: new sqs.CfnQueue(f.stack, 'OneQueue', { kmsMasterKeyId: 'alias/mine' }),
    grantAccess: false,
  });
  expect(warningsIn(f)).toEqual([]);
});
