import { Duration, Fn } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { windowCases } from './shared/batching.cases';
import { filterEncryptionCases } from './shared/filter-encryption.cases';
import { filterCases, Filters } from './shared/filters.cases';
import { limits } from './shared/limits';
import { queueCases } from './shared/queues.cases';
import { sourceArnCases } from './shared/source-arn.cases';
import { MetricGroup, SqsEventSourceMappingProps as Props, SqsFilter, SqsScaling } from '../../src';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';

const SOURCE = 'sqs';
const FILTERS: Filters<SqsFilter> = {
  source: SOURCE,
  fromPattern: SqsFilter.fromPattern,
  fromJson: SqsFilter.fromJson,
  key: 'body',
  otherKeys: ['data', 'Body'],
  unseenKey: 'messageAttributes',
};

const queueIn = (partition: string, region: string) => `arn:${partition}:sqs:${region}:123456789012:my-queue`;

const imported = (f: Fixtures, arn: string) => ({ queue: sqs.Queue.fromQueueArn(f.stack, 'Imported', arn) });

export const smallest: Smallest<Props> = {
  props: (f) => ({ queue: f.queue, target: f.target }),
  properties: { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: 'handler' },
};

export const fullest = (f: Fixtures): Props => ({
  queue: f.queue,
  target: f.target,
  enabled: true,
  grantAccess: true,
  tags: { team: 'orders' },
  batchSize: 10_000,
  maxBatchingWindow: Duration.minutes(5),
  scaling: SqsScaling.provisioned({ minimumPollers: 2, maximumPollers: 2000 }),
  reportBatchItemFailures: true,
  filters: [
    SqsFilter.fromPattern({ body: { type: ['created'] } }),
    SqsFilter.fromPattern({ attributes: { SenderId: [{ exists: true }] } }),
  ],
  filterEncryption: f.key,
  metricGroups: [MetricGroup.EVENT_COUNT],
});

const needsWindow = ['sqs-large-batch-needs-window'];

function batch(batchSize: number, window: number | undefined, problems: string[]): Case<Props> {
  return {
    name: `batch of ${batchSize} with a window of ${window}`,
    props: () => ({ batchSize, maxBatchingWindow: window === undefined ? undefined : Duration.seconds(window) }),
    properties: { BatchSize: batchSize, MaximumBatchingWindowInSeconds: window },
    problems,
  };
}

const BATCHES: Case<Props>[] = [
  ...limits<Props>({
    rule: 'sqs-batch-size',
    min: 1,
    max: 10_000,
    props: (batchSize) => ({ batchSize, maxBatchingWindow: Duration.seconds(1) }),
    properties: (amount) => ({ BatchSize: amount, MaximumBatchingWindowInSeconds: 1 }),
  }),
  batch(10, undefined, []),
  batch(10, 0, []),
  batch(11, undefined, needsWindow),
  batch(11, 0, needsWindow),
  batch(11, 1, []),
  batch(10_000, 300, []),
  {
    name: 'batch of 11 with a window of a token',
    props: (f) => ({ batchSize: 11, maxBatchingWindow: Duration.seconds(f.number) }),
    properties: { BatchSize: 11, MaximumBatchingWindowInSeconds: { Ref: 'Window' } },
    problems: [],
  },
  {
    name: 'batch of a token without a window',
    props: (f) => ({ batchSize: f.number }),
    properties: { BatchSize: { Ref: 'Size' } },
    problems: [],
  },
  {
    name: 'batch of 11, all as texts',
    properties: { BatchSize: '11', MaximumBatchingWindowInSeconds: '0' },
    problems: needsWindow,
  },
  {
    name: 'batch of 11 with a window taken away',
    properties: { BatchSize: 11, MaximumBatchingWindowInSeconds: { Ref: 'AWS::NoValue' } },
    problems: needsWindow,
  },
  {
    name: 'batch of 11 with a window that may be',
    properties: { BatchSize: 11, MaximumBatchingWindowInSeconds: { 'Fn::If': ['A', 5, { Ref: 'AWS::NoValue' }] } },
    problems: [],
  },
];

