import { Duration } from 'aws-cdk-lib';
import { sameAccountCases } from './shared/accounts.cases';
import { batchingCases } from './shared/batching.cases';
import { ANY_CREDENTIALS, authenticationCases } from './shared/brokers.cases';
import { COMMON_CASES } from './shared/common.cases';
import { emptyOptionCases, foreignAccessCases, foreignOptionCases, malformedCases } from './shared/other-sources.cases';
import { sourceArnCases } from './shared/source-arn.cases';
import { startingPositionCases } from './shared/starting-position.cases';
import {
  DocumentDbAuthentication,
  DocumentDbEventSourceMappingProps as Props,
  FullDocument,
  StreamStartingPosition,
} from '../../src';
import type { Properties } from '../../src/model/contract';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';

const SOURCE = 'documentdb';

const clusterIn = (partition: string, region: string) =>
  `arn:${partition}:rds:${region}:123456789012:cluster:privatecluster7de2-epzcyvu4pjoy`;

export const smallest: Smallest<Props> = {
  props: (f) => ({
    cluster: f.documents,
    databaseName: 'shop',
    authentication: DocumentDbAuthentication.basic(f.secret),
    startingPosition: StreamStartingPosition.trimHorizon(),
    target: f.target,
  }),
  properties: {
    EventSourceArn: { 'Fn::Sub': 'arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:cluster:${Cluster}' },
    FunctionName: 'handler',
    StartingPosition: 'TRIM_HORIZON',
    DocumentDBEventSourceConfig: { DatabaseName: 'shop' },
    SourceAccessConfigurations: [ANY_CREDENTIALS],
  },
};

export const fullest = (f: Fixtures): Props => ({
  cluster: f.documents,
  databaseName: 'shop',
  collectionName: 'orders',
  fullDocument: FullDocument.UPDATE_LOOKUP,
  authentication: DocumentDbAuthentication.basic(f.secret),
  startingPosition: StreamStartingPosition.atTimestamp(new Date('2024-01-01T00:00:00Z')),
  target: f.target,
  enabled: true,
  grantAccess: true,
  restrictNetworkInterfacesToLambda: true,
  tags: { team: 'orders' },
  batchSize: 10_000,
  maxBatchingWindow: Duration.seconds(300),
});

const config = (properties: Properties) => ({ DocumentDBEventSourceConfig: { DatabaseName: 'shop', ...properties } });

function database(what: string, databaseName: string, problems: string[]): Case<Props> {
  return {
    name: `database ${what}`,
    props: () => ({ databaseName }),
    properties: config({ DatabaseName: databaseName }),
    problems,
  };
}

function collection(what: string, collectionName: string, problems: string[]): Case<Props> {
  return {
    name: `collection ${what}`,
    props: () => ({ collectionName }),
    properties: config({ CollectionName: collectionName }),
    problems,
  };
}

const DATABASES: Case<Props>[] = [
  database('of 1 character', 's', []),
  database('of 63 characters', 's'.repeat(63), []),
  database('of 64 characters', 's'.repeat(64), ['documentdb-database-name-length']),
  database('of no character', '', ['documentdb-database-name-length']),
  ...[' ', '/', '.', '$', '"'].map((character) =>
    database(`with ${character}`, `my${character}shop`, ['documentdb-database-name-pattern']),
  ),
  database('with other characters', "my-shop_1'é", []),
  {
    name: 'database a token',
    props: (f) => ({ databaseName: f.text }),
    problems: ['documentdb-database-name-unknown-identity'],
  },
  { name: 'database a parameter', properties: config({ DatabaseName: { Ref: 'Database' } }), problems: [] },
  {
    name: 'database missing',
    properties: { DocumentDBEventSourceConfig: { CollectionName: 'orders' } },
    problems: ['documentdb-database-name-required'],
  },
  {
    name: 'database and all missing',
    properties: { DocumentDBEventSourceConfig: undefined },
    problems: ['documentdb-database-name-required'],
  },
  {
    name: 'database of a condition',
    properties: { DocumentDBEventSourceConfig: { 'Fn::If': ['A', { DatabaseName: 'a' }, { DatabaseName: 'b' }] } },
    problems: [],
  },
];

