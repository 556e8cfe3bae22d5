import * as amazonmq from 'aws-cdk-lib/aws-amazonmq';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { BROKERS, KAFKA, RelatedCase } from './cases';
import { functionIn, mskSecretIn, override } from './world';
import { MskAuthentication, MskCluster } from '../../src';
import { Fixtures } from '../fixtures';

const brokerIn = (f: Fixtures, engineType: string) =>
  new amazonmq.CfnBroker(f.stack, 'Given', {
    brokerName: 'given',
    deploymentMode: 'SINGLE_INSTANCE',
    engineType,
    hostInstanceType: 'mq.m5.large',
    publiclyAccessible: false,
  });

const BROKER: RelatedCase[] = [
  {
    name: 'the engine in another case',
    sources: ['active-mq'],
    given: (f) => ({ broker: brokerIn(f, 'ActiveMQ') }),
    problems: [],
  },
  {
    name: 'RabbitMQ for ActiveMQ',
    sources: ['active-mq'],
    given: (f) => ({ broker: f.rabbitBroker }),
    problems: ['broker-engine'],
  },
  {
    name: 'ActiveMQ for RabbitMQ',
    sources: ['rabbit-mq'],
    given: (f) => ({ broker: f.broker }),
    problems: ['broker-engine'],
  },
  {
    name: 'an engine that is not known',
    sources: BROKERS,
    given: (f) => ({ broker: brokerIn(f, f.text) }),
    problems: [],
  },
  {
    name: 'simple authentication',
    sources: ['active-mq'],
    given: () => ({}),
    edit: (f) => {
      f.broker.authenticationStrategy = 'SIMPLE';
    },
    problems: [],
  },
  {
    name: 'LDAP',
    sources: ['active-mq'],
    given: () => ({}),
    edit: (f) => {
      f.broker.authenticationStrategy = 'LDAP';
    },
    problems: ['broker-authentication'],
  },
];

const parameters = (f: Fixtures, tls: string) =>
  new docdb.ClusterParameterGroup(f.stack, 'Parameters', { family: 'docdb5.0', parameters: { tls } });

const DOCUMENTDB: RelatedCase[] = [
  ...['4.0.0', '5.0.0', '5.0'].map((engineVersion): RelatedCase => ({
    name: `version ${engineVersion}`,
    sources: ['documentdb'],
    given: () => ({}),
    edit: (f) => {
      f.documents.engineVersion = engineVersion;
    },
    problems: [],
  })),
  ...Object.entries({
    '3.6.0': 'engine-version',
    '5.1.0': 'newer-engine-version',
    '8.0.0': 'newer-engine-version',
    '10.0': 'newer-engine-version',
  }).map(([engineVersion, rule]): RelatedCase => ({
    name: `version ${engineVersion}`,
    sources: ['documentdb'],
    given: () => ({}),
    edit: (f) => {
      f.documents.engineVersion = engineVersion;
    },
    problems: [rule],
  })),
  {
    name: 'no version',
    sources: ['documentdb'],
    given: () => ({}),
    edit: (f) => {
      f.documents.engineVersion = undefined;
    },
    problems: [],
  },
  {
    name: 'TLS',
    sources: ['documentdb'],
    given: () => ({}),
    edit: (f) => {
      f.documents.dbClusterParameterGroupName = parameters(f, 'enabled').parameterGroupName;
    },
    problems: [],
  },
  {
    name: 'no TLS',
    sources: ['documentdb'],
    given: () => ({}),
    edit: (f) => {
      f.documents.dbClusterParameterGroupName = parameters(f, 'disabled').parameterGroupName;
    },
    problems: ['tls'],
  },
];

const scram = (secret: (f: Fixtures) => secretsmanager.ISecret) => (f: Fixtures) => ({
  authentication: MskAuthentication.saslScram512(secret(f)),
});
const certificate = (f: Fixtures) => ({ authentication: MskAuthentication.clientCertificateTls(f.secret) });
const knows = (clientAuthentication: object | undefined) => (f: Fixtures) => {
  f.cluster.clientAuthentication = clientAuthentication;
};
const ON = { enabled: true };
const OFF = { enabled: false };

