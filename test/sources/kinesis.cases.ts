import { Duration, Fn } from 'aws-cdk-lib';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import { filterEncryptionCases } from './shared/filter-encryption.cases';
import { filterCases, Filters, jsonOnlyCases } from './shared/filters.cases';
import { sourceArnCases } from './shared/source-arn.cases';
import { requiredPositionCases, startingPositionCases } from './shared/starting-position.cases';
import { streamCases } from './shared/streams.cases';
import {
  FailureDestination,
  KinesisEventSourceMappingProps as Props,
  KinesisFilter,
  MetricGroup,
  StreamStartingPosition,
} from '../../src';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';

const SOURCE = 'kinesis';
const FILTERS: Filters<KinesisFilter> = {
  source: SOURCE,
  fromPattern: KinesisFilter.fromPattern,
  fromJson: KinesisFilter.fromJson,
  key: 'data',
  otherKeys: ['body', 'kinesis', 'value', 'dynamodb', 'Data'],
  unseenKey: 'eventName',
};

const streamIn = (partition: string, region: string) =>
  `arn:${partition}:kinesis:${region}:123456789012:stream/lambda-stream`;

export const smallest: Smallest<Props> = {
  props: (f) => ({ stream: f.stream, target: f.target, startingPosition: StreamStartingPosition.trimHorizon() }),
  properties: {
    EventSourceArn: streamIn('aws', 'us-east-2'),
    FunctionName: 'handler',
    StartingPosition: 'TRIM_HORIZON',
  },
};

export const fullest = (f: Fixtures): Props => ({
  stream: f.stream,
  target: f.target,
  startingPosition: StreamStartingPosition.atTimestamp(new Date('2024-01-01T00:00:00Z')),
  enabled: false,
  grantAccess: true,
  tags: { team: 'orders' },
  batchSize: 10_000,
  maxBatchingWindow: Duration.minutes(5),
  parallelizationFactor: 1,
  tumblingWindow: Duration.minutes(15),
  retryAttempts: 3,
  maxRecordAge: Duration.hours(12),
  bisectBatchOnError: true,
  reportBatchItemFailures: true,
  onFailure: FailureDestination.bucket(f.bucket),
  filters: [
    KinesisFilter.fromPattern({ data: { type: ['created'] } }),
    KinesisFilter.fromJson('{"partitionKey":[{"prefix":"de-"}]}'),
  ],
  filterEncryption: f.key,
  metricGroups: [MetricGroup.EVENT_COUNT],
});

export const cases: readonly Case<Props>[] = [
  ...streamCases(SOURCE),
  ...startingPositionCases(SOURCE),
  ...requiredPositionCases(SOURCE),
  ...filterCases(FILTERS),
  ...jsonOnlyCases(FILTERS),
  ...filterEncryptionCases(FILTERS),
  ...sourceArnCases<Props>({
    rule: 'kinesis-stream',
    arn: streamIn,
    also: [
      `arn:aws:kinesis:us-east-2:123456789012:stream/${'s'.repeat(128)}`,
      'arn:aws:kinesis:us-east-2:123456789012:stream/a.b_c-1',
    ],
    others: [
      'arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream/consumer/con1:1540591608',
      `arn:aws:kinesis:us-east-2:123456789012:stream/${'s'.repeat(129)}`,
      'arn:aws:firehose:us-east-2:123456789012:deliverystream/lambda-stream',
      'arn:aws:dynamodb:us-east-2:123456789012:table/my-table/stream/2023-06-10T19:26:16.525',
      'arn:aws:sqs:us-east-2:123456789012:my-queue',
      'lambda-stream',
    ],
    props: (f, arn) => ({ stream: kinesis.Stream.fromStreamArn(f.stack, 'Imported', arn) }),
  }),
  {
    name: 'stream of another service',
    props: (f) => ({
      stream: kinesis.Stream.fromStreamArn(
        f.stack,
        'Imported',
        'arn:aws:firehose:us-east-2:123456789012:deliverystream/clicks',
      ),
    }),
    problems: ['kinesis-stream-arn'],
  },
  {
    name: 'stream of another stack',
    props: (f) => ({ stream: kinesis.Stream.fromStreamArn(f.stack, 'Imported', Fn.importValue('StreamArn')) }),
    problems: [],
  },
  {
    name: 'several at once',
    props: () => ({ batchSize: 0, parallelizationFactor: 11, retryAttempts: -2, maxRecordAge: Duration.seconds(59) }),
    problems: [
      'kinesis-batch-size-range',
      'kinesis-max-record-age-range',
      'kinesis-parallelization-factor-range',
      'kinesis-retry-attempts-range',
    ],
  },
];