const QUEUES: Case<Props>[] = [
  { name: 'queue an L1', props: (f) => ({ queue: new sqs.CfnQueue(f.stack, 'L1') }), problems: [] },
  { name: 'queue FIFO', props: (f) => ({ queue: f.fifoQueue }), problems: ['sqs-queue-is-fifo'] },
  {
    name: 'queue the L1 of a FIFO one',
    props: (f) => ({ queue: new sqs.CfnQueue(f.stack, 'L1', { fifoQueue: true }) }),
    problems: ['sqs-queue-is-fifo'],
  },
  { name: 'queue of another stack', props: (f) => imported(f, Fn.importValue('QueueArn')), problems: [] },
  {
    name: 'queue of another account',
    props: (f) => imported(f, 'arn:aws:sqs:us-east-1:210987654321:theirs'),
    region: 'us-east-1',
    problems: [],
  },
  {
    name: 'queue of another Region',
    props: (f) => imported(f, queueIn('aws', 'us-west-1')),
    region: 'us-east-1',
    problems: ['sqs-queue-in-region'],
  },
  {
    name: 'queue of a Region, in a stack for any',
    props: (f) => imported(f, queueIn('aws', 'us-west-1')),
    problems: [],
  },
  {
    name: 'queue of another Region than the template',
    region: 'eu-west-1',
    properties: { EventSourceArn: queueIn('aws', 'us-east-2') },
    problems: ['sqs-queue-in-region'],
  },
  {
    name: 'queue of another Region than the function',
    properties: {
      EventSourceArn: queueIn('aws', 'us-east-2'),
      FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:handler',
    },
    problems: ['sqs-queue-in-region'],
  },
  {
    name: 'queue of the Region of the function',
    properties: {
      EventSourceArn: queueIn('aws', 'us-east-2'),
      FunctionName: 'arn:aws:lambda:us-east-2:123456789012:function:handler',
    },
    problems: [],
  },
  {
    name: 'queue and function of unknown Regions',
    properties: { FunctionName: { 'Fn::GetAtt': ['Handler', 'Arn'] }, EventSourceArn: { Ref: 'Queue' } },
    problems: [],
  },
];

export const cases: readonly Case<Props>[] = [
  ...queueCases(SOURCE),
  ...windowCases(SOURCE),
  ...BATCHES,
  ...QUEUES,
  ...filterCases(FILTERS),
  ...filterEncryptionCases(FILTERS),
  ...sourceArnCases<Props>({
    rule: 'sqs-queue',
    arn: queueIn,
    also: [`arn:aws:sqs:us-east-2:123456789012:${'q'.repeat(80)}`, 'arn:aws:sqs:us-east-2:123456789012:A-z_9'],
    others: [
      'arn:aws:sqs:us-east-2:123456789012:my-queue.fifo',
      `arn:aws:sqs:us-east-2:123456789012:${'q'.repeat(81)}`,
      'https://sqs.us-east-2.amazonaws.com/123456789012/my-queue',
      'arn:aws:sns:us-east-2:123456789012:my-topic',
      'arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream',
    ],
    props: imported,
  }),
  {
    name: 'a template of numbers as texts',
    properties: {
      BatchSize: '10',
      Enabled: 'true',
      MaximumBatchingWindowInSeconds: '20',
      ScalingConfig: { MaximumConcurrency: '250' },
    },
    problems: [],
  },
  {
    name: 'as Serverless writes it',
    properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
      FunctionName: { 'Fn::GetAtt': ['HandlerLambdaFunction', 'Arn'] },
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 60,
      Enabled: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 250 },
      FilterCriteria: { Filters: [{ Pattern: '{"a":[1,2]}' }] },
    },
    problems: ['sqs-filters-root-key'],
  },
];
