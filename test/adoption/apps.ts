import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  AdoptedLogicalId,
  DynamoDbEventSourceMapping,
  DynamoDbStartingPosition,
  KafkaAuthentication,
  KinesisConsumerEventSourceMapping,
  KinesisEventSourceMapping,
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
  SqsEventSourceMapping,
  StreamStartingPosition,
} from '../../src';

// The old library itself uses what is deprecated.
process.env.JSII_DEPRECATED = 'quiet';

const LATEST = lambda.StartingPosition.LATEST;
const CLUSTER = 'arn:aws:kafka:eu-west-1:123456789012:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2';
const SERVERS = ['a.example.com:9092', 'b.example.com:9092'];
const TOPIC = 'clicks';

/** The source that a class of aws-lambda-event-sources polls, made in a cell's own scope, and its mappings. */
export interface Kind<Source extends Construct = Construct> {
  readonly source: (scope: Construct) => Source;
  readonly old: (source: Source) => lambda.IEventSource;
  /** The options of the generic L2 for the same mapping. */
  readonly options: (source: Source) => lambda.EventSourceMappingOptions;
  readonly young: (scope: Construct, source: Source, target: lambda.IFunction, adopts?: string) => Construct;
  readonly idOf: (target: lambda.IFunction, source: Source) => string;
}

function kind<Source extends Construct>(one: Kind<Source>): Kind {
  return one as unknown as Kind;
}

const secretIn = (scope: Construct) => new secretsmanager.Secret(scope, 'Source');
const young = StreamStartingPosition.latest();
const sasl = (secret: secretsmanager.Secret) => [
  { type: lambda.SourceAccessConfigurationType.SASL_SCRAM_512_AUTH, uri: secret.secretArn },
];

/** The classes of aws-lambda-event-sources that make mappings. */
export const KINDS: { readonly [className: string]: Kind } = {
  SqsEventSource: kind<sqs.Queue>({
    source: (scope) => new sqs.Queue(scope, 'Source'),
    old: (queue) => new sources.SqsEventSource(queue),
    options: (queue) => ({ eventSourceArn: queue.queueArn }),
    young: (scope, queue, target, adopts) => new SqsEventSourceMapping(scope, 'Mapping', { queue, target, adopts }),
    idOf: (target, queue) => AdoptedLogicalId.ofSqsEventSource(target, queue),
  }),
  KinesisEventSource: kind<kinesis.Stream>({
    source: (scope) => new kinesis.Stream(scope, 'Source'),
    old: (stream) => new sources.KinesisEventSource(stream, { startingPosition: LATEST }),
    options: (stream) => ({ eventSourceArn: stream.streamArn, startingPosition: LATEST }),
    young: (scope, stream, target, adopts) =>
      new KinesisEventSourceMapping(scope, 'Mapping', { stream, target, startingPosition: young, adopts }),
    idOf: (target, stream) => AdoptedLogicalId.ofKinesisEventSource(target, stream),
  }),
  KinesisConsumerEventSource: kind<kinesis.StreamConsumer>({
    source: (scope) =>
      new kinesis.StreamConsumer(scope, 'Source', {
        streamConsumerName: 'reader',
        stream: new kinesis.Stream(scope, 'Stream'),
      }),
    old: (consumer) => new sources.KinesisConsumerEventSource(consumer, { startingPosition: LATEST }),
    options: (consumer) => ({ eventSourceArn: consumer.streamConsumerArn, startingPosition: LATEST }),
    young: (scope, consumer, target, adopts) =>
      new KinesisConsumerEventSourceMapping(scope, 'Mapping', { consumer, target, startingPosition: young, adopts }),
    idOf: (target, consumer) => AdoptedLogicalId.ofKinesisConsumerEventSource(target, consumer),
  }),
  DynamoEventSource: kind<dynamodb.Table>({
    source: (scope) =>
      new dynamodb.Table(scope, 'Source', {
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        stream: dynamodb.StreamViewType.NEW_IMAGE,
      }),
    old: (table) => new sources.DynamoEventSource(table, { startingPosition: LATEST }),
    options: (table) => ({ eventSourceArn: table.tableStreamArn!, startingPosition: LATEST }),
    young: (scope, table, target, adopts) =>
      new DynamoDbEventSourceMapping(scope, 'Mapping', {
        table,
        target,
        startingPosition: DynamoDbStartingPosition.latest(),
        adopts,
      }),
    idOf: (target, table) => AdoptedLogicalId.ofDynamoEventSource(target, table),
  }),
  ManagedKafkaEventSource: kind<secretsmanager.Secret>({
    source: secretIn,
    old: (secret) =>
      new sources.ManagedKafkaEventSource({ clusterArn: CLUSTER, topic: TOPIC, secret, startingPosition: LATEST }),
    options: (secret) => ({
      eventSourceArn: CLUSTER,
      kafkaTopic: TOPIC,
      startingPosition: LATEST,
      sourceAccessConfigurations: sasl(secret),
    }),
    young: (scope, secret, target, adopts) =>
      new MskEventSourceMapping(scope, 'Mapping', {
        cluster: MskCluster.arn(CLUSTER),
        authentication: MskAuthentication.saslScram512(secret),
        topic: TOPIC,
        startingPosition: young,
        target,
        adopts,
      }),
    idOf: (target) => AdoptedLogicalId.ofManagedKafkaEventSource(target, TOPIC),
  }),
  SelfManagedKafkaEventSource: kind<secretsmanager.Secret>({
    source: secretIn,
    old: (secret) =>
      new sources.SelfManagedKafkaEventSource({
        bootstrapServers: SERVERS,
        topic: TOPIC,
        secret,
        startingPosition: LATEST,
      }),
    options: (secret) => ({
      kafkaBootstrapServers: SERVERS,
      kafkaTopic: TOPIC,
      startingPosition: LATEST,
      sourceAccessConfigurations: sasl(secret),
    }),
    young: (scope, secret, target, adopts) =>
      new SelfManagedKafkaEventSourceMapping(scope, 'Mapping', {
        bootstrapServers: SERVERS,
        authentication: KafkaAuthentication.saslScram512(secret),
        topic: TOPIC,
        startingPosition: young,
        target,
        adopts,
      }),
    idOf: (target) => AdoptedLogicalId.ofSelfManagedKafkaEventSource(target, SERVERS, TOPIC),
  }),
};

