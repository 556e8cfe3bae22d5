import { App, CfnResource, Stack } from 'aws-cdk-lib';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
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
  RabbitMqEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
  SqsEventSourceMapping,
  SqsFifoEventSourceMapping,
  SqsScaling,
  StreamStartingPosition,
} from '../../src';

const CLUSTER = 'arn:aws:kafka:eu-west-1:123456789012:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2';
const BROKERS = 'arn:aws:mq:eu-west-1:123456789012:broker';
const startingPosition = StreamStartingPosition.latest();

/** The logical ids that a framework gives, so that an app of the CDK takes over its stack. */
export interface LogicalIds {
  readonly consumer: { readonly id: string; readonly name: string };
  readonly function: (name: string) => string;
  readonly alias?: { readonly name: string; readonly id: (name: string) => string };
}

/** The sources that the templates poll. */
class Sources extends Construct {
  public readonly queue = renamed(new sqs.Queue(this, 'Queue'), 'Queue');
  public readonly fifo = renamed(new sqs.Queue(this, 'FifoQueue', { fifo: true }), 'FifoQueue');
  public readonly stream = renamed(new kinesis.Stream(this, 'Stream'), 'Stream');
  public readonly consumer: kinesis.StreamConsumer;
  public readonly table = renamed(
    new dynamodb.Table(this, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      stream: dynamodb.StreamViewType.NEW_IMAGE,
    }),
    'Table',
  );
  public readonly credentials = renamed(new secretsmanager.Secret(this, 'Secret'), 'Secret');
  public readonly documents = renamed(
    new docdb.CfnDBCluster(this, 'Documents', { engineVersion: '5.0.0' }),
    'Documents',
  );

  constructor(scope: Construct, ids: LogicalIds) {
    super(scope, 'Sources');
    const { stream } = this;
    const consumer = new kinesis.StreamConsumer(this, 'Consumer', { streamConsumerName: ids.consumer.name, stream });
    this.consumer = renamed(consumer, ids.consumer.id);
  }
}

interface Given {
  readonly target: lambda.IFunction;
  readonly adopts?: string;
}

type Move = (scope: Construct, given: Given, sources: Sources) => Construct;

/** The functions of the templates, and the mapping of each in the app that they move to. */
const MAPPINGS: { readonly [functionName: string]: Move } = {
  ReadQueue: (scope, given, { queue }) =>
    new SqsEventSourceMapping(scope, 'Mapping', {
      queue,
      batchSize: 5,
      scaling: SqsScaling.maxConcurrency(7),
      ...given,
    }),
  ReadFifoQueue: (scope, given, { fifo: queue }) =>
    new SqsFifoEventSourceMapping(scope, 'Mapping', { queue, reportBatchItemFailures: true, ...given }),
  ReadStream: (scope, given, { stream }) =>
    new KinesisEventSourceMapping(scope, 'Mapping', { stream, startingPosition, retryAttempts: 3, ...given }),
  ReadConsumer: (scope, given, { consumer }) =>
    new KinesisConsumerEventSourceMapping(scope, 'Mapping', { consumer, startingPosition, ...given }),
  ReadTable: (scope, given, { table }) =>
    new DynamoDbEventSourceMapping(scope, 'Mapping', {
      table,
      startingPosition: DynamoDbStartingPosition.latest(),
      ...given,
    }),
  ReadMsk: (scope, given, { credentials }) =>
    new MskEventSourceMapping(scope, 'Mapping', {
      cluster: MskCluster.arn(CLUSTER),
      authentication: MskAuthentication.saslScram512(credentials),
      topic: 'clicks',
      startingPosition,
      ...given,
    }),
  ReadServers: (scope, given, { credentials }) =>
    new SelfManagedKafkaEventSourceMapping(scope, 'Mapping', {
      bootstrapServers: ['a.example.com:9092', 'b.example.com:9092'],
      authentication: KafkaAuthentication.saslScram512(credentials),
      topic: 'clicks',
      startingPosition,
      ...given,
    }),
  ReadActiveMq: (scope, given, { credentials }) =>
    new ActiveMqEventSourceMapping(scope, 'Mapping', {
      broker: MqBroker.fromBrokerArn(scope, 'Broker', `${BROKERS}:tickets:b-9bcfa592-423a-4942-879d-eb284b418fc8`),
      queueName: 'tickets',
      authentication: MqAuthentication.basic(credentials),
      ...given,
    }),
  ReadRabbitMq: (scope, given, { credentials }) =>
    new RabbitMqEventSourceMapping(scope, 'Mapping', {
      broker: MqBroker.fromBrokerArn(scope, 'Broker', `${BROKERS}:mails:b-0a1b2c3d-423a-4942-879d-eb284b418fc8`),
      queueName: 'mails',
      virtualHost: '/',
      authentication: MqAuthentication.basic(credentials),
      ...given,
    }),
  ReadDocumentDb: (scope, given, { documents: cluster, credentials }) =>
    new DocumentDbEventSourceMapping(scope, 'Mapping', {
      cluster,
      databaseName: 'shop',
      collectionName: 'products',
      startingPosition,
      authentication: DocumentDbAuthentication.basic(credentials),
      ...given,
    }),
};

export const FUNCTIONS = Object.keys(MAPPINGS);

/** Makes the app that the mappings of some functions move to, and gives the file of its template. */
export function synthesizeMoved(
  functions: readonly string[],
  ids: LogicalIds,
  adopts: ReadonlyMap<string, string> = new Map(),
): string {
  const app = new App({ analyticsReporting: false, context: { 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Jobs');
  const sources = new Sources(stack, ids);
  for (const name of functions) {
    const scope = new Construct(stack, name);
    MAPPINGS[name](scope, { target: targetIn(scope, name, ids), adopts: adopts.get(name) }, sources);
  }
  return app.synth().getStackByName('Jobs').templateFullPath;
}

function targetIn(scope: Construct, name: string, ids: LogicalIds): lambda.IFunction {
  const handler = new lambda.Function(scope, 'Handler', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
  });
  renamed(handler, ids.function(name));
  if (ids.alias === undefined) return handler;
  const alias = new lambda.Alias(scope, 'Alias', { aliasName: ids.alias.name, version: handler.currentVersion });
  return renamed(alias, ids.alias.id(name));
}

function renamed<Made extends Construct>(made: Made, logicalId: string): Made {
  const resource = (CfnResource.isCfnResource(made) ? made : made.node.defaultChild) as CfnResource;
  resource.overrideLogicalId(logicalId);
  return made;
}
