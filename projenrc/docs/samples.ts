import { App, Stack } from 'aws-cdk-lib';
import { DatabaseCluster } from 'aws-cdk-lib/aws-docdb';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Stream, StreamConsumer } from 'aws-cdk-lib/aws-kinesis';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  KafkaRecordFormat,
  DocumentDbAuthentication,
  FailureDestination,
  KafkaAuthentication,
  MqAuthentication,
  MqBroker,
  MskAuthentication,
  MskCluster,
  SchemaRegistry,
  SchemaValidationAttribute,
} from '../../src';

/** Options of a mapping, of which only those count that need access. */
type Options = object;

/** The options of a source that each mapping of it has, and others under what they are called in a document. */
export interface Sample {
  readonly smallest: Options;
  readonly more: { readonly [option: string]: Options };
}

const [ACCOUNT, REGION, OTHER_ACCOUNT] = ['111122223333', 'us-east-1', '444455556666'];

export const STACK = new Stack(new App({ analyticsReporting: false }), 'Documents', {
  env: { account: ACCOUNT, region: REGION },
});

const arn = (service: string, resource: string, account = ACCOUNT) =>
  `arn:aws:${service}:${REGION}:${account}:${resource}`;

const encryptionKey = Key.fromKeyArn(STACK, 'Key', arn('kms', 'key/1234abcd'));
const vpc = Vpc.fromVpcAttributes(STACK, 'Vpc', {
  vpcId: 'vpc-1',
  availabilityZones: ['us-east-1a'],
  privateSubnetIds: ['subnet-1'],
});
const securityGroups = [SecurityGroup.fromSecurityGroupId(STACK, 'SecurityGroup', 'sg-1')];
const secretCompleteArn = arn('secretsmanager', 'secret:credentials-AbCdEf');
const credentials = Secret.fromSecretCompleteArn(STACK, 'Secret', secretCompleteArn);
const encryptedCredentials = Secret.fromSecretAttributes(STACK, 'EncryptedSecret', {
  secretCompleteArn,
  encryptionKey,
});

/** The function that each mapping invokes. */
export const TARGET = Function.fromFunctionAttributes(STACK, 'Handler', {
  functionArn: arn('lambda', 'function:handler'),
  role: Role.fromRoleArn(STACK, 'Role', `arn:aws:iam::${ACCOUNT}:role/handler`),
});

const FAILURES = {
  '`onFailure`, a queue': {
    onFailure: FailureDestination.queue(Queue.fromQueueArn(STACK, 'FailureQueue', arn('sqs', 'failures'))),
  },
  '`onFailure`, a topic': {
    onFailure: FailureDestination.topic(Topic.fromTopicArn(STACK, 'FailureTopic', arn('sns', 'failures'))),
  },
  '`onFailure`, a bucket': {
    onFailure: FailureDestination.bucket(Bucket.fromBucketName(STACK, 'FailureBucket', 'failures')),
  },
};

const DENIAL = { '`restrictNetworkInterfacesToLambda`': { restrictNetworkInterfacesToLambda: true } };
const KEY_OF_THE_SECRET = 'a customer managed key of the secret';
const REGISTRY = {
  minimumPollers: 1,
  schemaRegistry: SchemaRegistry.glue(arn('glue', 'registry/clicks'), {
    format: KafkaRecordFormat.JSON,
    validate: [SchemaValidationAttribute.VALUE],
  }),
};
const SCHEMAS = { '`schemaRegistry` of AWS Glue': { provisionedMode: REGISTRY } };

const CLUSTER = arn('kafka', 'cluster/clicks/0a1b2c3d-2');
const OTHER_CLUSTER = arn('kafka', 'cluster/clicks/0a1b2c3d-2', OTHER_ACCOUNT);
const iam = MskAuthentication.iam();
const CONNECTION = {
  vpcConnectionRef: { vpcConnectionArn: arn('kafka', `vpc-connection/${OTHER_ACCOUNT}/clicks/0a1b2c3d-2`) },
};

const queueArn = arn('sqs', 'orders');
const queue = (id: string, keyArn?: string) =>
  Queue.fromQueueAttributes(STACK, id, { queueArn: id.startsWith('Fifo') ? `${queueArn}.fifo` : queueArn, keyArn });