type MakeTarget = (scope: Construct) => lambda.IFunction;

const handlerIn = (scope: Construct) =>
  new lambda.Function(scope, 'Handler', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
  });

export const TARGETS: { readonly [target: string]: MakeTarget } = {
  function: handlerIn,
  alias: (scope) => new lambda.Alias(scope, 'Live', { aliasName: 'live', version: handlerIn(scope).currentVersion }),
  version: (scope) => handlerIn(scope).currentVersion,
  import: (scope) =>
    lambda.Function.fromFunctionAttributes(scope, 'Handler', {
      functionArn: `arn:aws:lambda:eu-west-1:123456789012:function:${scope.node.id}`,
      role: iam.Role.fromRoleArn(scope, 'Role', 'arn:aws:iam::123456789012:role/handlers'),
      sameEnvironment: true,
    }),
};

/** The places of a mapping and its source. */
export const PLACES: {
  readonly [place: string]: (app: App) => { readonly own: Construct; readonly ofSources: Construct };
} = {
  'one stack': (app) => {
    const own = new Stack(app, 'Jobs');
    return { own, ofSources: own };
  },
  'a nested stack': (app) => {
    const own = new NestedStack(new Stack(app, 'Jobs'), 'Nested');
    return { own, ofSources: own };
  },
  'a stage': (app) => {
    const own = new Stack(new Stage(app, 'Production'), 'Jobs');
    return { own, ofSources: own };
  },
  'sources in another stack': (app) => ({ ofSources: new Stack(app, 'Data'), own: new Stack(app, 'Jobs') }),
};

/** One mapping of an app, whose function and source are its own. */
export interface Cell {
  readonly kind: Kind;
  readonly scope: Construct;
  readonly source: Construct;
  readonly target: lambda.IFunction;
}

/** The ways in which the old app makes its mappings. */
export const FORMS: { readonly [form: string]: (cell: Cell) => void } = {
  'aws-lambda-event-sources': ({ kind: { old }, source, target }) => target.addEventSource(old(source)),
  'the generic L2': ({ kind: { options }, scope, source, target }) =>
    void new lambda.EventSourceMapping(scope, 'Old', { target, ...options(source) }),
  'an L1': ({ kind: { options }, scope, source, target }) => {
    const { eventSourceArn, startingPosition, kafkaTopic, kafkaBootstrapServers, sourceAccessConfigurations } =
      options(source);
    new lambda.CfnEventSourceMapping(scope, 'Old', {
      functionName: target.functionArn,
      eventSourceArn,
      startingPosition,
      topics: kafkaTopic === undefined ? undefined : [kafkaTopic],
      selfManagedEventSource: kafkaBootstrapServers && { endpoints: { kafkaBootstrapServers } },
      sourceAccessConfigurations: sourceAccessConfigurations?.map(({ type, uri }) => ({ type: type.type, uri })),
    });
  },
};

/** Makes an app of a cell for each class and each kind of target, and gives the folder that it was synthesized to. */
export function synthesize(place: string, make: (cell: Cell, name: string) => void): string {
  const app = new App({ analyticsReporting: false, context: { 'aws:cdk:enable-path-metadata': true } });
  const { own, ofSources } = PLACES[place](app);
  for (const [className, one] of Object.entries(KINDS)) {
    for (const [targetName, targetIn] of Object.entries(TARGETS)) {
      const name = `${className}-${targetName}`;
      const scope = new Construct(own, name);
      const source = one.source(own === ofSources ? scope : new Construct(ofSources, name));
      make({ kind: one, scope, source, target: targetIn(scope) }, name);
    }
  }
  return app.synth().directory;
}
