import { Token } from 'aws-cdk-lib';
import type { SqsEventSourceMappingProps } from './mapping';
import { RESERVED_CONCURRENCY_RULE } from '../../families/queue/concurrency';
import { SqsFilter } from '../../families/queue/filter';
import { QUEUE_METRICS } from '../../families/queue/metrics';
import {
  isFifoArn,
  isFifoQueue,
  QUEUE,
  QUEUE_EVENT,
  QUEUE_SPECS,
  QUEUE_UNSUPPORTED,
  QUEUE_RULES,
  QUEUE_SOURCE_RULES,
  POLLED_QUEUE,
  QUEUE_USAGE,
  queueBehaviour,
} from '../../families/queue/options';
import { QUEUE_ACCESS } from '../../families/queue/permissions';
import { SQS_MESSAGE } from '../../families/queue/record-shape';
import { QUEUE_RELATED_RULES } from '../../families/queue/related';
import { defineContract } from '../../model/contract';
import { guide } from '../../model/docs';
import { Condition, needs, over } from '../../model/rules';
import { not } from '../../model/three-valued';
import { batchSizeSpec, batchingWindowSpec } from '../../options/batching';
import { isFifo } from '../../options/fifo';
import { filterSpec } from '../../options/filter-criteria';
import { QUEUE_TYPE } from '../../options/queue-resource';
import { sourceSpec } from '../../options/source';

const SOME_WINDOW: Condition = {
  ...over('maximumBatchingWindowInSeconds', 0),
  words: '{maximumBatchingWindowInSeconds} of at least 1 second',
};

export const CONTRACT = defineContract<SqsEventSourceMappingProps>({
  id: 'sqs',
  title: 'SQS standard queue',
  docs: guide('services-sqs-parameters'),
  recognition: {
    arn: { service: 'sqs', isOfSource: (arn) => not(isFifoArn(arn)) },
    resources: { [QUEUE_TYPE]: { ...POLLED_QUEUE, isOfSource: ({ FifoQueue }) => not(isFifoQueue(FifoQueue)) } },
    samEvent: QUEUE_EVENT,
    isFrequent: true,
  },
  behaviour: queueBehaviour(false),
  metrics: QUEUE_METRICS,
  options: {
    queue: sourceSpec(
      {
        of: 'an SQS standard queue',
        pattern: /^arn:aws[a-zA-Z0-9-]*:sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,80}$/,
        example: 'arn:aws:sqs:us-east-2:123456789012:my-queue',
      },
      { type: QUEUE, rules: QUEUE_SOURCE_RULES, arnOf: (queue) => queue.queueRef.queueArn, access: QUEUE_ACCESS },
    ),
    batchSize: batchSizeSpec({ max: 10_000, default: 10 }),
    maxBatchingWindow: batchingWindowSpec({ default: 0 }),
    ...QUEUE_SPECS,
    filters: filterSpec(SqsFilter, SQS_MESSAGE),
  },
  rules: [
    needs('large-batch-needs-window', over('batchSize', 10), SOME_WINDOW, {
      reason: 'Lambda refuses batches of more than 10 messages without one',
    }),
    ...QUEUE_RULES,
  ],
  usage: [
    ...QUEUE_USAGE,
    {
      name: 'queue-is-fifo',
      option: 'queue',
      severity: 'error',
      says: 'is a FIFO queue',
      reason: 'a FIFO queue has other limits: use SqsFifoEventSourceMapping',
      // A literal ARN says so itself.
      isBroken: ({ queue }) => isFifo(queue) === true && Token.isUnresolved(queue.queueRef.queueArn),
    },
  ],
  relatedRules: [...QUEUE_RELATED_RULES, RESERVED_CONCURRENCY_RULE],
  unsupported: QUEUE_UNSUPPORTED,
});
