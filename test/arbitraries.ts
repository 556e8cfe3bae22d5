import { Duration } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { Fixtures } from './fixtures';
import * as lib from '../src';

type Options = { readonly [name: string]: unknown };
export type Arbitrary = fc.Arbitrary<Options>;

/** Mostly within the limits, now and then one past them: what no type keeps a caller in another language from. */
function near<T>(valid: fc.Arbitrary<T>, ...invalid: unknown[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 100, arbitrary: valid },
    ...invalid.map((value) => ({ weight: 1, arbitrary: fc.constant(value as T) })),
  );
}

const integer = (min: number, max: number) => near(fc.integer({ min, max }), min - 1, max + 1, min + 0.5);
const seconds = (min: number, max: number) =>
  near(
    fc.integer({ min, max }).map((amount) => Duration.seconds(amount)),
    Duration.seconds(max + 1),
    Duration.millis(min * 1000 + 500),
  );
const some = <T>(values: readonly T[], minLength = 0) => fc.subarray([...values], { minLength });
const optional = (options: { readonly [name: string]: fc.Arbitrary<unknown> }): Arbitrary =>
  fc.record(options, { requiredKeys: [] });
const both = (...parts: Arbitrary[]): Arbitrary =>
  fc.tuple(...parts).map((given) => Object.assign({}, ...given) as Options);

const text = (pattern: RegExp) => fc.stringMatching(pattern);
// A topic of one character is valid for Lambda, and not for the CloudFormation schema: a warning of ours says so.
const topic = near(text(/^[a-zA-Z0-9][a-zA-Z0-9._-]{1,40}$/), '', '.hidden', 'a b', 'a'.repeat(249), 'a'.repeat(250));
const failureTopic = near(text(/^[a-zA-Z0-9][a-zA-Z0-9._-]{3,40}$/), 'abc', 'a b c d');
const host = text(/^[a-z][a-z0-9]{0,20}\.example\.com:[1-9][0-9]{3}$/);

const pattern = (keys: readonly string[]) =>
  fc.dictionary(
    fc.constantFrom(...keys),
    near(fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1 }), [], 'x'),
    {
      minKeys: 1,
    },
  );
function filters<F>(
  fromPattern: (pattern: Options) => F,
  fromJson: (json: string) => F,
  keys: readonly string[],
): fc.Arbitrary<unknown> {
  const valid = fc
    .uniqueArray(pattern(keys), { maxLength: 5, selector: (one) => JSON.stringify(one) })
    .map((patterns) => patterns.map(fromPattern));
  return near(valid, [fromJson('no JSON')], [fromJson('{}')]);
}

const COMMON = optional({
  enabled: fc.boolean(),
  tags: near(
    fc.dictionary(text(/^[a-zA-Z0-9 _.:/=+@-]{1,20}$/), text(/^[a-zA-Z0-9 _.:/=+@-]{0,20}$/), { maxKeys: 4 }),
    { '': 'x' },
    { '#': 'x' },
  ),
});
const RETRIES = {
  retryAttempts: integer(-1, 10_000),
  maxRecordAge: fc.oneof(seconds(60, 604_800), fc.constant(lib.RecordAge.INFINITE)),
  bisectBatchOnError: fc.boolean(),
};
const BATCHES = optional({ batchSize: integer(1, 10_000), maxBatchingWindow: seconds(0, 300) });
/** Mostly in order. */
const POLLERS = {
  minimumPollers: near(fc.integer({ min: 2, max: 50 }), 1, 0, 200, 201),
  maximumPollers: near(fc.integer({ min: 50, max: 2000 }), 2, 10_001),
};
const RESPONSES = { reportBatchItemFailures: fc.boolean() };

