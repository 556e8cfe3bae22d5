import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { RelatedCase, QUEUES } from './cases';
import { functionIn, override, queueIn } from './world';
import { FailureDestination, KinesisEventSourceMapping, SqsScaling, StreamStartingPosition } from '../../src';
import { Fixtures } from '../fixtures';

const seconds = Duration.seconds;
const TEN_SECONDS = (f: Fixtures) => functionIn(f, 'Target', { timeout: seconds(10) });
const visible =
  (time: number, more = {}) =>
  (f: Fixtures) => ({
    queue: queueIn(f, 'Given', { visibilityTimeout: seconds(time) }),
    target: TEN_SECONDS(f),
    ...more,
  });
const window = { maxBatchingWindow: seconds(5) };

const VISIBILITY: RelatedCase[] = [
  { name: 'visible after 6 times the timeout', sources: ['sqs'], given: visible(60), problems: [] },
  {
    name: 'visible after less than 6 times the timeout',
    sources: ['sqs'],
    given: visible(59),
    problems: ['visibility-timeout-advice'],
  },
  {
    name: 'visible after 6 times the timeout and the window',
    sources: ['sqs'],
    given: visible(65, window),
    problems: [],
  },
  {
    name: 'visible after less than that',
    sources: ['sqs'],
    given: visible(64, window),
    problems: ['visibility-timeout-advice'],
  },
  { name: 'visible after the timeout', sources: ['sqs'], given: visible(10), problems: ['visibility-timeout-advice'] },
  { name: 'visible before the timeout', sources: ['sqs'], given: visible(9), problems: ['visibility-timeout'] },
  {
    name: 'FIFO: visible before the timeout',
    sources: ['sqs-fifo'],
    given: (f) => ({
      queue: queueIn(f, 'Given', { fifo: true, visibilityTimeout: seconds(9) }),
      target: TEN_SECONDS(f),
    }),
    problems: ['visibility-timeout'],
  },
  {
    name: 'FIFO: visible after less than 6 times the timeout',
    sources: ['sqs-fifo'],
    given: (f) => ({
      queue: queueIn(f, 'Given', { fifo: true, visibilityTimeout: seconds(59) }),
      target: TEN_SECONDS(f),
    }),
    problems: ['visibility-timeout-advice'],
  },
  {
    name: "CloudFormation's default of 30 seconds, of an L1",
    sources: ['sqs'],
    given: (f) => ({
      queue: new sqs.CfnQueue(f.stack, 'Given'),
      target: functionIn(f, 'Target', { timeout: seconds(31) }),
    }),
    problems: ['visibility-timeout', 'dead-letter-queue'],
  },
  {
    name: 'raised afterwards',
    sources: ['sqs'],
    given: visible(9),
    edit: (f) => override(f.stack.node.findChild('Given'), 'VisibilityTimeout', 60),
    problems: [],
  },
  {
    name: 'a timeout that is not known',
    sources: ['sqs'],
    given: (f) => ({ queue: queueIn(f, 'Given', { visibilityTimeout: seconds(f.number) }) }),
    problems: [],
  },
];

const redrive = (maxReceiveCount: number) => (f: Fixtures) => ({
  queue: queueIn(f, 'Given', { deadLetterQueue: { queue: f.deadLetters, maxReceiveCount } }),
});

