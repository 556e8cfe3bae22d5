import { CfnElement, Resource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import {
  ActiveMqEventSourceMapping,
  DocumentDbEventSourceMapping,
  DynamoDbEventSourceMapping,
  DynamoDbStartingPosition,
  KafkaAuthentication,
  KinesisConsumerEventSourceMapping,
  KinesisEventSourceMapping,
  MappingEventSource,
  DocumentDbAuthentication,
  MqAuthentication,
  MskCluster,
  MskEventSourceMapping,
  RabbitMqEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
  SqsEventSourceMapping,
  SqsFifoEventSourceMapping,
  StreamStartingPosition,
} from '../../src';
import { Fixtures } from '../fixtures';

const LATEST = StreamStartingPosition.latest();

/** The options that each source asks for at least. */
export const SMALLEST = {
  kinesis: (f: Fixtures) => ({ stream: f.stream, startingPosition: LATEST }),
  kinesisConsumer: (f: Fixtures) => ({ consumer: f.consumer, startingPosition: LATEST }),
  dynamoDb: (f: Fixtures) => ({ table: f.table, startingPosition: DynamoDbStartingPosition.latest() }),
  sqs: (f: Fixtures) => ({ queue: f.queue }),
  sqsFifo: (f: Fixtures) => ({ queue: f.fifoQueue }),
  msk: (f: Fixtures) => ({ cluster: MskCluster.provisioned(f.cluster), topic: 'clicks', startingPosition: LATEST }),
  selfManagedKafka: (f: Fixtures) => ({
    bootstrapServers: ['broker-1.example.com:9096'],
    topic: 'clicks',
    authentication: KafkaAuthentication.basic(f.secret),
  }),
  activeMq: (f: Fixtures) => ({
    broker: f.broker,
    queueName: 'tickets',
    authentication: MqAuthentication.basic(f.secret),
  }),
  rabbitMq: (f: Fixtures) => ({
    broker: f.rabbitBroker,
    queueName: 'mails',
    authentication: MqAuthentication.basic(f.secret),
  }),
  documentDb: (f: Fixtures) => ({
    cluster: f.documents,
    databaseName: 'shop',
    authentication: DocumentDbAuthentication.basic(f.secret),
    startingPosition: LATEST,
  }),
};

export type Source = keyof typeof SMALLEST;
export const SOURCES = Object.keys(SMALLEST) as Source[];

type Maker = (f: Fixtures, scope?: Construct, target?: lambda.IFunction) => Resource & lambda.IEventSourceMapping;

/** The smallest mapping of each source. */
export const MAKE: Record<Source, Maker> = {
  kinesis: (f, scope = f.stack, target = f.target) =>
    new KinesisEventSourceMapping(scope, 'Mapping', { ...SMALLEST.kinesis(f), target }),
  kinesisConsumer: (f, scope = f.stack, target = f.target) =>
    new KinesisConsumerEventSourceMapping(scope, 'Mapping', { ...SMALLEST.kinesisConsumer(f), target }),
  dynamoDb: (f, scope = f.stack, target = f.target) =>
    new DynamoDbEventSourceMapping(scope, 'Mapping', { ...SMALLEST.dynamoDb(f), target }),
  sqs: (f, scope = f.stack, target = f.target) =>
    new SqsEventSourceMapping(scope, 'Mapping', { ...SMALLEST.sqs(f), target }),
  sqsFifo: (f, scope = f.stack, target = f.target) =>
    new SqsFifoEventSourceMapping(scope, 'Mapping', { ...SMALLEST.sqsFifo(f), target }),
  msk: (f, scope = f.stack, target = f.target) =>
    new MskEventSourceMapping(scope, 'Mapping', { ...SMALLEST.msk(f), target }),
  selfManagedKafka: (f, scope = f.stack, target = f.target) =>
    new SelfManagedKafkaEventSourceMapping(scope, 'Mapping', { ...SMALLEST.selfManagedKafka(f), target }),
  activeMq: (f, scope = f.stack, target = f.target) =>
    new ActiveMqEventSourceMapping(scope, 'Mapping', { ...SMALLEST.activeMq(f), target }),
  rabbitMq: (f, scope = f.stack, target = f.target) =>
    new RabbitMqEventSourceMapping(scope, 'Mapping', { ...SMALLEST.rabbitMq(f), target }),
  documentDb: (f, scope = f.stack, target = f.target) =>
    new DocumentDbEventSourceMapping(scope, 'Mapping', { ...SMALLEST.documentDb(f), target }),
};

/** The form of `addEventSource` of each source. */
export const AS_EVENT_SOURCE: Record<Source, (f: Fixtures) => MappingEventSource> = {
  kinesis: (f) => KinesisEventSourceMapping.asEventSource('Mapping', SMALLEST.kinesis(f)),
  kinesisConsumer: (f) => KinesisConsumerEventSourceMapping.asEventSource('Mapping', SMALLEST.kinesisConsumer(f)),
  dynamoDb: (f) => DynamoDbEventSourceMapping.asEventSource('Mapping', SMALLEST.dynamoDb(f)),
  sqs: (f) => SqsEventSourceMapping.asEventSource('Mapping', SMALLEST.sqs(f)),
  sqsFifo: (f) => SqsFifoEventSourceMapping.asEventSource('Mapping', SMALLEST.sqsFifo(f)),
  msk: (f) => MskEventSourceMapping.asEventSource('Mapping', SMALLEST.msk(f)),
  selfManagedKafka: (f) => SelfManagedKafkaEventSourceMapping.asEventSource('Mapping', SMALLEST.selfManagedKafka(f)),
  activeMq: (f) => ActiveMqEventSourceMapping.asEventSource('Mapping', SMALLEST.activeMq(f)),
  rabbitMq: (f) => RabbitMqEventSourceMapping.asEventSource('Mapping', SMALLEST.rabbitMq(f)),
  documentDb: (f) => DocumentDbEventSourceMapping.asEventSource('Mapping', SMALLEST.documentDb(f)),
};

export function logicalIdOf(mapping: Construct): string {
  return Stack.of(mapping).resolve((mapping.node.defaultChild as CfnElement).logicalId) as string;
}

/** The properties of a stack's only mapping, as its template has them. */
export function propertiesIn(stack: Stack): Record<string, unknown> {
  const mappings = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::EventSourceMapping'));
  expect(mappings).toHaveLength(1);
  return mappings[0].Properties as Record<string, unknown>;
}
