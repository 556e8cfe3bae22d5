import { Duration, Fn } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';
import { filterEncryptionCases } from './shared/filter-encryption.cases';
import { filterCases, Filters, jsonOnlyCases } from './shared/filters.cases';
import { sourceArnCases } from './shared/source-arn.cases';
import { requiredPositionCases } from './shared/starting-position.cases';
import { streamCases } from './shared/streams.cases';
import {
  DynamoDbEventSourceMappingProps as Props,
  DynamoDbFilter,
  DynamoDbStartingPosition,
  FailureDestination,
  MetricGroup,
} from '../../src';

const SOURCE = 'dynamodb';
const FILTERS: Filters<DynamoDbFilter> = {
  source: SOURCE,
  fromPattern: DynamoDbFilter.fromPattern,
  fromJson: DynamoDbFilter.fromJson,
  key: 'dynamodb',
  otherKeys: ['data', 'body', 'NewImage', 'event_name'],
  unseenKey: 'eventSource',
};

const streamIn = (partition: string, region: string) =>
  `arn:${partition}:dynamodb:${region}:123456789012:table/my-table/stream/2023-06-10T19:26:16.525`;

const imported = (f: Fixtures, tableStreamArn?: string) =>
  dynamodb.Table.fromTableAttributes(f.stack, 'Imported', { tableName: 'my-table', tableStreamArn });

export const smallest: Smallest<Props> = {
  props: (f) => ({ table: f.table, target: f.target, startingPosition: DynamoDbStartingPosition.latest() }),
  properties: { EventSourceArn: streamIn('aws', 'us-east-2'), FunctionName: 'handler', StartingPosition: 'LATEST' },
};

export const fullest = (f: Fixtures): Props => ({
  table: f.table,
  target: f.target,
  startingPosition: DynamoDbStartingPosition.trimHorizon(),
  enabled: true,
  grantAccess: true,
  tags: { team: 'orders' },
  batchSize: 1000,
  maxBatchingWindow: Duration.seconds(300),
  parallelizationFactor: 10,
  tumblingWindow: Duration.seconds(0),
  retryAttempts: 0,
  maxRecordAge: Duration.minutes(1),
  bisectBatchOnError: true,
  reportBatchItemFailures: true,
  onFailure: FailureDestination.topic(f.topic),
  filters: [
    DynamoDbFilter.fromPattern({ eventName: ['INSERT'], dynamodb: { NewImage: { status: { S: ['open'] } } } }),
    DynamoDbFilter.fromPattern({ userIdentity: { type: ['Service'], principalId: ['dynamodb.amazonaws.com'] } }),
  ],
  filterEncryption: f.key,
  metricGroups: [MetricGroup.EVENT_COUNT],
});

const POSITIONS: Case<Props>[] = [
  {
    name: 'position TRIM_HORIZON',
    props: () => ({ startingPosition: DynamoDbStartingPosition.trimHorizon() }),
    properties: { StartingPosition: 'TRIM_HORIZON' },
    problems: [],
  },
  {
    name: 'position LATEST',
    props: () => ({ startingPosition: DynamoDbStartingPosition.latest() }),
    properties: { StartingPosition: 'LATEST' },
    problems: [],
  },
  {
    name: 'position at a timestamp',
    properties: { StartingPosition: 'AT_TIMESTAMP' },
    problems: ['dynamodb-starting-position-choice'],
  },
  {
    name: 'position at a timestamp, with one',
    properties: { StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: 1_541_139_109 },
    problems: ['dynamodb-starting-position-choice', 'dynamodb-unsupported'],
  },
];

const TABLES: Case<Props>[] = [
  {
    name: 'table an L1',
    props: (f) => ({
      table: new dynamodb.CfnTable(f.stack, 'L1', {
        billingMode: 'PAY_PER_REQUEST',
        keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
        streamSpecification: { streamViewType: 'KEYS_ONLY' },
      }),
    }),
    problems: [],
  },
  {
    name: 'table a TableV2',
    props: (f) => ({
      table: new dynamodb.TableV2(f.stack, 'V2', {
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        dynamoStream: dynamodb.StreamViewType.NEW_IMAGE,
      }),
    }),
    problems: [],
  },
  {
    name: 'table of which the stream is off',
    props: (f) => ({ table: f.tableWithoutStream }),
    problems: ['dynamodb-table-required'],
  },
  {
    name: 'table imported without a stream',
    props: (f) => ({ table: imported(f) }),
    problems: ['dynamodb-table-required'],
  },
  {
    name: 'table imported with the ARN of no stream',
    props: (f) => ({ table: imported(f, 'arn:aws:dynamodb:us-east-2:123456789012:table/my-table') }),
    problems: ['dynamodb-table-arn'],
  },
  { name: 'table of another stack', props: (f) => ({ table: imported(f, Fn.importValue('StreamArn')) }), problems: [] },
];

