import { DEFAULT_RETENTION, DEFAULT_VISIBILITY_TIMEOUT } from './defaults';
import { QUEUE_SCALING_DOCS } from './docs';
import type { Failure, Order, Records, Replacement, Source } from '../../model/behaviour';
import type { Resource } from '../../model/contract';
import { guide } from '../../model/docs';
import { readerAt } from '../../model/paths';
import { settingOf } from '../../options/source-settings';

const REDRIVE_POLICY = 'RedrivePolicy';
const ERROR_HANDLING_DOCS = guide('services-sqs-errorhandling');

/** The handling of the messages of a queue, which a FIFO queue keeps in order. */
export function queueRecords(isFifo: boolean): Records {
  return {
    noun: 'message',
    unmatched: 'is deleted from the queue: the function never gets it, and neither does a dead-letter queue',
    order: () => (isFifo ? FIFO_ORDER : { docs: QUEUE_SCALING_DOCS }),
    failure: (_reader, source) => queueFailure(source, isFifo),
    replacement: () => REPLACEMENT,
  };
}

const FIFO_ORDER: Order = {
  within: 'message group',
  but: 'a message that goes to the dead-letter queue leaves a gap, and those after it are processed',
  docs: QUEUE_SCALING_DOCS,
};

const REPLACEMENT: Replacement = {
  begins:
    'finds all messages that are still in the queue; those that the old one had in progress become visible ' +
    'again after the visibility timeout, and may be processed twice',
  isLost: false,
  docs: ERROR_HANDLING_DOCS,
};

function queueFailure(source: Source, isFifo: boolean): Failure {
  const queue = source.resource;
  const deadLetterQueue = valueIn(queue, `${REDRIVE_POLICY}.deadLetterTargetArn`);
  const isKnown =
    queue !== undefined && readerAt(queue.properties).has(`${REDRIVE_POLICY}.deadLetterTargetArn`) !== undefined;
  const retention = settingOf(queue, 'MessageRetentionPeriod', 'the retention period of the queue', DEFAULT_RETENTION);
  return {
    receives:
      deadLetterQueue === undefined
        ? undefined
        : settingOf(queue, `${REDRIVE_POLICY}.maxReceiveCount`, 'maxReceiveCount of the redrive policy'),
    pause: settingOf(queue, 'VisibilityTimeout', 'the visibility timeout of the queue', DEFAULT_VISIBILITY_TIMEOUT),
    retention,
    isRetriedByLambda: false,
    holdsUp: isFifo ? 'the rest of its message group waits' : undefined,
    destination:
      deadLetterQueue === undefined
        ? undefined
        : {
            value: deadLetterQueue,
            noun: 'dead-letter queue',
            getsRecord: true,
            keeps: {
              ...settingOf(
                source.find(deadLetterQueue),
                'MessageRetentionPeriod',
                'its retention period',
                DEFAULT_RETENTION,
              ),
              // Only FIFO queues count anew.
              since: isFifo ? 'it came there' : 'it was sent to the first queue',
            },
          },
    unknownDestination: isKnown ? undefined : 'the redrive policy of the queue',
    expired: 'it is lost',
    docs: ERROR_HANDLING_DOCS,
  };
}

function valueIn(queue: Resource | undefined, path: string): unknown {
  return queue && readerAt(queue.properties).values(path)[0];
}
