import { Duration } from 'aws-cdk-lib';
import { kafkaCases } from './shared/kafka.cases';
import { foreignAccessCases, foreignOptionCases, malformedCases } from './shared/other-sources.cases';
import { BROKERS, bootstrapServerCases } from './shared/self-managed-kafka/bootstrap-servers.cases';
import { consumptionModeCases } from './shared/self-managed-kafka/consumption-mode.cases';
import { networkCases } from './shared/self-managed-kafka/network.cases';
import { secretAuthenticationCases } from './shared/self-managed-kafka/secret-authentication.cases';
import { tokenAuthenticationCases } from './shared/self-managed-kafka/token-authentication.cases';
import { startingPositionCases } from './shared/starting-position.cases';
import {
  KafkaRecordFormat,
  FailureDestination,
  KafkaAuthentication,
  KafkaFilter,
  KafkaMetricGroup,
  PollerLogLevel,
  SchemaRegistry,
  SchemaRegistryAuthentication,
  SchemaValidationAttribute,
  SelfManagedKafkaEventSourceMappingProps as Props,
  StreamStartingPosition,
} from '../../src';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';

const SOURCE = 'self-managed-kafka';
const CREDENTIALS = { Type: 'BASIC_AUTH', URI: { Ref: 'Secret' } };

export const smallest: Smallest<Props> = {
  props: (f) => ({
    bootstrapServers: BROKERS,
    topic: 'audit',
    authentication: KafkaAuthentication.basic(f.secret),
    target: f.target,
  }),
  properties: {
    FunctionName: 'handler',
    Topics: ['audit'],
    SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: BROKERS } },
    SourceAccessConfigurations: [CREDENTIALS],
  },
};

export const fullest = (f: Fixtures): Props => ({
  bootstrapServers: ['broker-1.example.com:9096', 'broker-2.example.com:9096'],
  topic: 'audit',
  startingPosition: StreamStartingPosition.atTimestamp(new Date('2024-01-01T00:00:00Z')),
  target: f.target,
  authentication: KafkaAuthentication.saslScram512(f.secret),
  rootCaCertificate: f.otherSecret,
  network: {
    vpc: f.vpc,
    subnets: { subnets: f.vpc.privateSubnets },
    securityGroups: [f.securityGroup],
  },
  consumerGroupId: 'readers',
  enabled: true,
  grantAccess: true,
  restrictNetworkInterfacesToLambda: true,
  tags: { team: 'audit' },
  batchSize: 10_000,
  maxBatchingWindow: Duration.minutes(5),
  onFailure: FailureDestination.bucket(f.bucket),
  filters: [KafkaFilter.fromPattern({ value: { type: ['created'] } })],
  filterEncryption: f.key,
  metricGroups: Object.values(KafkaMetricGroup),
  provisionedMode: {
    minimumPollers: 1,
    maximumPollers: 1,
    pollerGroupName: 'shared',
    retryAttempts: 10_000,
    maxRecordAge: Duration.days(7),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    schemaRegistry: SchemaRegistry.confluent('https://registry.example.com', {
      format: KafkaRecordFormat.SOURCE,
      validate: [SchemaValidationAttribute.VALUE],
      authentication: SchemaRegistryAuthentication.basic(f.secret),
      rootCaCertificate: f.otherSecret,
    }),
    logLevel: PollerLogLevel.WARN,
  },
});

export const cases: readonly Case<Props>[] = [
  ...kafkaCases(SOURCE, 'SelfManagedKafkaEventSourceConfig'),
  ...startingPositionCases(SOURCE),
  { name: 'position missing', properties: { StartingPosition: { Ref: 'AWS::NoValue' } }, problems: [] },
  ...bootstrapServerCases(),
  ...secretAuthenticationCases(),
  ...tokenAuthenticationCases(),
  ...networkCases(),
  ...consumptionModeCases(),
  ...foreignOptionCases(SOURCE, [
    'EventSourceArn',
    'ParallelizationFactor',
    'OnSuccess',
    'TumblingWindowInSeconds',
    'Queues',
    'AmazonManagedKafkaEventSourceConfig',
    'ScalingConfig',
    'DocumentDBEventSourceConfig',
  ]),
  ...malformedCases(SOURCE),
  ...foreignAccessCases(SOURCE, smallest.properties, [
    'BASIC_AUTH',
    'VPC_SUBNET',
    'VPC_SECURITY_GROUP',
    'SASL_SCRAM_256_AUTH',
    'SASL_SCRAM_512_AUTH',
    'CLIENT_CERTIFICATE_TLS_AUTH',
    'SERVER_ROOT_CA_CERTIFICATE',
    'OAUTHBEARER_AUTH',
    'OAUTHBEARER_SCOPE',
    'OAUTHBEARER_AUDIENCE',
    'OAUTHBEARER_LOGICAL_CLUSTER',
    'OAUTHBEARER_IDENTITY_POOL',
    'IAM_AUTH',
    'IAM_OAUTHBEARER_AUTH',
  ]),
];
