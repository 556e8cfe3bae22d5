import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { KAFKA, RelatedCase, STREAMS } from './cases';
import { functionIn, override } from './world';
import { DynamoDbFilter, FailureDestination } from '../../src';
import { Fixtures } from '../fixtures';

const WITH_DESTINATION = [...STREAMS, ...KAFKA];
const to = (destination: (f: Fixtures) => FailureDestination) => (f: Fixtures) => ({ onFailure: destination(f) });

const DESTINATIONS: RelatedCase[] = [
  {
    name: 'a standard queue',
    sources: WITH_DESTINATION,
    given: to((f) => FailureDestination.queue(f.deadLetters)),
    problems: [],
  },
  {
    name: 'a standard topic',
    sources: WITH_DESTINATION,
    given: to((f) => FailureDestination.topic(f.topic)),
    problems: [],
  },
  { name: 'a bucket', sources: WITH_DESTINATION, given: to((f) => FailureDestination.bucket(f.bucket)), problems: [] },
  {
    name: 'a queue that becomes FIFO afterwards',
    sources: WITH_DESTINATION,
    given: to((f) => FailureDestination.queue(new sqs.CfnQueue(f.stack, 'Failed'))),
    edit: (f) => (f.stack.node.findChild('Failed') as sqs.CfnQueue).addPropertyOverride('FifoQueue', true),
    problems: ['on-failure-fifo'],
  },
  {
    name: 'a topic that becomes FIFO afterwards',
    sources: WITH_DESTINATION,
    given: to((f) => FailureDestination.topic(new sns.CfnTopic(f.stack, 'Failed'))),
    edit: (f) => {
      (f.stack.node.findChild('Failed') as sns.CfnTopic).fifoTopic = true;
    },
    problems: ['on-failure-fifo'],
  },
];

const DUPLICATES: RelatedCase[] = [
  {
    name: 'two mappings of a stream to a function',
    sources: WITH_DESTINATION,
    given: () => [{}, {}],
    problems: ['duplicate'],
  },
  {
    name: 'two mappings of a stream to two functions',
    sources: WITH_DESTINATION,
    given: (f) => [{}, { target: functionIn(f, 'Other') }],
    problems: [],
  },
];

const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
const STREAM = { streamViewType: 'NEW_AND_OLD_IMAGES' };
const key = {
  attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
  keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
};
const table = (make: (f: Fixtures) => unknown) => (f: Fixtures) => ({ table: make(f) });

const TABLES: RelatedCase[] = [
  { name: 'a Table', sources: ['dynamodb'], given: table((f) => f.table), problems: [] },
  {
    name: 'a Table whose stream is taken away',
    sources: ['dynamodb'],
    given: table((f) => f.table),
    edit: (f) => override(f.table, 'StreamSpecification', undefined),
    problems: ['table-without-stream'],
  },
  {
    name: 'a TableV2 with a stream',
    sources: ['dynamodb'],
    given: table(
      (f) => new dynamodb.TableV2(f.stack, 'V2', { partitionKey, dynamoStream: dynamodb.StreamViewType.NEW_IMAGE }),
    ),
    problems: [],
  },
  {
    name: 'a TableV2 without a stream',
    sources: ['dynamodb'],
    given: table((f) => new dynamodb.TableV2(f.stack, 'V2', { partitionKey })),
    problems: ['table-without-stream'],
  },
  {
    name: 'a CfnTable with a stream',
    sources: ['dynamodb'],
    given: table((f) => new dynamodb.CfnTable(f.stack, 'L1', { ...key, streamSpecification: STREAM })),
    problems: [],
  },
  {
    name: 'a CfnTable without a stream',
    sources: ['dynamodb'],
    given: table((f) => new dynamodb.CfnTable(f.stack, 'L1', key)),
    problems: ['table-without-stream'],
  },
  {
    name: 'a CfnGlobalTable with a stream',
    sources: ['dynamodb'],
    given: table(
      (f) =>
        new dynamodb.CfnGlobalTable(f.stack, 'L1', {
          ...key,
          replicas: [{ region: 'us-east-1' }],
          streamSpecification: STREAM,
        }),
    ),
    problems: [],
  },
  {
    name: 'a CfnGlobalTable without a stream',
    sources: ['dynamodb'],
    given: table((f) => new dynamodb.CfnGlobalTable(f.stack, 'L1', { ...key, replicas: [{ region: 'us-east-1' }] })),
    problems: ['table-without-stream'],
  },
  {
    name: 'an imported table with a stream',
    sources: ['dynamodb'],
    given: table((f) =>
      dynamodb.Table.fromTableAttributes(f.stack, 'Imported', {
        tableName: 'shop',
        tableStreamArn: 'arn:aws:dynamodb:us-east-1:111122223333:table/shop/stream/2024-01-01T00:00:00.000',
      }),
    ),
    problems: [],
  },
];

const viewType =
  (streamViewType: string, ...filters: object[]) =>
  (f: Fixtures) => ({
    table: new dynamodb.CfnTable(f.stack, 'L1', { ...key, streamSpecification: { streamViewType } }),
    filters: filters.map((image) => DynamoDbFilter.fromPattern({ dynamodb: image })),
  });
const newImage = { NewImage: { state: { S: ['open'] } } };
const oldImage = { OldImage: { state: { S: ['open'] } } };
const keys = { Keys: { id: { S: ['1'] } } };
const NEED = 'filters-need-images';

const IMAGES: RelatedCase[] = [
  { name: 'a new image of keys only', sources: ['dynamodb'], given: viewType('KEYS_ONLY', newImage), problems: [NEED] },
  {
    name: 'an old image of keys only',
    sources: ['dynamodb'],
    given: viewType('KEYS_ONLY', keys, oldImage),
    problems: [NEED],
  },
  { name: 'keys of keys only', sources: ['dynamodb'], given: viewType('KEYS_ONLY', keys), problems: [] },
  { name: 'a new image of new images', sources: ['dynamodb'], given: viewType('NEW_IMAGE', newImage), problems: [] },
  {
    name: 'an old image of new images',
    sources: ['dynamodb'],
    given: viewType('NEW_IMAGE', oldImage),
    problems: [NEED],
  },
  {
    name: 'a new image of old images',
    sources: ['dynamodb'],
    given: viewType('OLD_IMAGE', newImage),
    problems: [NEED],
  },
  { name: 'an old image of old images', sources: ['dynamodb'], given: viewType('OLD_IMAGE', oldImage), problems: [] },
  {
    name: 'both images of both images',
    sources: ['dynamodb'],
    given: viewType('NEW_AND_OLD_IMAGES', newImage, oldImage),
    problems: [],
  },
  {
    name: 'a view type that is not known',
    sources: ['dynamodb'],
    given: (f) => viewType(f.text, newImage)(f),
    problems: [],
  },
];

export const STREAM_CASES = [...DESTINATIONS, ...DUPLICATES, ...TABLES, ...IMAGES];
