/** A mapping in a template, with what its stack has around it, and the same as Lambda lists it. */
export interface DeployedCase {
  readonly source: string;
  readonly properties: object;
  /** Other resources of the template, each with its type and the id that it has in the stack. */
  readonly around: { readonly [id: string]: readonly [type: string, physicalId: string] };
  /** The members that Lambda lists besides those of each mapping. */
  readonly listed: object;
  /** Changes by hand: the members that are listed then, and the change that `drift` has to report. */
  readonly changes: readonly ListedChange[];
}

export type ListedChange = readonly [listed: object, property: string, before: unknown, after: unknown];

const ACCOUNT = 'eu-west-1:123456789012';
const ref = (id: string) => ({ Ref: id });
const arn = (id: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [id, attribute] });
const secretArn = (name: string) => `arn:aws:secretsmanager:${ACCOUNT}:secret:${name}-AbCdEf`;
const queueUrl = (name: string) => `https://sqs.eu-west-1.amazonaws.com/123456789012/${name}`;
const filters = (...patterns: string[]) => ({ Filters: patterns.map((Pattern) => ({ Pattern })) });
const BROKER = 'b-6a5f3ae4-1c2d-4a5b-8c7d-0e1f2a3b4c5d';
const CLUSTER = `arn:aws:kafka:${ACCOUNT}:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2`;
const CONSUMER = `arn:aws:kinesis:${ACCOUNT}:stream/orders/consumer/fast:1700000000`;

/** The members that Lambda lists for a stream without any options. */
const STREAM_DEFAULTS = {
  BatchSize: 100,
  MaximumBatchingWindowInSeconds: 0,
  ParallelizationFactor: 1,
  DestinationConfig: { OnFailure: {} },
  MaximumRecordAgeInSeconds: -1,
  BisectBatchOnFunctionError: false,
  MaximumRetryAttempts: -1,
  TumblingWindowInSeconds: 0,
  FunctionResponseTypes: [],
};

