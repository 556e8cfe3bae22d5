import { Duration, Fn } from 'aws-cdk-lib';
import * as msk from 'aws-cdk-lib/aws-msk';
import { sameAccountCases } from './shared/accounts.cases';
import { kafkaCases } from './shared/kafka.cases';
import { foreignAccessCases, foreignOptionCases, malformedCases } from './shared/other-sources.cases';
import { secretCases, secretRegionCases } from './shared/secrets.cases';
import { sourceArnCases } from './shared/source-arn.cases';
import { requiredPositionCases, startingPositionCases } from './shared/starting-position.cases';
import {
  KafkaRecordFormat,
  KafkaFilter,
  KafkaMetricGroup,
  MskAuthentication,
  MskCluster,
  MskEventSourceMappingProps as Props,
  PollerLogLevel,
  SchemaRegistry,
  SchemaValidationAttribute,
  StreamStartingPosition,
} from '../../src';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';

const SOURCE = 'msk';
const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:AmazonMSK_clicks-AbCdEf';

const SCRAM = { Type: 'SASL_SCRAM_512_AUTH', URI: SECRET };

const clusterIn = (partition: string, region: string) =>
  `arn:${partition}:kafka:${region}:123456789012:cluster/my-cluster/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2`;

export const smallest: Smallest<Props> = {
  props: (f) => ({
    cluster: MskCluster.provisioned(f.cluster),
    topic: 'clicks',
    startingPosition: StreamStartingPosition.trimHorizon(),
    target: f.target,
  }),
  properties: {
    EventSourceArn: clusterIn('aws', 'us-west-2'),
    FunctionName: 'handler',
    StartingPosition: 'TRIM_HORIZON',
    Topics: ['clicks'],
  },
};

export const fullest = (f: Fixtures): Props => ({
  cluster: MskCluster.provisioned(f.cluster),
  topic: 'clicks',
  startingPosition: StreamStartingPosition.atTimestamp(new Date('2024-01-01T00:00:00Z')),
  target: f.target,
  authentication: MskAuthentication.saslScram512(f.secret),
  consumerGroupId: 'readers',
  enabled: true,
  grantAccess: true,
  restrictNetworkInterfacesToLambda: true,
  tags: { team: 'clicks' },
  batchSize: 10_000,
  maxBatchingWindow: Duration.minutes(5),
  filters: [KafkaFilter.fromPattern({ value: { type: ['created'] } }), KafkaFilter.fromPattern({ topic: ['clicks'] })],
  filterEncryption: f.key,
  metricGroups: Object.values(KafkaMetricGroup),
  provisionedMode: {
    minimumPollers: 200,
    maximumPollers: 2000,
    pollerGroupName: 'shared',
    retryAttempts: 5,
    maxRecordAge: Duration.hours(1),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailureTopic: 'failed-clicks',
    schemaRegistry: SchemaRegistry.glue('arn:aws:glue:us-east-1:123456789012:registry/clicks', {
      format: KafkaRecordFormat.JSON,
      validate: [SchemaValidationAttribute.KEY, SchemaValidationAttribute.VALUE],
    }),
    logLevel: PollerLogLevel.INFO,
  },
});

const CLUSTERS: Case<Props>[] = [
  { name: 'cluster serverless', props: (f) => ({ cluster: MskCluster.serverless(f.serverlessCluster) }), problems: [] },
  {
    name: 'cluster of another account',
    props: (f) => ({
      cluster: MskCluster.vpcConnection(
        new msk.CfnVpcConnection(f.stack, 'Connection', {
          authentication: 'SASL_IAM',
          clientSubnets: ['subnet-0a1b2c3d'],
          securityGroups: ['sg-0a1b2c3d'],
          targetClusterArn: clusterIn('aws', 'us-west-2'),
          vpcId: 'vpc-0a1b2c3d',
        }),
      ),
    }),
    problems: [],
  },
  {
    name: 'cluster of another stack',
    props: () => ({ cluster: MskCluster.arn(Fn.importValue('ClusterArn')) }),
    problems: [],
  },
];

const ACCOUNTS: Case<Props>[] = [
  ...sameAccountCases(`${SOURCE}-cluster-in-account`, clusterIn('aws', 'us-west-2')),
  {
    name: 'cluster of another account, through a VPC connection',
    properties: {
      EventSourceArn: 'arn:aws:kafka:us-west-2:111111111111:vpc-connection/222222222222/clicks/0a1b-2',
      FunctionName: 'arn:aws:lambda:us-west-2:222222222222:function:handler',
    },
    problems: [],
  },
];

