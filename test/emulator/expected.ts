/** A mapping as Lambda has to list it; `*` stands for a name that CloudFormation made up. */
export interface ExpectedMapping {
  readonly [member: string]: unknown;
}

const PARTIAL = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
const only = (pattern: string) => ({ FilterCriteria: { Filters: [{ Pattern: pattern }] } });
const failedTo = (arn: string) => ({ DestinationConfig: { OnFailure: { Destination: arn } } });
const secretOf = (type: string, name: string) => ({ Type: type, URI: `arn:aws:secretsmanager:*:secret:*${name}*` });

/** The mappings of the example app, by their functions: written by hand, from the words of its options. */
export const EXPECTED: { readonly [functionName: string]: ExpectedMapping } = {
  BookOrder: {
    EventSourceArn: 'arn:aws:kinesis:*:stream/*OrderStream*',
    FunctionArn: '*BookOrder*:live',
    StartingPosition: 'TRIM_HORIZON',
    BatchSize: 500,
    MaximumBatchingWindowInSeconds: 5,
    ParallelizationFactor: 4,
    MaximumRetryAttempts: 3,
    MaximumRecordAgeInSeconds: 6 * 60 * 60,
    BisectBatchOnFunctionError: true,
    ...PARTIAL,
    ...failedTo('arn:aws:sqs:*FailedOrders*'),
  },
  CheckOrder: {
    EventSourceArn: 'arn:aws:kinesis:*/consumer/*',
    StartingPosition: 'AT_TIMESTAMP',
    StartingPositionTimestamp: '2026-01-01T00:00:00+00:00',
    TumblingWindowInSeconds: 60,
    MaximumRetryAttempts: 10,
    MetricsConfig: { Metrics: ['EventCount'] },
    ...only('{"data":{"total":[{"numeric":[">=",1000]}]}}'),
    ...failedTo('arn:aws:sns:*UncheckedOrders*'),
  },
  FollowCustomer: {
    EventSourceArn: 'arn:aws:dynamodb:*:table/*Customers*/stream/*',
    StartingPosition: 'LATEST',
    MaximumBatchingWindowInSeconds: 1,
    MaximumRetryAttempts: 5,
    ...PARTIAL,
    ...only('{"eventName":["INSERT","MODIFY"]}'),
    ...failedTo('arn:aws:s3:::*failedchanges*'),
  },
  MakeThumbnail: {
    EventSourceArn: 'arn:aws:sqs:*ThumbnailQueue*',
    BatchSize: 100,
    MaximumBatchingWindowInSeconds: 10,
    ScalingConfig: { MaximumConcurrency: 50 },
    KMSKeyArn: 'arn:aws:kms:*:key/*',
    MetricsConfig: { Metrics: ['EventCount'] },
    ...PARTIAL,
    ...only('{"body":{"type":["image/png","image/jpeg"]}}'),
  },
  TakePayment: {
    EventSourceArn: 'arn:aws:sqs:*PaymentQueue*.fifo',
    BatchSize: 10,
    ProvisionedPollerConfig: { MinimumPollers: 2, MaximumPollers: 20 },
    ...PARTIAL,
  },
  CountClicks: {
    EventSourceArn: 'arn:aws:kafka:*:cluster/*clickcluster*',
    Topics: ['clicks'],
    StartingPosition: 'LATEST',
    BatchSize: 1000,
    MaximumBatchingWindowInSeconds: 2,
    MaximumRetryAttempts: 5,
    BisectBatchOnFunctionError: true,
    ProvisionedPollerConfig: { MinimumPollers: 1, MaximumPollers: 20 },
    AmazonManagedKafkaEventSourceConfig: {
      ConsumerGroupId: 'shop-clicks',
      SchemaRegistryConfig: {
        SchemaRegistryURI: 'arn:aws:glue:*:registry/*',
        EventRecordFormat: 'JSON',
        SchemaValidationConfigs: [{ Attribute: 'VALUE' }],
      },
    },
    LoggingConfig: { SystemLogLevel: 'INFO' },
    MetricsConfig: { Metrics: ['EventCount', 'KafkaMetrics'] },
    ...PARTIAL,
    ...failedTo('arn:aws:s3:::*failedclicks*'),
  },
  KeepAudit: {
    SelfManagedEventSource: {
      Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['broker-1.example.com:9096', 'broker-2.example.com:9096'] },
    },
    Topics: ['audit'],
    StartingPosition: 'TRIM_HORIZON',
    BatchSize: 200,
    SourceAccessConfigurations: [
      secretOf('SASL_SCRAM_512_AUTH', 'auditcredentials'),
      secretOf('SERVER_ROOT_CA_CERTIFICATE', 'auditauthority'),
      { Type: 'VPC_SUBNET', URI: 'subnet:subnet-*' },
      { Type: 'VPC_SUBNET', URI: 'subnet:subnet-*' },
      { Type: 'VPC_SECURITY_GROUP', URI: 'security_group:sg-*' },
    ],
    ...only('{"value":{"level":["WARN","ERROR"]}}'),
  },
  AnswerTicket: {
    EventSourceArn: 'arn:aws:mq:*:broker:*ticketbroker*',
    Queues: ['tickets'],
    BatchSize: 20,
    MaximumBatchingWindowInSeconds: 30,
    SourceAccessConfigurations: [secretOf('BASIC_AUTH', 'ticketcredentials')],
    ...only('{"data":{"priority":["high"]}}'),
  },
  SendMail: {
    EventSourceArn: 'arn:aws:mq:*:broker:*mailbroker*',
    Queues: ['mails'],
    BatchSize: 50,
    SourceAccessConfigurations: [secretOf('BASIC_AUTH', 'mailcredentials')],
  },
  IndexProduct: {
    EventSourceArn: 'arn:aws:rds:*:cluster:*shopcluster*',
    StartingPosition: 'TRIM_HORIZON',
    BatchSize: 250,
    DocumentDBEventSourceConfig: { DatabaseName: 'shop', CollectionName: 'products', FullDocument: 'UpdateLookup' },
    SourceAccessConfigurations: [secretOf('BASIC_AUTH', 'shopclustersecret')],
  },
};

/** A replacement in a file of the app, and the mapping of a function after it. */
interface Update {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly of: string;
  readonly changed: ExpectedMapping;
}

/** The second deployment. */
export const UPDATES: readonly Update[] = [
  { file: 'streams.ts', from: 'batchSize: 500', to: 'batchSize: 400', of: 'BookOrder', changed: { BatchSize: 400 } },
  // Lambda can't change a topic: without a new mapping, this one would go on with the old.
  {
    file: 'kafka.ts',
    from: "topic: 'clicks'",
    to: "topic: 'page-views'",
    of: 'CountClicks',
    changed: { Topics: ['page-views'] },
  },
];