const REDRIVE: RelatedCase[] = [
  { name: 'no redrive policy', sources: ['sqs'], given: (f) => ({ queue: f.queue }), problems: ['dead-letter-queue'] },
  {
    name: 'FIFO: no redrive policy',
    sources: ['sqs-fifo'],
    given: (f) => ({ queue: f.fifoQueue }),
    problems: ['dead-letter-queue'],
  },
  { name: '5 receives', sources: ['sqs'], given: redrive(5), problems: [] },
  { name: '3 receives', sources: ['sqs'], given: redrive(3), problems: [] },
  { name: '2 receives', sources: ['sqs'], given: redrive(2), problems: ['max-receive-count'] },
  {
    name: '4 receives, and a concurrency that is limited',
    sources: ['sqs'],
    given: (f) => ({ ...redrive(4)(f), target: functionIn(f, 'Target', { reservedConcurrentExecutions: 10 }) }),
    problems: ['max-receive-count'],
  },
  {
    name: '4 receives, and far too little concurrency, which is told by itself',
    sources: ['sqs'],
    given: (f) => ({ ...redrive(4)(f), target: functionIn(f, 'Target', { reservedConcurrentExecutions: 4 }) }),
    problems: ['reserved-concurrency-below-pollers'],
  },
  {
    name: '4 receives, and a mapping that keeps to the concurrency',
    sources: ['sqs'],
    given: (f) => ({
      ...redrive(4)(f),
      target: functionIn(f, 'Target', { reservedConcurrentExecutions: 10 }),
      scaling: SqsScaling.maxConcurrency(10),
    }),
    problems: [],
  },
  {
    name: 'FIFO: 2 receives',
    sources: ['sqs-fifo'],
    given: (f) => ({
      queue: queueIn(f, 'Given', { fifo: true, deadLetterQueue: { queue: f.fifoQueue, maxReceiveCount: 2 } }),
    }),
    problems: ['max-receive-count'],
  },
  {
    name: 'FIFO: 4 receives, and little concurrency',
    sources: ['sqs-fifo'],
    given: (f) => ({
      queue: queueIn(f, 'Given', { fifo: true, deadLetterQueue: { queue: f.fifoQueue, maxReceiveCount: 4 } }),
      target: functionIn(f, 'Target', { reservedConcurrentExecutions: 4 }),
    }),
    problems: ['max-receive-count'],
  },
  ...Object.entries<(f: Fixtures) => unknown>({
    'a subscription': (f) =>
      new sns.CfnSubscription(f.stack, 'Sender', {
        topicArn: f.topic.topicArn,
        protocol: 'lambda',
        redrivePolicy: { deadLetterTargetArn: f.queue.queueArn },
      }),
    'a function': (f) => functionIn(f, 'Sender', { deadLetterQueue: f.queue }),
    'asynchronous invocations': (f) => functionIn(f, 'Sender', { onFailure: new destinations.SqsDestination(f.queue) }),
    'a rule': (f) =>
      new events.CfnRule(f.stack, 'Sender', {
        targets: [{ id: 'a', arn: 'arn', deadLetterConfig: { arn: f.queue.queueArn } }],
      }),
    'a schedule': (f) =>
      new scheduler.CfnSchedule(f.stack, 'Sender', {
        flexibleTimeWindow: { mode: 'OFF' },
        scheduleExpression: 'rate(1 day)',
        target: { arn: 'arn', roleArn: 'arn', deadLetterConfig: { arn: f.queue.queueArn } },
      }),
    'a mapping': (f) =>
      new KinesisEventSourceMapping(f.stack, 'Sender', {
        stream: f.stream,
        target: f.target,
        startingPosition: StreamStartingPosition.latest(),
        onFailure: FailureDestination.queue(f.queue),
      }),
  }).map(([name, send]): RelatedCase => ({
    name: `a dead-letter queue of ${name}`,
    sources: ['sqs'],
    given: (f) => {
      send(f);
      return { queue: f.queue };
    },
    problems: [],
  })),
  {
    name: 'a queue that a function only sends to',
    sources: ['sqs'],
    given: (f) => {
      functionIn(f, 'Sender', { environment: { QUEUE: f.queue.queueArn } });
      return { queue: f.queue };
    },
    problems: ['dead-letter-queue'],
  },
  {
    name: 'a dead-letter queue',
    sources: ['sqs'],
    given: (f) => [redrive(5)(f), { queue: f.deadLetters }],
    problems: [],
  },
  {
    name: 'a dead-letter queue of queues elsewhere',
    sources: ['sqs'],
    given: (f) => ({
      queue: new sqs.Queue(f.stack, 'Given', {
        visibilityTimeout: seconds(180),
        redriveAllowPolicy: { redrivePermission: sqs.RedrivePermission.ALLOW_ALL },
      }),
    }),
    problems: [],
  },
  {
    name: 'an imported queue',
    sources: ['sqs'],
    given: (f) => ({ queue: sqs.Queue.fromQueueArn(f.stack, 'Given', 'arn:aws:sqs:us-east-1:111122223333:jobs') }),
    problems: [],
  },
  {
    name: 'a redrive policy from elsewhere',
    sources: ['sqs'],
    given: (f) => ({ queue: f.queue }),
    edit: (f) =>
      override(f.queue, 'RedrivePolicy', { 'Fn::If': ['Production', { maxReceiveCount: 5 }, { Ref: 'AWS::NoValue' }] }),
    problems: [],
  },
];