function startingPosition(): fc.Arbitrary<unknown> {
  const past = fc.date({
    min: new Date('2013-01-01T00:00:00Z'),
    max: new Date('2025-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  return near(
    fc.oneof(
      fc.constantFrom(lib.StreamStartingPosition.trimHorizon(), lib.StreamStartingPosition.latest()),
      past.map((moment) => lib.StreamStartingPosition.atTimestamp(moment)),
    ),
    lib.StreamStartingPosition.atEpochSeconds(1_700_000_000_000),
  );
}

function destination(f: Fixtures): fc.Arbitrary<unknown> {
  const { queue, topic: standard, bucket } = lib.FailureDestination;
  return near(fc.constantFrom(queue(f.deadLetters), standard(f.topic), bucket(f.bucket)), queue(f.fifoQueue));
}

function streams(f: Fixtures): Arbitrary {
  return both(
    COMMON,
    BATCHES,
    optional({
      ...RETRIES,
      ...RESPONSES,
      parallelizationFactor: integer(1, 10),
      tumblingWindow: seconds(0, 900),
      onFailure: destination(f),
      metricGroups: some(Object.values(lib.MetricGroup)),
    }),
  );
}

function queues(): Arbitrary {
  return both(
    COMMON,
    optional({
      ...RESPONSES,
      metricGroups: some(Object.values(lib.MetricGroup)),
      scaling: fc.oneof(
        integer(2, 1000).map((maximum) => lib.SqsScaling.maxConcurrency(maximum)),
        // More than 2,000 pollers are valid for Lambda, and not for the CloudFormation schema: a warning of ours says
        // so.
        optional(POLLERS).map((given) => lib.SqsScaling.provisioned(given)),
      ),
    }),
  );
}

function registry(f: Fixtures): fc.Arbitrary<unknown> {
  const options = {
    format: fc.constantFrom(...Object.values(lib.KafkaRecordFormat)),
    validate: near(some(Object.values(lib.SchemaValidationAttribute), 1), []),
  };
  const { basic, clientCertificateTls } = lib.SchemaRegistryAuthentication;
  const access = {
    authentication: fc.constantFrom(basic(f.secret), clientCertificateTls(f.secret)),
    rootCaCertificate: fc.constant(f.secret),
  };
  return fc.oneof(
    fc
      .record(options)
      .map((given) => lib.SchemaRegistry.glue('arn:aws:glue:us-east-1:123456789012:registry/orders', given)),
    fc
      .record({ ...options, ...access }, { requiredKeys: ['format', 'validate'] })
      .map((given) => lib.SchemaRegistry.confluent('https://registry.example.com', given)),
  );
}

function kafka(f: Fixtures): Arbitrary {
  const provisionedMode = optional({
    ...RETRIES,
    ...RESPONSES,
    ...POLLERS,
    pollerGroupName: near(text(/^[a-zA-Z0-9_-]{1,40}$/), 'a b', 'a'.repeat(129)),
    schemaRegistry: registry(f),
    logLevel: fc.constantFrom(...Object.values(lib.PollerLogLevel)),
  });
  const failures = fc.oneof(
    optional({ onFailure: destination(f) }),
    optional({ provisionedMode }),
    fc.record({ provisionedMode: both(provisionedMode, fc.record({ onFailureTopic: failureTopic })) }),
    fc.record({ onFailure: destination(f), provisionedMode }),
  );
  return both(
    COMMON,
    BATCHES,
    failures,
    fc.record({ topic }),
    optional({
      consumerGroupId: near(text(/^[a-zA-Z0-9/*:_+=.@-]{1,40}$/), '', 'a b'),
      metricGroups: some(Object.values(lib.KafkaMetricGroup)),
      filters: filters(lib.KafkaFilter.fromPattern, lib.KafkaFilter.fromJson, ['value', 'key']),
    }),
  );
}

function brokerQueues(f: Fixtures): Arbitrary {
  const queueName = near(text(/^[a-zA-Z0-9_]{1,100}$/), '', 'a'.repeat(1001));
  return both(
    COMMON,
    BATCHES,
    fixed({ authentication: lib.MqAuthentication.basic(f.secret) }),
    fc.record({ queueName }),
    encryption(f),
  );
}

const startsAt = () => fc.record({ startingPosition: startingPosition() });
const fixed = (options: Options): Arbitrary => fc.constant(options);

const kinesisFilters = () =>
  optional({
    filters: filters(lib.KinesisFilter.fromPattern, lib.KinesisFilter.fromJson, ['data.type', 'partitionKey']),
  });
const sqsFilters = () =>
  optional({ filters: filters(lib.SqsFilter.fromPattern, lib.SqsFilter.fromJson, ['body', 'attributes']) });
const encryption = (f: Fixtures) => optional({ filterEncryption: near(fc.constant(undefined), f.key) });

/** Any props of each construct, most of them valid. */
export const PROPS: { readonly [construct: string]: (f: Fixtures) => Arbitrary } = {
  KinesisEventSourceMapping: (f) =>
    both(fixed({ stream: f.stream }), startsAt(), streams(f), kinesisFilters(), encryption(f)),
  KinesisConsumerEventSourceMapping: (f) =>
    both(fixed({ consumer: f.consumer }), startsAt(), streams(f), kinesisFilters(), encryption(f)),
  DynamoDbEventSourceMapping: (f) =>
    both(
      fixed({ table: f.table }),
      fc.record({
        startingPosition: fc.constantFrom(
          lib.DynamoDbStartingPosition.trimHorizon(),
          lib.DynamoDbStartingPosition.latest(),
        ),
      }),
      streams(f),
      optional({
        filters: filters(lib.DynamoDbFilter.fromPattern, lib.DynamoDbFilter.fromJson, [
          'dynamodb.Keys.id.S',
          'eventName',
        ]),
      }),
      encryption(f),
    ),
  SqsEventSourceMapping: (f) => both(fixed({ queue: f.queue }), BATCHES, queues(), sqsFilters(), encryption(f)),
  SqsFifoEventSourceMapping: (f) =>
    both(fixed({ queue: f.fifoQueue }), optional({ batchSize: integer(1, 10) }), queues(), sqsFilters(), encryption(f)),
  MskEventSourceMapping: (f) =>
    both(
      fixed({ cluster: lib.MskCluster.provisioned(f.cluster) }),
      startsAt(),
      kafka(f),
      encryption(f),
      optional({
        authentication: fc.constantFrom(
          lib.MskAuthentication.iam(),
          lib.MskAuthentication.saslScram512(f.secret),
          lib.MskAuthentication.clientCertificateTls(f.secret),
        ),
      }),
    ),
  SelfManagedKafkaEventSourceMapping: (f) =>
    both(
      fc.record({
        bootstrapServers: near(
          fc.uniqueArray(host, { minLength: 1, maxLength: 10 }),
          [],
          ['example.com'],
          ['broker:123456'],
        ),
      }),
      kafka(f),
      optional({ startingPosition: startingPosition(), rootCaCertificate: fc.constant(f.secret) }),
      fc.record({
        authentication: near(
          fc.constantFrom(lib.KafkaAuthentication.basic(f.secret), lib.KafkaAuthentication.saslScram512(f.secret)),
          undefined,
        ),
      }),
      near<Options>(fc.constantFrom<Options[]>({}, { network: { vpc: f.vpc, securityGroups: [f.securityGroup] } }), {
        network: { securityGroups: [f.securityGroup] },
      }),
    ),
  ActiveMqEventSourceMapping: (f) =>
    both(
      fixed({ broker: f.broker }),
      brokerQueues(f),
      optional({
        filters: filters(lib.ActiveMqFilter.fromPattern, lib.ActiveMqFilter.fromJson, ['data', 'messageID']),
      }),
    ),
  RabbitMqEventSourceMapping: (f) =>
    both(
      fixed({ broker: f.rabbitBroker }),
      brokerQueues(f),
      optional({
        virtualHost: near(text(/^[a-zA-Z0-9/*:_+=.@-]{1,40}$/), '', '#'),
        filters: filters(lib.RabbitMqFilter.fromPattern, lib.RabbitMqFilter.fromJson, ['data', 'redelivered']),
      }),
    ),
  DocumentDbEventSourceMapping: (f) =>
    both(
      fixed({ cluster: f.documents, authentication: lib.DocumentDbAuthentication.basic(f.secret) }),
      fc.record({ databaseName: near(text(/^[^ /.$"\s]{1,63}$/), '', 'a b'), startingPosition: startingPosition() }),
      COMMON,
      BATCHES,
      optional({
        collectionName: near(text(/^[_a-zA-Z0-9][a-zA-Z0-9_.-]{0,56}$/), '$x', 'system.users'),
        fullDocument: fc.constantFrom(...Object.values(lib.FullDocument)),
      }),
    ),
};
