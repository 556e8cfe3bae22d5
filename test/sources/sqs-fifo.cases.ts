import { Fn } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { filterEncryptionCases } from './shared/filter-encryption.cases';
import { filterCases, Filters } from './shared/filters.cases';
import { limits } from './shared/limits';
import { queueCases } from './shared/queues.cases';
import { sourceArnCases } from './shared/source-arn.cases';
import { MetricGroup, SqsFifoEventSourceMappingProps as Props, SqsFilter, SqsScaling } from '../../src';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';

const SOURCE = 'sqs-fifo';
const FILTERS: Filters<SqsFilter> = {
  source: SOURCE,
  fromPattern: SqsFilter.fromPattern,
  fromJson: SqsFilter.fromJson,
  key: 'body',
  otherKeys: ['data'],
  unseenKey: 'messageAttributes',
};

const queueIn = (partition: string, region: string) => `arn:${partition}:sqs:${region}:123456789012:my-queue.fifo`;

const imported = (f: Fixtures, arn: string) => ({ queue: sqs.Queue.fromQueueArn(f.stack, 'Imported', arn) });

export const smallest: Smallest<Props> = {
  props: (f) => ({ queue: f.fifoQueue, target: f.target }),
  properties: { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: 'handler' },
};

export const fullest = (f: Fixtures): Props => ({
  queue: f.fifoQueue,
  target: f.target,
  enabled: true,
  grantAccess: true,
  tags: { team: 'payments' },
  batchSize: 10,
  scaling: SqsScaling.maxConcurrency(1000),
  reportBatchItemFailures: true,
  filters: [SqsFilter.fromPattern({ body: { type: ['paid'] } })],
  filterEncryption: f.key,
  metricGroups: [MetricGroup.EVENT_COUNT],
});

const QUEUES: Case<Props>[] = [
  {
    name: 'queue an L1',
    props: (f) => ({ queue: new sqs.CfnQueue(f.stack, 'L1', { fifoQueue: true }) }),
    problems: [],
  },
  { name: 'queue standard', props: (f) => ({ queue: f.queue }), problems: ['sqs-fifo-queue-is-standard'] },
  {
    name: 'queue the L1 of a standard one',
    props: (f) => ({ queue: new sqs.CfnQueue(f.stack, 'L1') }),
    problems: ['sqs-fifo-queue-is-standard'],
  },
  { name: 'queue of another stack', props: (f) => imported(f, Fn.importValue('QueueArn')), problems: [] },
  {
    name: 'queue of another Region',
    props: (f) => imported(f, queueIn('aws', 'us-west-1')),
    region: 'us-east-1',
    problems: ['sqs-fifo-queue-in-region'],
  },
  {
    name: 'queue of the Region',
    props: (f) => imported(f, queueIn('aws', 'us-east-1')),
    region: 'us-east-1',
    problems: [],
  },
  {
    name: 'queue of another Region than the function',
    properties: {
      EventSourceArn: queueIn('aws', 'us-east-2'),
      FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:handler',
    },
    problems: ['sqs-fifo-queue-in-region'],
  },
];

export const cases: readonly Case<Props>[] = [
  ...queueCases(SOURCE, ['MaximumBatchingWindowInSeconds']),
  ...limits<Props>({
    rule: 'sqs-fifo-batch-size',
    min: 1,
    max: 10,
    props: (batchSize) => ({ batchSize }),
    properties: (amount) => ({ BatchSize: amount }),
  }),
  { name: 'window of 0', properties: { MaximumBatchingWindowInSeconds: 0 }, problems: ['sqs-fifo-unsupported'] },
  ...QUEUES,
  ...filterCases(FILTERS),
  ...filterEncryptionCases(FILTERS),
  ...sourceArnCases<Props>({
    rule: 'sqs-fifo-queue',
    arn: queueIn,
    also: [`arn:aws:sqs:us-east-2:123456789012:${'q'.repeat(75)}.fifo`],
    others: [
      'arn:aws:sqs:us-east-2:123456789012:my-queue',
      'arn:aws:sqs:us-east-2:123456789012:my-queue-fifo',
      `arn:aws:sqs:us-east-2:123456789012:${'q'.repeat(76)}.fifo`,
      'arn:aws:sns:us-east-2:123456789012:my-topic.fifo',
    ],
    props: imported,
  }),
];