const streamArn = arn('kinesis', 'stream/clicks');
const tableArn = arn('dynamodb', 'table/orders');
const tableStreamArn = `${tableArn}/stream/2026-01-01T00:00:00.000`;
const broker = MqBroker.fromBrokerArn(STACK, 'Broker', arn('mq', 'broker:tickets:b-1234'));

const BROKER: Sample = {
  smallest: { broker, authentication: MqAuthentication.basic(credentials) },
  more: {
    [KEY_OF_THE_SECRET]: { authentication: MqAuthentication.basic(encryptedCredentials) },
    ...DENIAL,
  },
};

export const SAMPLES: { readonly [source: string]: Sample } = {
  'active-mq': BROKER,
  documentdb: {
    smallest: {
      cluster: DatabaseCluster.fromDatabaseClusterAttributes(STACK, 'Documents', { clusterIdentifier: 'shop' }),
      authentication: DocumentDbAuthentication.basic(credentials),
    },
    more: {
      [KEY_OF_THE_SECRET]: { authentication: DocumentDbAuthentication.basic(encryptedCredentials) },
      ...DENIAL,
    },
  },
  dynamodb: {
    smallest: { table: Table.fromTableAttributes(STACK, 'Table', { tableArn, tableStreamArn }) },
    more: {
      'a customer managed key of the table': {
        table: Table.fromTableAttributes(STACK, 'EncryptedTable', { tableArn, tableStreamArn, encryptionKey }),
      },
      ...FAILURES,
    },
  },
  kinesis: {
    smallest: { stream: Stream.fromStreamArn(STACK, 'Stream', streamArn) },
    more: {
      'a customer managed key of the stream': {
        stream: Stream.fromStreamAttributes(STACK, 'EncryptedStream', { streamArn, encryptionKey }),
      },
      ...FAILURES,
    },
  },
  'kinesis-consumer': {
    smallest: {
      consumer: StreamConsumer.fromStreamConsumerArn(STACK, 'Consumer', `${streamArn}/consumer/reader:1767225600`),
    },
    more: FAILURES,
  },
  msk: {
    smallest: { cluster: MskCluster.arn(CLUSTER), topic: 'clicks' },
    more: {
      '`MskAuthentication.iam()`': { authentication: iam },
      '`MskAuthentication.iam()`, `consumerGroupId`': { authentication: iam, consumerGroupId: 'readers' },
      '`MskAuthentication.iam()`, `onFailureTopic`': {
        authentication: iam,
        provisionedMode: { minimumPollers: 1, onFailureTopic: 'failed-clicks' },
      },
      '`MskAuthentication.saslScram512(...)`': { authentication: MskAuthentication.saslScram512(credentials) },
      '`MskAuthentication.clientCertificateTls(...)`': {
        authentication: MskAuthentication.clientCertificateTls(credentials),
      },
      '`MskCluster.vpcConnection(...)`': { cluster: MskCluster.vpcConnection(CONNECTION as never, OTHER_CLUSTER) },
      ...SCHEMAS,
      ...FAILURES,
      ...DENIAL,
    },
  },
  'rabbit-mq': BROKER,
  'self-managed-kafka': {
    smallest: {
      bootstrapServers: ['broker-1.example.com:9096'],
      topic: 'clicks',
      authentication: KafkaAuthentication.basic(credentials),
    },
    more: {
      '`network`': { network: { vpc, securityGroups } },
      '`rootCaCertificate`': {
        rootCaCertificate: Secret.fromSecretCompleteArn(
          STACK,
          'Certificate',
          arn('secretsmanager', 'secret:certificate-GhIjKl'),
        ),
      },
      '`KafkaAuthentication.iam(...)`': { authentication: KafkaAuthentication.iam(CLUSTER) },
      '`KafkaAuthentication.iamOauthBearer(...)`': { authentication: KafkaAuthentication.iamOauthBearer('kafka') },
      ...SCHEMAS,
      ...FAILURES,
      ...DENIAL,
    },
  },
  sqs: {
    smallest: { queue: queue('Queue') },
    more: { 'a customer managed key of the queue': { queue: queue('EncryptedQueue', encryptionKey.keyArn) } },
  },
  'sqs-fifo': {
    smallest: { queue: queue('FifoQueue') },
    more: { 'a customer managed key of the queue': { queue: queue('FifoEncryptedQueue', encryptionKey.keyArn) } },
  },
};