const AUTHENTICATIONS: Case<Props>[] = [
  { name: 'authentication with the role', props: () => ({ authentication: MskAuthentication.iam() }), problems: [] },
  {
    name: 'authentication with a password',
    props: (f) => ({ authentication: MskAuthentication.saslScram512(f.secret) }),
    problems: [],
  },
  {
    name: 'authentication with a certificate',
    props: (f) => ({ authentication: MskAuthentication.clientCertificateTls(f.secret) }),
    problems: [],
  },
  ...['SASL_SCRAM_512_AUTH', 'CLIENT_CERTIFICATE_TLS_AUTH'].flatMap((Type): Case<Props>[] => [
    {
      name: `authentication ${Type}`,
      properties: { SourceAccessConfigurations: [{ Type, URI: SECRET }] },
      problems: [],
    },
    ...secretCases({
      rule: 'msk-authentication',
      name: `authentication ${Type}`,
      properties: (uri) => ({ SourceAccessConfigurations: [{ Type, URI: uri }] }),
    }),
    ...secretRegionCases({
      rule: 'msk-secret-in-region',
      name: `authentication ${Type}`,
      properties: (uri) => ({ SourceAccessConfigurations: [{ Type, URI: uri }] }),
    }),
  ]),
  {
    name: 'authentication in two ways',
    properties: {
      SourceAccessConfigurations: [
        { Type: 'SASL_SCRAM_512_AUTH', URI: SECRET },
        { Type: 'CLIENT_CERTIFICATE_TLS_AUTH', URI: SECRET },
      ],
    },
    problems: ['msk-one-authentication'],
  },
  {
    name: 'authentication twice the same',
    properties: { SourceAccessConfigurations: [SCRAM, SCRAM] },
    problems: ['msk-authentication-unique', 'msk-one-authentication'],
  },
  {
    name: 'authentication in 24 ways',
    properties: {
      SourceAccessConfigurations: Array.from({ length: 24 }, (_, index) => ({ ...SCRAM, URI: `${SECRET}${index}` })),
    },
    problems: ['msk-authentication-count-documented', 'msk-one-authentication'],
  },
  {
    name: 'authentication in 30 ways',
    properties: {
      SourceAccessConfigurations: Array.from({ length: 30 }, (_, index) => ({ ...SCRAM, URI: `${SECRET}${index}` })),
    },
    problems: ['msk-authentication-count', 'msk-one-authentication'],
  },
  {
    name: 'authentication of no secret',
    properties: { SourceAccessConfigurations: [{ Type: SCRAM.Type }] },
    problems: ['msk-authentication-needs-secret'],
  },
  {
    name: 'authentication of a secret that may be',
    properties: {
      SourceAccessConfigurations: [{ ...SCRAM, URI: { 'Fn::If': ['A', SECRET, { Ref: 'AWS::NoValue' }] } }],
    },
    problems: [],
  },
  {
    name: 'authentication in one way, twice',
    properties: {
      SourceAccessConfigurations: [
        { Type: 'SASL_SCRAM_512_AUTH', URI: SECRET },
        { Type: 'SASL_SCRAM_512_AUTH', URI: { Ref: 'Secret' } },
      ],
    },
    problems: ['msk-one-authentication'],
  },
  {
    name: 'authentication of a list that may be',
    properties: { SourceAccessConfigurations: { 'Fn::If': ['A', [{ Type: 'BASIC_AUTH' }], { Ref: 'AWS::NoValue' }] } },
    problems: [],
  },
  {
    name: 'authentication with a password at a serverless cluster',
    props: (f) => ({
      cluster: MskCluster.serverless(f.serverlessCluster),
      authentication: MskAuthentication.saslScram512(f.secret),
    }),
    problems: ['msk-serverless-knows-iam-only'],
  },
  {
    name: 'authentication with the role at a serverless cluster',
    props: (f) => ({ cluster: MskCluster.serverless(f.serverlessCluster), authentication: MskAuthentication.iam() }),
    problems: [],
  },
];

export const cases: readonly Case<Props>[] = [
  ...kafkaCases(SOURCE, 'AmazonManagedKafkaEventSourceConfig'),
  ...startingPositionCases(SOURCE),
  ...requiredPositionCases(SOURCE),
  ...CLUSTERS,
  ...ACCOUNTS,
  ...AUTHENTICATIONS,
  ...sourceArnCases<Props>({
    rule: 'msk-cluster',
    arn: clusterIn,
    also: [
      'arn:aws:kafka:us-east-1:111122223333:vpc-connection/444455556666/' +
        'my-cluster-name/51jn98b4-0a61-46cc-b0a6-61g9a3d797d5-7',
      'arn:aws:kafka:us-east-1:111122223333:cluster/'.padEnd(900, 'c') + '/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-s2',
    ],
    others: [
      'arn:aws:kafka:us-west-2:111111111111:topic/my-cluster/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2/clicks',
      'arn:aws:kafka:us-west-2:111111111111:cluster/my-cluster',
      'arn:aws:kafkaconnect:us-west-2:111111111111:connector/my-connector/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2',
      'arn:aws:mq:us-west-2:111122223333:broker:pizzaBroker:b-9bcfa592-423a-4942-879d-eb284b418fc8',
      'broker-1.example.com:9096',
    ],
    props: (_f, arn) => ({ cluster: MskCluster.arn(arn) }),
  }),
  {
    name: 'cluster of 1,025 characters',
    properties: { EventSourceArn: 'arn:aws:kafka:us-east-1:111122223333:cluster/name/'.padEnd(1025, 'c') },
    problems: ['msk-cluster-length'],
  },
  ...foreignOptionCases(SOURCE, [
    'ParallelizationFactor',
    'OnSuccess',
    'TumblingWindowInSeconds',
    'Queues',
    'SelfManagedEventSource',
    'SelfManagedKafkaEventSourceConfig',
    'ConsumptionMode of MSK',
    'ScalingConfig',
    'DocumentDBEventSourceConfig',
  ]),
  ...malformedCases(SOURCE),
  ...foreignAccessCases(SOURCE, {}, ['SASL_SCRAM_512_AUTH', 'CLIENT_CERTIFICATE_TLS_AUTH']),
  {
    name: 'as Serverless writes it',
    properties: {
      EventSourceArn: { Ref: 'ClusterArn' },
      FunctionName: { 'Fn::GetAtt': ['HandlerLambdaFunction', 'Arn'] },
      StartingPosition: 'LATEST',
      Topics: ['clicks'],
      BatchSize: 1000,
      MaximumBatchingWindowInSeconds: 30,
      Enabled: false,
      SourceAccessConfigurations: [{ Type: 'SASL_SCRAM_512_AUTH', URI: { 'Fn::Sub': '${Secret}' } }],
      AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'group' },
    },
    problems: [],
  },
];
