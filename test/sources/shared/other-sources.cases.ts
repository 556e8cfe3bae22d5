import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';

const ANY_URI = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:any-AbCdEf';

/** Each option of any source, as a template writes it. */
const OPTIONS: { readonly [option: string]: Properties } = {
  EventSourceArn: {
    EventSourceArn: 'arn:aws:kafka:us-west-2:111111111111:cluster/my-cluster/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2',
  },
  FilterCriteria: { FilterCriteria: { Filters: [{ Pattern: '{"fullDocument":{"type":["created"]}}' }] } },
  KmsKeyArn: { KmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
  MaximumBatchingWindowInSeconds: { MaximumBatchingWindowInSeconds: 5 },
  ParallelizationFactor: { ParallelizationFactor: 2 },
  StartingPosition: { StartingPosition: 'LATEST' },
  StartingPositionTimestamp: { StartingPositionTimestamp: 1_541_139_109 },
  OnFailure: { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:123456789012:dead-letters' } } },
  OnSuccess: { DestinationConfig: { OnSuccess: { Destination: 'arn:aws:sqs:us-east-1:123456789012:done' } } },
  MaximumRecordAgeInSeconds: { MaximumRecordAgeInSeconds: 3600 },
  BisectBatchOnFunctionError: { BisectBatchOnFunctionError: true },
  MaximumRetryAttempts: { MaximumRetryAttempts: 2 },
  TumblingWindowInSeconds: { TumblingWindowInSeconds: 30 },
  Topics: { Topics: ['clicks'] },
  Queues: { Queues: ['tickets'] },
  SelfManagedEventSource: {
    SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['broker-1.example.com:9096'] } },
  },
  FunctionResponseTypes: { FunctionResponseTypes: ['ReportBatchItemFailures'] },
  AmazonManagedKafkaEventSourceConfig: { AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' } },
  SelfManagedKafkaEventSourceConfig: { SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' } },
  'ConsumptionMode of MSK': { AmazonManagedKafkaEventSourceConfig: { ConsumptionMode: 'Queue' } },
  ScalingConfig: { ScalingConfig: { MaximumConcurrency: 5 } },
  DocumentDBEventSourceConfig: { DocumentDBEventSourceConfig: { DatabaseName: 'shop' } },
  MetricsConfig: { MetricsConfig: { Metrics: ['EventCount'] } },
  LoggingConfig: { LoggingConfig: { SystemLogLevel: 'INFO' } },
  ProvisionedPollerConfig: { ProvisionedPollerConfig: { MinimumPollers: 2, MaximumPollers: 4 } },
  PollerGroupName: { ProvisionedPollerConfig: { MinimumPollers: 2, PollerGroupName: 'group' } },
  'a misspelled option': { BatchSise: 10 },
};

/** The options that Lambda does not accept for this source. */
export function foreignOptionCases(source: string, options: readonly string[]): Case[] {
  return [...options, 'a misspelled option'].map((option) => ({
    name: `${option} of another source`,
    properties: OPTIONS[option],
    problems: [`${source}-unsupported`],
  }));
}

const ACCESS_TYPES = [
  'BASIC_AUTH',
  'VPC_SUBNET',
  'VPC_SECURITY_GROUP',
  'SASL_SCRAM_256_AUTH',
  'SASL_SCRAM_512_AUTH',
  'VIRTUAL_HOST',
  'CLIENT_CERTIFICATE_TLS_AUTH',
  'SERVER_ROOT_CA_CERTIFICATE',
  'OAUTHBEARER_AUTH',
  'OAUTHBEARER_SCOPE',
  'OAUTHBEARER_AUDIENCE',
  'OAUTHBEARER_LOGICAL_CLUSTER',
  'OAUTHBEARER_IDENTITY_POOL',
  'IAM_AUTH',
  'IAM_OAUTHBEARER_AUTH',
];

/** The access configurations that Lambda does not accept, beside those of the smallest mapping. */
export function foreignAccessCases(source: string, smallest: Properties, accepted: readonly string[]): Case[] {
  const list = (smallest.SourceAccessConfigurations ?? []) as unknown[];
  return [...ACCESS_TYPES.filter((type) => !accepted.includes(type)), 'BASIC'].map((type) => ({
    name: `access ${type} of another source`,
    properties: { SourceAccessConfigurations: [...list, { Type: type, URI: ANY_URI }] },
    problems: [`${source}-unsupported`],
  }));
}

/** Lists in the place of objects, objects in the place of values, and the other way round. */
export function malformedCases(source: string): Case[] {
  const malformed = [`${source}-malformed`];
  return [
    { name: 'tags as an object', properties: { Tags: { team: 'orders' } }, problems: malformed },
    { name: 'tags as a text', properties: { Tags: 'orders' }, problems: malformed },
    { name: 'target in a list', properties: { FunctionName: ['handler'] }, problems: malformed },
    { name: 'enabled in a list', properties: { Enabled: [true] }, problems: malformed },
    { name: 'batch size as an object', properties: { BatchSize: { Value: 10 } }, problems: malformed },
    { name: 'batch size as an empty object', properties: { BatchSize: {} }, problems: malformed },
    { name: 'batch size null', properties: { BatchSize: null }, problems: malformed },
    { name: 'target null', properties: { FunctionName: null }, problems: malformed },
    { name: 'enabled a condition', properties: { Enabled: { Condition: 'Live' } }, problems: malformed },
    {
      name: 'enabled what decides in a condition',
      properties: { Enabled: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
      problems: malformed,
    },
    { name: 'tags without a key', properties: { Tags: [{ Value: 'orders' }] }, problems: malformed },
    {
      name: 'tags that a macro makes',
      properties: { Tags: [{ 'Fn::Transform': { Name: 'Tag' }, Value: 'orders' }] },
      problems: [],
    },
    { name: 'tags null', properties: { Tags: [null] }, problems: malformed },
    {
      name: 'tags with an unknown name',
      properties: { Tags: [{ Key: 'team', Val: 'orders' }] },
      problems: [`${source}-unsupported`],
    },
    { name: 'an unknown name with nothing', properties: { Unknown: [] }, problems: [`${source}-unsupported`] },
    { name: 'an unknown name taken away', properties: { Unknown: { Ref: 'AWS::NoValue' } }, problems: [] },
    { name: 'an unknown name that is null', properties: { Unknown: null }, problems: malformed },
  ];
}

/** Lambda and its tools return what was never set as empty: that is no option of another source. */
export function emptyOptionCases(): Case[] {
  return [
    { name: 'list of other sources, empty', properties: { FunctionResponseTypes: [] }, problems: [] },
    {
      name: 'objects of other sources, all empty',
      properties: { ScalingConfig: {}, SelfManagedEventSource: {} },
      problems: [],
    },
    {
      name: 'options of other sources taken away',
      properties: { TumblingWindowInSeconds: { Ref: 'AWS::NoValue' } },
      problems: [],
    },
  ];
}