/** As the AWS CLI writes it, for each kind of source. */
export const DEPLOYED: readonly DeployedCase[] = [
  {
    source: 'kinesis, with nothing set',
    properties: { EventSourceArn: arn('Stream'), StartingPosition: 'LATEST' },
    around: { Stream: ['AWS::Kinesis::Stream', 'App-Stream790BDEE4-qLz0Jd'] },
    listed: {
      EventSourceArn: `arn:aws:kinesis:${ACCOUNT}:stream/App-Stream790BDEE4-qLz0Jd`,
      StartingPosition: 'LATEST',
      ...STREAM_DEFAULTS,
    },
    changes: [
      [{ BatchSize: 500 }, 'BatchSize', null, 500],
      [{ MaximumBatchingWindowInSeconds: 5 }, 'MaximumBatchingWindowInSeconds', null, 5],
      [{ ParallelizationFactor: 4 }, 'ParallelizationFactor', null, 4],
      [{ MaximumRecordAgeInSeconds: 3600 }, 'MaximumRecordAgeInSeconds', null, 3600],
      [{ MaximumRetryAttempts: 2 }, 'MaximumRetryAttempts', null, 2],
      [{ BisectBatchOnFunctionError: true }, 'BisectBatchOnFunctionError', null, true],
      [{ TumblingWindowInSeconds: 30 }, 'TumblingWindowInSeconds', null, 30],
      [
        { FunctionResponseTypes: ['ReportBatchItemFailures'] },
        'FunctionResponseTypes',
        null,
        ['ReportBatchItemFailures'],
      ],
      [
        { DestinationConfig: { OnFailure: { Destination: `arn:aws:sns:${ACCOUNT}:x` } } },
        'DestinationConfig.OnFailure.Destination',
        null,
        `arn:aws:sns:${ACCOUNT}:x`,
      ],
      [{ FilterCriteria: filters('{"data":{"a":[1]}}') }, 'FilterCriteria.Filters', null, ['{"data":{"a":[1]}}']],
      [{ MetricsConfig: { Metrics: ['EventCount'] } }, 'MetricsConfig.Metrics', null, ['EventCount']],
    ],
  },
  {
    source: 'kinesis, with all set',
    properties: {
      EventSourceArn: arn('Stream'),
      StartingPosition: 'AT_TIMESTAMP',
      StartingPositionTimestamp: 1767225600,
      Enabled: true,
      BatchSize: '500',
      MaximumBatchingWindowInSeconds: 5,
      ParallelizationFactor: 2,
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 21600,
      BisectBatchOnFunctionError: 'true',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: arn('Failed') } },
      FilterCriteria: filters('{"data":{"total":[{"numeric":[">=",1000]}],"kind":["a"]}}', '{"partitionKey":["x"]}'),
      MetricsConfig: { Metrics: ['EventCount'] },
    },
    around: { Stream: ['AWS::Kinesis::Stream', 'orders'], Failed: ['AWS::SQS::Queue', queueUrl('App-Failed-1')] },
    listed: {
      EventSourceArn: `arn:aws:kinesis:${ACCOUNT}:stream/orders`,
      StartingPosition: 'AT_TIMESTAMP',
      StartingPositionTimestamp: '2026-01-01T01:00:00+01:00',
      BatchSize: 500,
      MaximumBatchingWindowInSeconds: 5,
      ParallelizationFactor: 2,
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 21600,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnSuccess: {}, OnFailure: { Destination: `arn:aws:sqs:${ACCOUNT}:App-Failed-1` } },
      FilterCriteria: filters(
        '{ "partitionKey": ["x"] }',
        '{"data": {"kind": ["a"], "total": [{"numeric": [">=", 1000]}]}}',
      ),
      MetricsConfig: { Metrics: ['EventCount'] },
      TumblingWindowInSeconds: 0,
    },
    changes: [
      [{ StartingPositionTimestamp: 1767225601.0 }, 'StartingPositionTimestamp', 1767225600, 1767225601],
      [
        { DestinationConfig: { OnFailure: {} } },
        'DestinationConfig.OnFailure.Destination',
        { 'Fn::GetAtt': ['Failed', 'Arn'] },
        null,
      ],
      [
        { DestinationConfig: { OnFailure: { Destination: `arn:aws:sns:${ACCOUNT}:App-Failed-1` } } },
        'DestinationConfig.OnFailure.Destination',
        { 'Fn::GetAtt': ['Failed', 'Arn'] },
        `arn:aws:sns:${ACCOUNT}:App-Failed-1`,
      ],
      [{ BatchSize: 400 }, 'BatchSize', '500', 400],
      [{ BisectBatchOnFunctionError: false }, 'BisectBatchOnFunctionError', 'true', false],
      [{ MetricsConfig: {} }, 'MetricsConfig.Metrics', ['EventCount'], null],
      [{ MaximumRetryAttempts: -1 }, 'MaximumRetryAttempts', 3, -1],
    ],
  },
  {
    source: 'kinesis-consumer',
    properties: {
      EventSourceArn: arn('Consumer', 'ConsumerARN'),
      StartingPosition: 'TRIM_HORIZON',
      TumblingWindowInSeconds: 60,
    },
    around: { Consumer: ['AWS::Kinesis::StreamConsumer', CONSUMER] },
    listed: {
      ...STREAM_DEFAULTS,
      EventSourceArn: CONSUMER,
      StartingPosition: 'TRIM_HORIZON',
      TumblingWindowInSeconds: 60,
    },
    changes: [[{ TumblingWindowInSeconds: 0 }, 'TumblingWindowInSeconds', 60, 0]],
  },
  {
    source: 'dynamodb',
    properties: {
      EventSourceArn: arn('Table', 'StreamArn'),
      StartingPosition: 'LATEST',
      DestinationConfig: { OnFailure: { Destination: arn('Bucket') } },
      FilterCriteria: filters('{"eventName":["INSERT"]}'),
    },
    around: { Table: ['AWS::DynamoDB::Table', 'App-Customers-1'], Bucket: ['AWS::S3::Bucket', 'app-failed-1'] },
    listed: {
      ...STREAM_DEFAULTS,
      EventSourceArn: `arn:aws:dynamodb:${ACCOUNT}:table/App-Customers-1/stream/2026-01-01T00:00:00.000`,
      StartingPosition: 'LATEST',
      DestinationConfig: { OnFailure: { Destination: 'arn:aws:s3:::app-failed-1' } },
      FilterCriteria: filters('{"eventName":["INSERT"]}'),
    },
    changes: [
      [
        { FilterCriteria: filters('{"eventName":["REMOVE"]}') },
        'FilterCriteria.Filters',
        ['{"eventName":["INSERT"]}'],
        ['{"eventName":["REMOVE"]}'],
      ],
      [{ FilterCriteria: null }, 'FilterCriteria.Filters', ['{"eventName":["INSERT"]}'], null],
    ],
  },
  {
    source: 'sqs',
    properties: { EventSourceArn: arn('Queue'), ScalingConfig: { MaximumConcurrency: 50 } },
    around: { Queue: ['AWS::SQS::Queue', queueUrl('jobs')] },
    listed: {
      EventSourceArn: `arn:aws:sqs:${ACCOUNT}:jobs`,
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 0,
      FunctionResponseTypes: [],
      ScalingConfig: { MaximumConcurrency: 50 },
      ProvisionedPollerConfig: null,
    },
    changes: [
      [{ ScalingConfig: {} }, 'ScalingConfig.MaximumConcurrency', 50, null],
      [{ ScalingConfig: { MaximumConcurrency: 2 } }, 'ScalingConfig.MaximumConcurrency', 50, 2],
      [
        { ProvisionedPollerConfig: { MinimumPollers: 2, MaximumPollers: 200 } },
        'ProvisionedPollerConfig',
        null,
        { MinimumPollers: 2, MaximumPollers: 200 },
      ],
      [{ KMSKeyArn: `arn:aws:kms:${ACCOUNT}:key/1` }, 'KmsKeyArn', null, `arn:aws:kms:${ACCOUNT}:key/1`],
    ],
  },
  {
    source: 'sqs-fifo',
    properties: { EventSourceArn: arn('Queue'), ProvisionedPollerConfig: { MinimumPollers: 5 } },
    around: { Queue: ['AWS::SQS::Queue', queueUrl('App-Payments-1.fifo')] },
    listed: {
      EventSourceArn: `arn:aws:sqs:${ACCOUNT}:App-Payments-1.fifo`,
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 0,
      FunctionResponseTypes: [],
      ProvisionedPollerConfig: { MinimumPollers: 5, MaximumPollers: 200 },
    },
    changes: [
      [
        { ProvisionedPollerConfig: { MinimumPollers: 5, MaximumPollers: 20 } },
        'ProvisionedPollerConfig.MaximumPollers',
        null,
        20,
      ],
      [{ ProvisionedPollerConfig: {} }, 'ProvisionedPollerConfig', { MinimumPollers: 5 }, null],
    ],
  },
  {
    source: 'msk',
    properties: {
      EventSourceArn: ref('Cluster'),
      StartingPosition: 'LATEST',
      Topics: ['clicks'],
      SourceAccessConfigurations: [{ Type: 'SASL_SCRAM_512_AUTH', URI: ref('Secret') }],
    },
    around: {
      Cluster: ['AWS::MSK::Cluster', CLUSTER],
      Secret: ['AWS::SecretsManager::Secret', secretArn('AmazonMSK_clicks')],
    },
    listed: {
      EventSourceArn: CLUSTER,
      StartingPosition: 'LATEST',
      Topics: ['clicks'],
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 0,
      SourceAccessConfigurations: [{ Type: 'SASL_SCRAM_512_AUTH', URI: secretArn('AmazonMSK_clicks') }],
      AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: '3b9a2b4e-1c2d-4a5b-8c7d-0e1f2a3b4c5d' },
      DestinationConfig: { OnFailure: {} },
    },
    changes: [
      [
        { SourceAccessConfigurations: [{ Type: 'SASL_SCRAM_512_AUTH', URI: secretArn('other') }] },
        'SourceAccessConfigurations[SASL_SCRAM_512_AUTH].URI',
        { Ref: 'Secret' },
        secretArn('other'),
      ],
      [
        {
          AmazonManagedKafkaEventSourceConfig: {
            ConsumerGroupId: 'g',
            SchemaRegistryConfig: { SchemaRegistryURI: 'https://registry.example.com', EventRecordFormat: 'JSON' },
          },
        },
        'AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig',
        null,
        { SchemaRegistryURI: 'https://registry.example.com', EventRecordFormat: 'JSON' },
      ],
      [{ MaximumBatchingWindowInSeconds: 20 }, 'MaximumBatchingWindowInSeconds', null, 20],
      [{ LoggingConfig: { SystemLogLevel: 'DEBUG' } }, 'LoggingConfig.SystemLogLevel', null, 'DEBUG'],
    ],
  },
  {
    source: 'self-managed-kafka',
    properties: {
      SelfManagedEventSource: {
        Endpoints: { KafkaBootstrapServers: ['b-1.example.com:9096', 'b-2.example.com:9096'] },
      },
      Topics: ['audit'],
      SourceAccessConfigurations: [
        { Type: 'SASL_SCRAM_512_AUTH', URI: ref('Secret') },
        { Type: 'VPC_SUBNET', URI: { 'Fn::Join': ['', ['subnet:', ref('One')]] } },
        { Type: 'VPC_SUBNET', URI: { 'Fn::Sub': 'subnet:${Two}' } },
        { Type: 'VPC_SECURITY_GROUP', URI: { 'Fn::Sub': 'security_group:${Group.GroupId}' } },
      ],
    },
    around: {
      Secret: ['AWS::SecretsManager::Secret', secretArn('audit')],
      One: ['AWS::EC2::Subnet', 'subnet-1'],
      Two: ['AWS::EC2::Subnet', 'subnet-2'],
      Group: ['AWS::EC2::SecurityGroup', 'sg-1'],
    },
    listed: {
      SelfManagedEventSource: {
        Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['b-2.example.com:9096', 'b-1.example.com:9096'] },
      },
      Topics: ['audit'],
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 0,
      SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'a1', ConsumptionMode: 'Stream' },
      SourceAccessConfigurations: [
        { Type: 'VPC_SECURITY_GROUP', URI: 'security_group:sg-1' },
        { Type: 'VPC_SUBNET', URI: 'subnet-2' },
        { Type: 'VPC_SUBNET', URI: 'subnet-1' },
        { Type: 'SASL_SCRAM_512_AUTH', URI: secretArn('audit') },
      ],
    },
    changes: [
      [
        {
          SourceAccessConfigurations: [
            { Type: 'SASL_SCRAM_512_AUTH', URI: secretArn('audit') },
            { Type: 'VPC_SUBNET', URI: 'subnet:subnet-1' },
            { Type: 'VPC_SUBNET', URI: 'subnet:subnet-3' },
            { Type: 'VPC_SECURITY_GROUP', URI: 'security_group:sg-1' },
          ],
        },
        'SourceAccessConfigurations[VPC_SUBNET].URI',
        [{ 'Fn::Join': ['', ['subnet:', { Ref: 'One' }]] }, { 'Fn::Sub': 'subnet:${Two}' }],
        ['subnet:subnet-1', 'subnet:subnet-3'],
      ],
      [
        { ProvisionedPollerConfig: { MinimumPollers: 1, MaximumPollers: 20 } },
        'ProvisionedPollerConfig',
        null,
        { MinimumPollers: 1, MaximumPollers: 20 },
      ],
    ],
  },
  {
    source: 'self-managed-kafka, as a queue',
    properties: {
      SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['b-1.example.com:9096'] } },
      Topics: ['audit'],
      SourceAccessConfigurations: [{ Type: 'IAM_AUTH' }],
      ProvisionedPollerConfig: { MinimumPollers: 1 },
      SelfManagedKafkaEventSourceConfig: { ConsumptionMode: 'Queue' },
    },
    around: {},
    listed: {
      SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['b-1.example.com:9096'] } },
      Topics: ['audit'],
      BatchSize: 100,
      MaximumRetryAttempts: 0,
      SourceAccessConfigurations: [{ Type: 'IAM_AUTH' }],
      ProvisionedPollerConfig: { MinimumPollers: 1, MaximumPollers: 200 },
      SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'a1', ConsumptionMode: 'Queue' },
    },
    changes: [
      [{ MaximumRetryAttempts: 5 }, 'MaximumRetryAttempts', null, 5],
      [{ SourceAccessConfigurations: [] }, 'SourceAccessConfigurations[IAM_AUTH]', true, null],
    ],
  },
  {
    source: 'active-mq',
    properties: {
      EventSourceArn: arn('Broker'),
      Queues: ['tickets'],
      BatchSize: 20,
      SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: ref('Secret') }],
    },
    around: {
      Broker: ['AWS::AmazonMQ::Broker', BROKER],
      Secret: ['AWS::SecretsManager::Secret', secretArn('tickets')],
    },
    listed: {
      EventSourceArn: `arn:aws:mq:${ACCOUNT}:broker:tickets:${BROKER}`,
      Queues: ['tickets'],
      BatchSize: 20,
      MaximumBatchingWindowInSeconds: 0,
      SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: secretArn('tickets') }],
    },
    changes: [[{ BatchSize: 100 }, 'BatchSize', 20, 100]],
  },
  {
    source: 'rabbit-mq',
    properties: {
      EventSourceArn: { 'Fn::Sub': 'arn:${AWS::Partition}:mq:${AWS::Region}:${AWS::AccountId}:broker:mails:${Broker}' },
      Queues: ['mails'],
      MaximumBatchingWindowInSeconds: 0,
      SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: secretArn('mails') }],
    },
    around: { Broker: ['AWS::AmazonMQ::Broker', BROKER] },
    listed: {
      EventSourceArn: `arn:aws:mq:${ACCOUNT}:broker:mails:${BROKER}`,
      Queues: ['mails'],
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 0,
      SourceAccessConfigurations: [
        { Type: 'BASIC_AUTH', URI: secretArn('mails') },
        { Type: 'VIRTUAL_HOST', URI: '/' },
      ],
    },
    changes: [
      [
        {
          SourceAccessConfigurations: [
            { Type: 'BASIC_AUTH', URI: secretArn('mails') },
            { Type: 'VIRTUAL_HOST', URI: '/other' },
          ],
        },
        'SourceAccessConfigurations[VIRTUAL_HOST].URI',
        null,
        '/other',
      ],
    ],
  },
  {
    source: 'documentdb',
    properties: {
      EventSourceArn: {
        'Fn::Join': [
          '',
          [
            'arn:',
            ref('AWS::Partition'),
            ':rds:',
            ref('AWS::Region'),
            ':',
            ref('AWS::AccountId'),
            ':cluster:',
            ref('Cluster'),
          ],
        ],
      },
      StartingPosition: 'TRIM_HORIZON',
      DocumentDBEventSourceConfig: { DatabaseName: 'shop' },
      SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: ref('Secret') }],
    },
    around: {
      Cluster: ['AWS::DocDB::DBCluster', 'shop-1'],
      Secret: ['AWS::SecretsManager::SecretTargetAttachment', secretArn('shop')],
    },
    listed: {
      EventSourceArn: `arn:aws:rds:${ACCOUNT}:cluster:shop-1`,
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 0,
      DocumentDBEventSourceConfig: { DatabaseName: 'shop', CollectionName: '', FullDocument: 'Default' },
      SourceAccessConfigurations: [{ Type: 'BASIC_AUTH', URI: secretArn('shop') }],
      MaximumRetryAttempts: -1,
      MaximumRecordAgeInSeconds: -1,
      BisectBatchOnFunctionError: false,
      TumblingWindowInSeconds: 0,
      FunctionResponseTypes: [],
    },
    changes: [
      [
        { DocumentDBEventSourceConfig: { DatabaseName: 'shop', FullDocument: 'UpdateLookup' } },
        'DocumentDBEventSourceConfig.FullDocument',
        null,
        'UpdateLookup',
      ],
    ],
  },
];