const MSK: RelatedCase[] = [
  { name: 'SCRAM', sources: ['msk'], given: scram((f) => mskSecretIn(f, 'Sign')), problems: [] },
  {
    name: 'SCRAM, where it is not',
    sources: ['msk'],
    given: scram((f) => mskSecretIn(f, 'Sign')),
    edit: knows({ sasl: { iam: ON } }),
    problems: ['scram-off'],
  },
  {
    name: 'SCRAM, where it is off',
    sources: ['msk'],
    given: scram((f) => mskSecretIn(f, 'Sign')),
    edit: knows({ sasl: { scram: OFF } }),
    problems: ['scram-off'],
  },
  {
    name: 'SCRAM, where nothing is',
    sources: ['msk'],
    given: scram((f) => mskSecretIn(f, 'Sign')),
    edit: knows(undefined),
    problems: ['scram-off'],
  },
  { name: 'a certificate', sources: ['msk'], given: certificate, problems: [] },
  {
    name: 'a certificate, where they are not',
    sources: ['msk'],
    given: certificate,
    edit: knows({ sasl: { iam: ON } }),
    problems: ['certificates-off'],
  },
  {
    name: 'a certificate, where there are authorities',
    sources: ['msk'],
    given: certificate,
    edit: knows({ tls: { certificateAuthorityArnList: ['arn'] } }),
    problems: [],
  },
  {
    name: 'nothing, where IAM is',
    sources: ['msk'],
    given: () => ({}),
    edit: knows({ sasl: { iam: ON } }),
    problems: [],
  },
  {
    name: 'nothing, where nothing is asked for',
    sources: ['msk'],
    given: () => ({}),
    edit: knows(undefined),
    problems: [],
  },
  {
    name: 'nothing, where unauthenticated clients are let in',
    sources: ['msk'],
    given: () => ({}),
    edit: knows({ sasl: { scram: ON }, unauthenticated: ON }),
    problems: [],
  },
  {
    name: 'nothing, where SCRAM is asked for',
    sources: ['msk'],
    given: () => ({}),
    edit: knows({ sasl: { scram: ON } }),
    problems: ['authentication-needed'],
  },
  {
    name: 'nothing, for a cluster that is imported',
    sources: ['msk'],
    given: () => ({
      cluster: MskCluster.arn(
        'arn:aws:kafka:us-west-2:111111111111:cluster/my-cluster/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2',
      ),
    }),
    problems: [],
  },
];

const SECRET: RelatedCase[] = [
  {
    name: 'a secret without a name',
    sources: ['msk'],
    given: scram((f) => mskSecretIn(f, 'Sign', { secretName: undefined })),
    problems: ['secret-name'],
  },
  {
    name: 'a secret with another name',
    sources: ['msk'],
    given: scram((f) => mskSecretIn(f, 'Sign', { secretName: 'Sign' })),
    problems: ['secret-name'],
  },
  {
    name: 'a secret whose name is not known',
    sources: ['msk'],
    given: scram((f) => mskSecretIn(f, 'Sign', { secretName: f.text })),
    problems: [],
  },
  {
    name: 'a secret without a key',
    sources: ['msk'],
    given: scram((f) => mskSecretIn(f, 'Sign', { encryptionKey: undefined })),
    problems: ['secret-key'],
  },
  {
    name: 'a secret with the default key',
    sources: ['msk'],
    given: scram((f) => mskSecretIn(f, 'Sign')),
    edit: (f) => override(f.stack.node.findChild('Sign'), 'KmsKeyId', 'alias/aws/secretsmanager'),
    problems: ['secret-key'],
  },
];

const grouped = (count: number, provisionedMode: object) => (f: Fixtures) =>
  Array.from({ length: count }, (_, index) => ({
    topic: `clicks-${index}`,
    target: f.target,
    provisionedMode: { pollerGroupName: 'group', ...provisionedMode },
  }));

const POLLER_GROUPS: RelatedCase[] = [
  { name: '100 mappings in a group', sources: KAFKA, given: grouped(100, { maximumPollers: 20 }), problems: [] },
  {
    name: '2,001 pollers in a group',
    sources: ['msk'],
    given: grouped(3, { maximumPollers: 667 }),
    problems: ['poller-group-pollers'],
  },
  {
    name: '2,000 pollers by default in a group',
    sources: KAFKA,
    given: grouped(10, { minimumPollers: 1 }),
    problems: [],
  },
  {
    name: '2,200 pollers by default in a group',
    sources: ['self-managed-kafka'],
    given: grouped(11, { minimumPollers: 1 }),
    problems: ['poller-group-pollers'],
  },
  {
    name: '101 mappings in a group',
    sources: KAFKA,
    given: grouped(101, { maximumPollers: 1 }),
    problems: ['poller-group-mappings'],
  },
  {
    name: '101 mappings in no group',
    sources: ['msk'],
    given: grouped(101, { maximumPollers: 1, pollerGroupName: '' }),
    problems: [],
  },
];

const CONSUMER_GROUPS: RelatedCase[] = [
  {
    name: 'two consumer groups',
    sources: KAFKA,
    given: (f) => [{ consumerGroupId: 'a' }, { consumerGroupId: 'b', target: functionIn(f, 'Other') }],
    problems: [],
  },
  {
    name: 'one consumer group',
    sources: KAFKA,
    given: (f) => [{ consumerGroupId: 'a' }, { consumerGroupId: 'a', target: functionIn(f, 'Other') }],
    problems: ['consumer-group-shared'],
  },
  {
    name: 'two topics to one function',
    sources: KAFKA,
    given: () => [{ topic: 'clicks' }, { topic: 'views' }],
    problems: [],
  },
];

export const BROKER_CASES = [...BROKER, ...DOCUMENTDB, ...MSK, ...SECRET, ...POLLER_GROUPS, ...CONSUMER_GROUPS];