const reserved =
  (reservedConcurrentExecutions: number, ...scalings: (SqsScaling | undefined)[]) =>
  (f: Fixtures) => {
    const target = functionIn(f, 'Target', { reservedConcurrentExecutions });
    return scalings.map((scaling, index) => ({ queue: queueIn(f, `Given${index}`), target, scaling }));
  };
const limited = SqsScaling.maxConcurrency;

const CONCURRENCY: RelatedCase[] = [
  { name: 'as much as is reserved', sources: ['sqs'], given: reserved(10, limited(10)), problems: [] },
  {
    name: 'more than is reserved',
    sources: ['sqs'],
    given: reserved(10, limited(11)),
    problems: ['reserved-concurrency-below-max-concurrency'],
  },
  {
    name: 'FIFO: more than is reserved',
    sources: ['sqs-fifo'],
    given: (f) => ({ target: functionIn(f, 'Target', { reservedConcurrentExecutions: 10 }), scaling: limited(11) }),
    problems: ['reserved-concurrency-below-max-concurrency'],
  },
  {
    name: 'together as much as is reserved',
    sources: ['sqs'],
    given: reserved(10, limited(5), limited(5)),
    problems: [],
  },
  {
    name: 'more than is reserved, and the least that Lambda takes',
    sources: ['sqs'],
    given: reserved(1, limited(2)),
    problems: [],
  },
  {
    name: 'together more than is reserved',
    sources: ['sqs'],
    given: reserved(10, limited(5), limited(6)),
    problems: ['reserved-concurrency-below-max-concurrency'],
  },
  {
    name: 'less reserved than Lambda begins with',
    sources: ['sqs'],
    given: reserved(4, undefined),
    problems: ['reserved-concurrency-below-pollers'],
  },
  { name: 'as much reserved as Lambda begins with', sources: ['sqs'], given: reserved(5, undefined), problems: [] },
  { name: 'less reserved, with a maximum concurrency', sources: ['sqs'], given: reserved(4, limited(4)), problems: [] },
  {
    name: 'less reserved, with pollers',
    sources: ['sqs'],
    given: reserved(4, SqsScaling.provisioned({ maximumPollers: 2 })),
    problems: [],
  },
];

const DUPLICATES: RelatedCase[] = [
  { name: 'two mappings of a queue to a function', sources: QUEUES, given: () => [{}, {}], problems: ['duplicate'] },
  {
    name: 'two mappings of a queue to two functions',
    sources: QUEUES,
    given: (f) => [{}, { target: functionIn(f, 'Other') }],
    problems: [],
  },
  {
    name: 'two mappings of a queue to a function and its alias',
    sources: QUEUES,
    given: (f) => [{}, { target: f.target.addAlias('live') }],
    problems: [],
  },
];

export const QUEUE_CASES = [...VISIBILITY, ...REDRIVE, ...CONCURRENCY, ...DUPLICATES];
