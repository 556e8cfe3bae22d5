import type { SqsFifoEventSourceMappingProps } from './mapping';
import { SqsFilter } from '../../families/queue/filter';
import { QUEUE_METRICS } from '../../families/queue/metrics';
import {
  isFifoArn, isFifoQueue, QUEUE, QUEUE_EVENT, QUEUE_FIELDS, QUEUE_REFUSALS, QUEUE_RULES, QUEUE_SOURCE_RULES,
  POLLED_QUEUE, QUEUE_TYPE, QUEUE_USAGE, queueBehaviour,
} from '../../families/queue/options';
import { QUEUE_ACCESS } from '../../families/queue/permissions';
import { SQS_MESSAGE } from '../../families/queue/record-shape';
import { QUEUE_NEIGHBOURS } from '../../families/queue/related';
import { defineContract } from '../../model/contract';
import { guide } from '../../model/docs';
import { batchSizeField } from '../../options/batching';
import { isFifo } from '../../options/fifo';
import { filterField } from '../../options/filter-criteria';
import { sourceField } from '../../options/source';

export const CONTRACT = defineContract<SqsFifoEventSourceMappingProps>({
  id: 'sqs-fifo',
  title: 'SQS FIFO queue',
  page: guide('services-sqs-parameters'),
  recognition: {
    arn: { service: 'sqs', isOfSource: isFifoArn },
    resources: { [QUEUE_TYPE]: { ...POLLED_QUEUE, isOfSource: ({ FifoQueue }) => isFifoQueue(FifoQueue) } },
    samEvent: QUEUE_EVENT,
  },
  behaviour: queueBehaviour(true),
  metrics: QUEUE_METRICS,
  fields: {
    queue: sourceField({
      of: 'an SQS FIFO queue',
      pattern: /^arn:aws[a-zA-Z0-9-]*:sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,75}\.fifo$/,
      example: 'arn:aws:sqs:us-east-2:123456789012:my-queue.fifo',
    }, { type: QUEUE, rules: QUEUE_SOURCE_RULES, arnOf: (queue) => queue.queueRef.queueArn, access: QUEUE_ACCESS }),
    batchSize: batchSizeField({ max: 10, default: 10 }),
    ...QUEUE_FIELDS,
    filters: filterField(SqsFilter, SQS_MESSAGE),
  },
  rules: QUEUE_RULES,
  neighbours: QUEUE_NEIGHBOURS,
  usage: [...QUEUE_USAGE, {
    name: 'queue-is-standard',
    option: 'queue',
    severity: 'error',
    says: 'is a standard queue',
    why: 'a standard queue has other limits: use SqsEventSourceMapping',
    isBroken: ({ queue }) => isFifo(queue) === false,
  }],
  refusals: {
    ...QUEUE_REFUSALS,
    maximumBatchingWindowInSeconds: { why: 'Lambda answers "Batching window is not supported for FIFO queues"', harmless: 0 },
  },
});