const item = (name: string, dynamodbOf: object, ...problems: string[]): Case<Props> => ({
  name: `filters on ${name}`,
  props: () => ({ filters: [DynamoDbFilter.fromPattern({ dynamodb: dynamodbOf })] }),
  properties: { FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ dynamodb: dynamodbOf }) }] } },
  problems: problems.map((problem) => `dynamodb-filters-${problem}`),
});

const TYPES: Case<Props>[] = [
  item('values of all types', {
    NewImage: {
      S: { S: [{ prefix: 'x' }] },
      N: { N: ['101', { exists: false }] },
      B: { B: ['eA=='] },
      BOOL: { BOOL: [true, { exists: false }] },
      NULL: { NULL: [true] },
      SS: { SS: ['x'] },
      NS: { NS: ['1', { 'anything-but': ['2'] }] },
      L: { L: { L: { S: ['x'] } } },
      M: { M: { inner: { M: { N: { N: ['1'] } } } } },
    },
  }),
  item('an attribute with dots in its name', { 'NewImage.order.total': { N: ['1'] } }),
  item('the time of creation', { ApproximateCreationDateTime: [{ numeric: ['>', 1_700_000_000] }] }),
  item('a number or its text', { NewImage: { total: { N: ['101', 101] } } }),
  item('an attribute without its type', { NewImage: { status: ['ready'] } }, 'type-letter'),
  item('an attribute with the name of a type and without its type', { Keys: { S: ['x'] } }, 'type-letter'),
  item(
    'whether an attribute is not there, without its type',
    { OldImage: { status: [{ exists: false }] } },
    'value-and-fields',
  ),
  item('whether an attribute is there, without its type', { OldImage: { status: [{ exists: true }] } }, 'type-letter'),
  item('a map itself', { NewImage: { order: { M: [{ exists: true }] } } }, 'type-letter'),
  item('an image itself', { NewImage: [{ exists: true }] }, 'type-letter'),
  item('a number that is not a string', { NewImage: { total: { N: [101] } } }, 'type-value'),
  item('a range of numbers', { Keys: { id: { N: [{ numeric: ['>', 100] }] } } }, 'type-value'),
  item('any number but one', { NewImage: { total: { N: [{ 'anything-but': 101 }] } } }, 'type-value'),
  item('null as a text', { NewImage: { status: { S: [null] } } }, 'type-value'),
  item('true as a text', { NewImage: { done: { BOOL: ['true'] } } }, 'type-value'),
];

export const cases: readonly Case<Props>[] = [
  ...streamCases(SOURCE, ['StartingPositionTimestamp']),
  ...requiredPositionCases(SOURCE),
  ...POSITIONS,
  ...TABLES,
  ...filterCases(FILTERS),
  ...jsonOnlyCases(FILTERS),
  ...TYPES,
  ...filterEncryptionCases(FILTERS),
  ...sourceArnCases<Props>({
    rule: 'dynamodb-table',
    arn: streamIn,
    also: [
      'arn:aws:dynamodb:us-east-2:123456789012:table/abc/stream/2023-06-10T19:26:16.525',
      `arn:aws:dynamodb:us-east-2:123456789012:table/${'t'.repeat(255)}/stream/2023-06-10T19:26:16.525`,
      'arn:aws:dynamodb:us-east-2:123456789012:table/my-table/stream/'.padEnd(1024, '0'),
    ],
    others: [
      'arn:aws:dynamodb:us-east-2:123456789012:table/my-table',
      'arn:aws:dynamodb:us-east-2:123456789012:table/my-table/stream/',
      'arn:aws:dynamodb:us-east-2:123456789012:table/ab/stream/2023-06-10T19:26:16.525',
      `arn:aws:dynamodb:us-east-2:123456789012:table/${'t'.repeat(256)}/stream/2023-06-10T19:26:16.525`,
      'arn:aws:dynamodb:us-east-2:123456789012:table/my-table/index/by-date',
      'arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream',
    ],
    props: (f, arn) => ({ table: imported(f, arn) }),
  }),
  {
    name: 'table stream of 1,025 characters',
    properties: { EventSourceArn: 'arn:aws:dynamodb:us-east-2:123456789012:table/my-table/stream/'.padEnd(1025, '0') },
    problems: ['dynamodb-table-length'],
  },
];
