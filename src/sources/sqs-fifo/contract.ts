import type { SqsFifoEventSourceMappingProps } from './mapping';
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
import { batchSizeSpec } from '../../options/batching';
import { isFifo } from '../../options/fifo';
import { filterSpec } from '../../options/filter-criteria';
import { QUEUE_TYPE } from '../../options/queue-resource';
import { sourceSpec } from '../../options/source';

export const CONTRACT = defineContract<SqsFifoEventSourceMappingProps>({
  id: 'sqs-fifo',
  title: 'SQS FIFO queue',
  docs: guide('services-sqs-parameters'),
  recognition: {
    arn: { service: 'sqs', isOfSource: isFifoArn },
    resources: { [QUEUE_TYPE]: { ...POLLED_QUEUE, isOfSource: ({ FifoQueue }) => isFifoQueue(FifoQueue) } },
    samEvent: QUEUE_EVENT,
  },
  behaviour: queueBehaviour(true),
  metrics: QUEUE_METRICS,
  options: {
    queue: sourceSpec(
      {
        of: 'an SQS FIFO queue',
        pattern: /^arn:aws[a-zA-Z0-9-]*:sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,75}\.fifo$/,
        example: 'arn:aws:sqs:us-east-2:123456789012:my-queue.fifo',
      },
      { type: QUEUE, rules: QUEUE_SOURCE_RULES, arnOf: (queue) => queue.queueRef.queueArn, access: QUEUE_ACCESS },
    ),
    batchSize: batchSizeSpec({ max: 10, default: 10 }),
    ...QUEUE_SPECS,
    filters: filterSpec(SqsFilter, SQS_MESSAGE),
  },
  rules: QUEUE_RULES,
  relatedRules: QUEUE_RELATED_RULES,
  usage: [
    ...QUEUE_USAGE,
    {
      name: 'queue-is-standard',
      option: 'queue',
      severity: 'error',
      says: 'is a standard queue',
      reason: 'a standard queue has other limits: use SqsEventSourceMapping',
      isBroken: ({ queue }) => isFifo(queue) === false,
    },
  ],
  unsupported: {
    ...QUEUE_UNSUPPORTED,
    maximumBatchingWindowInSeconds: {
      reason: 'Lambda answers "Batching window is not supported for FIFO queues"',
      harmless: 0,
    },
  },
});
