import { Duration } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  ActiveMqEventSourceMapping,
  DocumentDbAuthentication,
  DocumentDbEventSourceMapping,
  DynamoDbEventSourceMapping,
  DynamoDbFilter,
  DynamoDbStartingPosition,
  FailureDestination,
  KafkaAuthentication,
  KinesisEventSourceMapping,
  MqAuthentication,
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  RabbitMqEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
  SqsEventSourceMapping,
  SqsFifoEventSourceMapping,
  SqsFilter,
  SqsScaling,
  StreamStartingPosition,
} from '../../src';
import { Fixtures } from '../fixtures';

/**
 * A mistake that people make, and how well its message helps: from 1 (not at all) to 5 (says what is wrong and what to
 * write).
 */
export interface Mistake {
  readonly name: string;
  readonly rating: 4 | 5;
  make(f: Fixtures): unknown;
}

const first = StreamStartingPosition.trimHorizon();
/** A value that JavaScript and other languages let through. */
const anything = (value: unknown) => value as never;

const queue = (f: Fixtures, options: object = {}) =>
  new SqsEventSourceMapping(f.stack, 'Jobs', { queue: f.queue, target: f.target, ...options });
const stream = (f: Fixtures, options: object = {}) =>
  new KinesisEventSourceMapping(f.stack, 'Orders', {
    stream: f.stream,
    target: f.target,
    startingPosition: first,
    ...options,
  });
const table = (f: Fixtures, options: object = {}) =>
  new DynamoDbEventSourceMapping(f.stack, 'Changes', {
    table: f.table,
    target: f.target,
    startingPosition: DynamoDbStartingPosition.latest(),
    ...options,
  });
const kafka = (f: Fixtures, options: object = {}) =>
  new SelfManagedKafkaEventSourceMapping(f.stack, 'Audit', {
    bootstrapServers: ['broker-1.example.com:9096'],
    topic: 'audit',
    target: f.target,
    startingPosition: first,
    ...options,
  });
const msk = (f: Fixtures, options: object = {}) =>
  new MskEventSourceMapping(f.stack, 'Clicks', {
    cluster: MskCluster.provisioned(f.cluster),
    topic: 'clicks',
    target: f.target,
    startingPosition: first,
    ...options,
  });

