import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as msk from 'aws-cdk-lib/aws-msk';
import { CfnSecret, ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type {
  aws_amazonmq,
  aws_docdb,
  aws_dynamodb,
  aws_kinesis,
  aws_secretsmanager,
  aws_sqs,
} from 'aws-cdk-lib/interfaces';
import { propertiesIn, SMALLEST } from './world';
import {
  ActiveMqEventSourceMapping,
  DocumentDbAuthentication,
  DocumentDbEventSourceMapping,
  DynamoDbEventSourceMapping,
  DynamoDbStartingPosition,
  KafkaAuthentication,
  KinesisConsumerEventSourceMapping,
  KinesisEventSourceMapping,
  MqAuthentication,
  MqBroker,
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
  SqsEventSourceMapping,
  SqsFifoEventSourceMapping,
  StreamStartingPosition,
} from '../../src';
import { Fixtures } from '../fixtures';

const startingPosition = StreamStartingPosition.latest();
const HERE = 'us-east-1:123456789012';
const STREAM_ARN = `arn:aws:kinesis:${HERE}:stream/orders`;
const CONSUMER_ARN = `${STREAM_ARN}/consumer/reader:1540591608`;
const TABLE_ARN = `arn:aws:dynamodb:${HERE}:table/orders`;
const TABLE_STREAM_ARN = `${TABLE_ARN}/stream/2023-06-10T19:26:16.525`;
const QUEUE_ARN = `arn:aws:sqs:${HERE}:jobs`;
const BROKER_ARN = `arn:aws:mq:${HERE}:broker:tickets:b-9bcfa592-423a-4942-879d-eb284b418fc8`;
const CLUSTER_ARN = `arn:aws:kafka:${HERE}:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2`;
const SECRET_ARN = `arn:aws:secretsmanager:${HERE}:secret:credentials-a1b2c3`;

type Shape<T> = [string, (f: Fixtures) => T, unknown];

/** A reference by logical id, whatever hash CDK has put behind it. */
const ref = (id: string) => ({ Ref: expect.stringMatching(new RegExp(`^${id}[0-9A-F]{0,8}$`)) });
const att = (id: string, attribute: string) => ({
  'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${id}[0-9A-F]{0,8}$`)), attribute],
});
const eventSourceArn = (f: Fixtures) => propertiesIn(f.stack).EventSourceArn;

test.each<Shape<aws_kinesis.IStreamRef>>([
  ['an L2', (f) => new kinesis.Stream(f.stack, 'Orders'), att('Orders', 'Arn')],
  ['an L1', (f) => new kinesis.CfnStream(f.stack, 'Orders'), att('Orders', 'Arn')],
  ['an import', (f) => kinesis.Stream.fromStreamArn(f.stack, 'Orders', STREAM_ARN), STREAM_ARN],
])('a stream may be %s', (_, stream, expected) => {
  const f = new Fixtures();
  new KinesisEventSourceMapping(f.stack, 'Mapping', { stream: stream(f), startingPosition, target: f.target });
  expect(eventSourceArn(f)).toEqual(expected);
});

test.each<Shape<aws_kinesis.IStreamConsumerRef>>([
  [
    'an L2',
    (f) =>
      new kinesis.StreamConsumer(f.stack, 'Reader', {
        stream: new kinesis.Stream(f.stack, 'Orders'),
        streamConsumerName: 'reader',
      }),
    att('Reader', 'ConsumerARN'),
  ],
  [
    'an L1',
    (f) => new kinesis.CfnStreamConsumer(f.stack, 'Reader', { consumerName: 'reader', streamArn: STREAM_ARN }),
    ref('Reader'),
  ],
  ['an import', (f) => kinesis.StreamConsumer.fromStreamConsumerArn(f.stack, 'Reader', CONSUMER_ARN), CONSUMER_ARN],
])('a consumer may be %s', (_, consumer, expected) => {
  const f = new Fixtures();
  new KinesisConsumerEventSourceMapping(f.stack, 'Mapping', {
    consumer: consumer(f),
    startingPosition,
    target: f.target,
  });
  expect(eventSourceArn(f)).toEqual(expected);
});

const KEY = { name: 'id', type: dynamodb.AttributeType.STRING };
const KEY_SCHEMA = {
  keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
  attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
  streamSpecification: { streamViewType: 'NEW_IMAGE' },
  billingMode: 'PAY_PER_REQUEST',
};

test.each<Shape<aws_dynamodb.ITableRef | aws_dynamodb.IGlobalTableRef>>([
  [
    'an L2',
    (f) => new dynamodb.Table(f.stack, 'Orders', { partitionKey: KEY, stream: dynamodb.StreamViewType.NEW_IMAGE }),
    att('Orders', 'StreamArn'),
  ],
  [
    'an L2 of a global table',
    (f) =>
      new dynamodb.TableV2(f.stack, 'Orders', { partitionKey: KEY, dynamoStream: dynamodb.StreamViewType.NEW_IMAGE }),
    att('Orders', 'StreamArn'),
  ],
  ['an L1', (f) => new dynamodb.CfnTable(f.stack, 'Orders', KEY_SCHEMA), att('Orders', 'StreamArn')],
  [
    'an L1 of a global table',
    (f) => new dynamodb.CfnGlobalTable(f.stack, 'Orders', { ...KEY_SCHEMA, replicas: [{ region: 'us-east-1' }] }),
    att('Orders', 'StreamArn'),
  ],
  [
    'an import with its stream',
    (f) =>
      dynamodb.Table.fromTableAttributes(f.stack, 'Orders', { tableArn: TABLE_ARN, tableStreamArn: TABLE_STREAM_ARN }),
    TABLE_STREAM_ARN,
  ],
  [
    'an import of a global table',
    (f) =>
      dynamodb.TableV2.fromTableAttributes(f.stack, 'Orders', {
        tableArn: TABLE_ARN,
        tableStreamArn: TABLE_STREAM_ARN,
      }),
    TABLE_STREAM_ARN,
  ],
])('a table may be %s', (_, table, expected) => {
  const f = new Fixtures();
  new DynamoDbEventSourceMapping(f.stack, 'Mapping', {
    table: table(f),
    startingPosition: DynamoDbStartingPosition.latest(),
    target: f.target,
  });
  expect(eventSourceArn(f)).toEqual(expected);
});

test.each<[string, (f: Fixtures) => aws_dynamodb.ITableRef]>([
  ['an L2', (f) => f.tableWithoutStream],
  ['an import', (f) => dynamodb.Table.fromTableArn(f.stack, 'Orders', TABLE_ARN)],
])('a table without a stream is refused: %s', (_, table) => {
  const f = new Fixtures();
  const make = () =>
    new DynamoDbEventSourceMapping(f.stack, 'Mapping', {
      table: table(f),
      startingPosition: DynamoDbStartingPosition.latest(),
      target: f.target,
    });
  expect(make).toThrow('[dynamodb-table-required]');
});

test.each<Shape<aws_sqs.IQueueRef>>([
  ['an L2', (f) => new sqs.Queue(f.stack, 'Jobs'), att('Jobs', 'Arn')],
  ['an L1', (f) => new sqs.CfnQueue(f.stack, 'Jobs'), att('Jobs', 'Arn')],
  ['an import', (f) => sqs.Queue.fromQueueArn(f.stack, 'Jobs', QUEUE_ARN), QUEUE_ARN],
])('a standard queue may be %s', (_, queue, expected) => {
  const f = new Fixtures();
  new SqsEventSourceMapping(f.stack, 'Mapping', { queue: queue(f), target: f.target });
  expect(eventSourceArn(f)).toEqual(expected);
});

test.each<Shape<aws_sqs.IQueueRef>>([
  ['an L2', (f) => new sqs.Queue(f.stack, 'Jobs', { fifo: true }), att('Jobs', 'Arn')],
  ['an L1', (f) => new sqs.CfnQueue(f.stack, 'Jobs', { fifoQueue: true }), att('Jobs', 'Arn')],
  ['an import', (f) => sqs.Queue.fromQueueArn(f.stack, 'Jobs', `${QUEUE_ARN}.fifo`), `${QUEUE_ARN}.fifo`],
])('a FIFO queue may be %s', (_, queue, expected) => {
  const f = new Fixtures();
  new SqsFifoEventSourceMapping(f.stack, 'Mapping', { queue: queue(f), target: f.target });
  expect(eventSourceArn(f)).toEqual(expected);
});

test.each<Shape<MskCluster>>([
  ['an L1', (f) => MskCluster.provisioned(f.cluster), ref('Cluster')],
  ['a serverless L1', (f) => MskCluster.serverless(f.serverlessCluster), ref('ServerlessCluster')],
  [
    'a VPC connection',
    (f) =>
      MskCluster.vpcConnection(
        new msk.CfnVpcConnection(f.stack, 'Connection', {
          authentication: 'SASL_IAM',
          clientSubnets: ['subnet-0a1b2c3d'],
          securityGroups: ['sg-0a1b2c3d'],
          targetClusterArn: CLUSTER_ARN,
          vpcId: 'vpc-0a1b2c3d',
        }),
      ),
    ref('Connection'),
  ],
  ['an ARN', () => MskCluster.arn(CLUSTER_ARN), CLUSTER_ARN],
])('an MSK cluster may be %s', (_, cluster, expected) => {
  const f = new Fixtures();
  new MskEventSourceMapping(f.stack, 'Mapping', {
    cluster: cluster(f),
    topic: 'clicks',
    startingPosition,
    target: f.target,
  });
  expect(eventSourceArn(f)).toEqual(expected);
});

test.each<Shape<aws_amazonmq.IBrokerRef>>([
  ['an L1', (f) => f.broker, att('Broker', 'Arn')],
  ['an import', (f) => MqBroker.fromBrokerArn(f.stack, 'Imported', BROKER_ARN), BROKER_ARN],
  ['an import by a token', (f) => MqBroker.fromBrokerArn(f.stack, 'Imported', f.text), ref('Text')],
])('a broker may be %s', (_, broker, expected) => {
  const f = new Fixtures();
  new ActiveMqEventSourceMapping(f.stack, 'Mapping', {
    broker: broker(f),
    queueName: 'tickets',
    authentication: MqAuthentication.basic(f.secret),
    target: f.target,
  });
  expect(eventSourceArn(f)).toEqual(expected);
});

test('a broker that exists already knows its id', () => {
  const f = new Fixtures();
  const { brokerRef }: aws_amazonmq.IBrokerRef = MqBroker.fromBrokerArn(f.stack, 'Imported', BROKER_ARN);
  expect(f.stack.resolve(brokerRef)).toEqual({
    brokerArn: BROKER_ARN,
    brokerId: 'b-9bcfa592-423a-4942-879d-eb284b418fc8',
  });
});

const clusterArn = (...end: unknown[]) => ({
  'Fn::Join': [
    '',
    ['arn:', { Ref: 'AWS::Partition' }, ':rds:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ...end],
  ],
});

test.each<Shape<aws_docdb.IDBClusterRef>>([
  [
    'an L2',
    (f) =>
      new docdb.DatabaseCluster(f.stack, 'Shop', {
        masterUser: { username: 'admin1' },
        instanceType: ec2.InstanceType.of(ec2.InstanceClass.R5, ec2.InstanceSize.LARGE),
        vpc: f.vpc,
      }),
    clusterArn(':cluster:', ref('Shop')),
  ],
  ['an L1', (f) => f.documents, clusterArn(':cluster:', ref('Documents'))],
  [
    'an import',
    (f) => docdb.DatabaseCluster.fromDatabaseClusterAttributes(f.stack, 'Shop', { clusterIdentifier: 'shop' }),
    clusterArn(':cluster:shop'),
  ],
])('a DocumentDB cluster may be %s', (_, cluster, expected) => {
  const f = new Fixtures();
  new DocumentDbEventSourceMapping(f.stack, 'Mapping', {
    ...SMALLEST.documentDb(f),
    cluster: cluster(f),
    target: f.target,
  });
  expect(eventSourceArn(f)).toEqual(expected);
});

const SECRETS: Shape<aws_secretsmanager.ISecretRef>[] = [
  ['an L2', (f) => new Secret(f.stack, 'Credentials'), ref('Credentials')],
  ['an L1', (f) => new CfnSecret(f.stack, 'Credentials'), ref('Credentials')],
  ['an import', (f): ISecret => Secret.fromSecretCompleteArn(f.stack, 'Credentials', SECRET_ARN), SECRET_ARN],
];

describe.each(SECRETS)('a secret may be %s', (_, secret, expected) => {
  const access = (f: Fixtures) => propertiesIn(f.stack).SourceAccessConfigurations;

  test('for Amazon MQ', () => {
    const f = new Fixtures();
    new ActiveMqEventSourceMapping(f.stack, 'Mapping', {
      ...SMALLEST.activeMq(f),
      authentication: MqAuthentication.basic(secret(f)),
      target: f.target,
    });
    expect(access(f)).toEqual([{ Type: 'BASIC_AUTH', URI: expected }]);
  });

  test('for Amazon DocumentDB', () => {
    const f = new Fixtures();
    new DocumentDbEventSourceMapping(f.stack, 'Mapping', {
      ...SMALLEST.documentDb(f),
      authentication: DocumentDbAuthentication.basic(secret(f)),
      target: f.target,
    });
    expect(access(f)).toEqual([{ Type: 'BASIC_AUTH', URI: expected }]);
  });

  test('for Amazon MSK', () => {
    const f = new Fixtures();
    new MskEventSourceMapping(f.stack, 'Mapping', {
      ...SMALLEST.msk(f),
      authentication: MskAuthentication.saslScram512(secret(f)),
      target: f.target,
    });
    expect(access(f)).toEqual([{ Type: 'SASL_SCRAM_512_AUTH', URI: expected }]);
  });

  test('for self-managed Kafka', () => {
    const f = new Fixtures();
    const rootCaCertificate = secret(f);
    new SelfManagedKafkaEventSourceMapping(f.stack, 'Mapping', {
      ...SMALLEST.selfManagedKafka(f),
      authentication: KafkaAuthentication.basic(rootCaCertificate),
      rootCaCertificate,
      target: f.target,
    });
    expect(access(f)).toEqual([
      { Type: 'BASIC_AUTH', URI: expected },
      { Type: 'SERVER_ROOT_CA_CERTIFICATE', URI: expected },
    ]);
  });
});