const COLLECTIONS: Case<Props>[] = [
  collection('of 1 character', '1', []),
  collection('of 57 characters', 'c'.repeat(57), []),
  collection('of 58 characters', 'c'.repeat(58), ['documentdb-collection-name-length']),
  collection('of no character', '', ['documentdb-collection-name-length', 'documentdb-collection-name-pattern']),
  collection('with $', 'or$ders', ['documentdb-collection-name-pattern']),
  collection('that starts with a hyphen', '-orders', ['documentdb-collection-name-pattern']),
  collection('of the system', 'system.profile', ['documentdb-collection-name-system']),
  collection('that is nearly of the system', 'systematic', []),
  collection('with a dot and a space', '_orders.2024 new', []),
  {
    name: 'collection a token',
    props: (f) => ({ collectionName: f.lazyText }),
    problems: ['documentdb-collection-name-unknown-identity'],
  },
  { name: 'collection taken away', properties: config({ CollectionName: { Ref: 'AWS::NoValue' } }), problems: [] },
];

const DOCUMENTS: Case<Props>[] = [
  ...Object.values(FullDocument).map((fullDocument): Case<Props> => ({
    name: `document ${fullDocument}`,
    props: () => ({ fullDocument }),
    properties: config({ FullDocument: fullDocument }),
    problems: [],
  })),
  {
    name: 'document of another word',
    properties: config({ FullDocument: 'updateLookup' }),
    problems: ['documentdb-full-document-choice'],
  },
  {
    name: 'document a token',
    props: (f) => ({ fullDocument: f.text as FullDocument }),
    properties: config({ FullDocument: { Ref: 'Document' } }),
    problems: [],
  },
  {
    name: 'document of more than there is',
    properties: config({ FullDocumentBeforeChange: 'Default' }),
    problems: ['documentdb-unsupported'],
  },
];

const REGIONS: Case<Props>[] = [
  {
    name: 'cluster in the Region of the stack',
    properties: { EventSourceArn: clusterIn('aws', 'us-west-2') },
    region: 'us-west-2',
    problems: [],
  },
  {
    name: 'cluster in another Region than the stack',
    properties: { EventSourceArn: clusterIn('aws', 'us-west-2') },
    region: 'eu-central-1',
    problems: [`${SOURCE}-cluster-in-region`],
  },
  {
    name: 'cluster in another Region than the function',
    properties: {
      EventSourceArn: clusterIn('aws', 'us-west-2'),
      FunctionName: 'arn:aws:lambda:eu-central-1:123456789012:function:handler',
    },
    problems: [`${SOURCE}-cluster-in-region`],
  },
  {
    name: 'cluster of a Region that is not known',
    properties: { EventSourceArn: { 'Fn::Sub': 'arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster:a' } },
    region: 'us-west-2',
    problems: [],
  },
];

export const cases: readonly Case<Props>[] = [
  ...REGIONS,
  ...sameAccountCases(`${SOURCE}-cluster-in-account`, clusterIn('aws', 'us-west-2')),
  ...COMMON_CASES,
  ...sourceArnCases<Props>({
    rule: 'documentdb-cluster',
    arn: clusterIn,
    also: [`arn:aws:rds:us-west-2:123456789012:cluster:${'c'.repeat(63)}`],
    others: [
      'arn:aws:docdb:us-west-2:123456789012:cluster:orders',
      'arn:aws:docdb-elastic:us-west-2:123456789012:cluster/orders',
      'arn:aws:rds:us-west-2:123456789012:db:orders',
      'arn:aws:rds:us-west-2:123456789012:global-cluster:orders',
      `arn:aws:rds:us-west-2:123456789012:cluster:${'c'.repeat(64)}`,
    ],
    // A cluster's ARN is made of its stack's partition and Region: no construct brings one of its own.
    props: () => ({}),
  }),
  ...startingPositionCases(SOURCE),
  { name: 'position missing', properties: { StartingPosition: undefined }, problems: [] },
  ...DATABASES,
  ...COLLECTIONS,
  ...DOCUMENTS,
  ...authenticationCases(SOURCE, DocumentDbAuthentication),
  ...batchingCases(SOURCE),
  ...foreignOptionCases(SOURCE, [
    'FilterCriteria',
    'KmsKeyArn',
    'ParallelizationFactor',
    'OnFailure',
    'OnSuccess',
    'MaximumRecordAgeInSeconds',
    'BisectBatchOnFunctionError',
    'MaximumRetryAttempts',
    'TumblingWindowInSeconds',
    'Topics',
    'Queues',
    'SelfManagedEventSource',
    'FunctionResponseTypes',
    'AmazonManagedKafkaEventSourceConfig',
    'SelfManagedKafkaEventSourceConfig',
    'ScalingConfig',
    'MetricsConfig',
    'LoggingConfig',
    'ProvisionedPollerConfig',
  ]),
  ...malformedCases(SOURCE),
  ...foreignAccessCases(SOURCE, smallest.properties, ['BASIC_AUTH']),
  ...emptyOptionCases(),
];