export const MISTAKES: readonly Mistake[] = [
  { name: 'a large batch without a window', rating: 5, make: (f) => queue(f, { batchSize: 500 }) },
  { name: 'a window of ten minutes', rating: 5, make: (f) => stream(f, { maxBatchingWindow: Duration.minutes(10) }) },
  { name: 'a maximum concurrency of 1', rating: 5, make: (f) => queue(f, { scaling: SqsScaling.maxConcurrency(1) }) },
  {
    name: 'three mistakes at once',
    rating: 5,
    make: (f) => stream(f, { parallelizationFactor: 20, retryAttempts: -5, maxRecordAge: Duration.seconds(30) }),
  },
  {
    name: 'a FIFO queue in the construct of standard queues',
    rating: 5,
    make: (f) => queue(f, { queue: f.fifoQueue }),
  },
  {
    name: 'a standard queue in the construct of FIFO queues',
    rating: 5,
    make: (f) => new SqsFifoEventSourceMapping(f.stack, 'Jobs', { queue: f.queue, target: f.target }),
  },
  {
    name: 'a broker of another engine',
    rating: 5,
    make: (f) =>
      new RabbitMqEventSourceMapping(f.stack, 'Mails', {
        broker: f.broker,
        queueName: 'mails',
        authentication: MqAuthentication.basic(f.secret),
        target: f.target,
      }),
  },
  {
    name: 'a filter whose value is no list',
    rating: 5,
    make: (f) => queue(f, { filters: [SqsFilter.fromPattern({ body: { a: 'b' } })] }),
  },
  {
    name: 'a filter on data of a message',
    rating: 5,
    make: (f) => queue(f, { filters: [SqsFilter.fromPattern({ data: { a: ['b'] } })] }),
  },
  { name: 'a table without a stream', rating: 5, make: (f) => table(f, { table: f.tableWithoutStream }) },
  { name: 'Kafka with neither credentials nor a network', rating: 5, make: (f) => kafka(f) },
  {
    name: 'a server without a port',
    rating: 5,
    make: (f) =>
      kafka(f, { bootstrapServers: ['broker-1.example.com'], authentication: KafkaAuthentication.basic(f.secret) }),
  },
  {
    name: 'a second mapping of the same queue and function',
    rating: 5,
    make: (f) => [queue(f), new SqsEventSourceMapping(f.stack, 'Again', { queue: f.queue, target: f.target })],
  },
  {
    name: 'a visibility timeout that is shorter than the function runs',
    rating: 5,
    make: (f) => queue(f, { queue: new sqs.Queue(f.stack, 'Short', { visibilityTimeout: Duration.seconds(1) }) }),
  },
  {
    name: 'a whole event, where a filter takes a record',
    rating: 5,
    make: () => SqsFilter.fromPattern({ body: { a: [1] } }).evaluate(anything({ Records: [] })),
  },
  {
    name: 'a function that was imported without its role',
    rating: 5,
    make: (f) =>
      queue(f, {
        target: lambda.Function.fromFunctionArn(
          f.stack,
          'Imported',
          'arn:aws:lambda:eu-west-1:111111111111:function:handler',
        ),
      }),
  },
  {
    name: 'a FIFO queue as failure destination',
    rating: 5,
    make: (f) => stream(f, { onFailure: FailureDestination.queue(f.fifoQueue) }),
  },
  { name: 'a queue without a dead-letter queue', rating: 5, make: (f) => queue(f) },
  {
    name: 'a filter of numbers for a table',
    rating: 5,
    make: (f) =>
      table(f, {
        filters: [DynamoDbFilter.fromPattern({ dynamodb: { NewImage: { total: { N: [{ numeric: ['>', 5] }] } } } })],
      }),
  },
  {
    name: 'a reserved concurrency that is less than the pollers begin with',
    rating: 4,
    make: (f) =>
      queue(f, {
        target: new lambda.Function(f.stack, 'Slow', {
          code: lambda.Code.fromInline('exports.handler = async () => {};'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          reservedConcurrentExecutions: 2,
        }),
      }),
  },
  {
    name: 'a tumbling window and several batches of a shard',
    rating: 4,
    make: (f) => stream(f, { tumblingWindow: Duration.seconds(30), parallelizationFactor: 2 }),
  },
  { name: 'an encryption of filters without filters', rating: 4, make: (f) => queue(f, { filterEncryption: f.key }) },
  {
    name: 'a filter on attributes that Lambda does not filter',
    rating: 4,
    make: (f) => queue(f, { filters: [SqsFilter.fromPattern({ messageAttributes: { a: ['b'] } })] }),
  },
  { name: 'a window of half a second', rating: 5, make: (f) => stream(f, { maxBatchingWindow: Duration.millis(500) }) },
  {
    name: 'more pollers at least than at most',
    rating: 5,
    make: (f) => queue(f, { scaling: SqsScaling.provisioned({ minimumPollers: 30, maximumPollers: 3 }) }),
  },
  {
    name: 'a secret of another name than Amazon MSK takes',
    rating: 5,
    make: (f) => msk(f, { authentication: MskAuthentication.saslScram512(f.secret) }),
  },
  {
    name: 'subnets without a way out',
    rating: 5,
    make: (f) => {
      const vpc = new ec2.Vpc(f.stack, 'Closed', {
        natGateways: 0,
        subnetConfiguration: [{ name: 'a', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
      });
      const securityGroups = [new ec2.SecurityGroup(f.stack, 'Pollers', { vpc })];
      const subnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
      return kafka(f, { network: { vpc, subnets, securityGroups } });
    },
  },
  {
    name: 'a start in the future',
    rating: 5,
    make: (f) => stream(f, { startingPosition: StreamStartingPosition.atTimestamp(new Date('2099-01-01T00:00:00Z')) }),
  },
  {
    name: 'a start in milliseconds',
    rating: 5,
    make: (f) => stream(f, { startingPosition: StreamStartingPosition.atEpochSeconds(1767225600000) }),
  },
  {
    name: 'a name of a database with a space',
    rating: 5,
    make: (f) =>
      new DocumentDbEventSourceMapping(f.stack, 'Products', {
        cluster: f.documents,
        databaseName: 'a b',
        authentication: DocumentDbAuthentication.basic(f.secret),
        target: f.target,
        startingPosition: first,
      }),
  },
  { name: 'a number as a text', rating: 4, make: (f) => queue(f, { batchSize: anything('ten') }) },
  { name: 'no queue at all', rating: 4, make: (f) => queue(f, { queue: undefined }) },
  { name: 'no topic', rating: 4, make: (f) => msk(f, { topic: undefined }) },
  { name: 'no starting position', rating: 4, make: (f) => stream(f, { startingPosition: undefined }) },
  {
    name: 'a function of 15 minutes behind a broker',
    rating: 5,
    make: (f) =>
      new ActiveMqEventSourceMapping(f.stack, 'Tickets', {
        broker: f.broker,
        queueName: 'tickets',
        authentication: MqAuthentication.basic(f.secret),
        target: new lambda.Function(f.stack, 'Long', {
          code: lambda.Code.fromInline('exports.handler = async () => {};'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
          timeout: Duration.minutes(15),
        }),
      }),
  },
  {
    name: 'provisioned pollers of no number',
    rating: 4,
    make: (f) => queue(f, { scaling: SqsScaling.provisioned({}) }),
  },
  {
    name: 'a filter on an image that the stream does not have',
    rating: 5,
    make: (f) => {
      const keys = new dynamodb.Table(f.stack, 'Keys', {
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        stream: dynamodb.StreamViewType.KEYS_ONLY,
      });
      return table(f, {
        table: keys,
        filters: [DynamoDbFilter.fromPattern({ dynamodb: { NewImage: { state: { S: ['new'] } } } })],
      });
    },
  },
  {
    name: 'an ARN of another service',
    rating: 5,
    make: (f) =>
      queue(f, {
        queue: sqs.Queue.fromQueueAttributes(f.stack, 'Odd', {
          queueArn: 'arn:aws:sns:eu-west-1:123456789012:jobs',
          queueUrl: 'https://example.com',
        }),
      }),
  },
  {
    name: 'eleven filters',
    rating: 5,
    make: (f) =>
      queue(f, { filters: Array.from({ length: 11 }, (_, index) => SqsFilter.fromPattern({ body: { a: [index] } })) }),
  },
  { name: 'a batch of ten thousand and one', rating: 5, make: (f) => stream(f, { batchSize: 10_001 }) },
  { name: 'a batch of half a record', rating: 5, make: (f) => stream(f, { batchSize: 1.5 }) },
  { name: 'a tag with a character that AWS refuses', rating: 4, make: (f) => queue(f, { tags: { 'a<b': 'c' } }) },
  {
    name: 'the same topic as failure topic',
    rating: 5,
    make: (f) =>
      kafka(f, {
        authentication: KafkaAuthentication.basic(f.secret),
        provisionedMode: { maximumPollers: 2, onFailureTopic: 'audit' },
      }),
  },
  { name: 'retries that are no whole number', rating: 5, make: (f) => stream(f, { retryAttempts: 2.5 }) },
];
