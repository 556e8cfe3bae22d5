import { MAXIMUM_CONCURRENCY_RULE, reservedBelowPollers } from './concurrency';
import { isFedWithFailures } from './dead-letters';
import { DEFAULT_VISIBILITY_TIMEOUT } from './defaults';
import { isFifoQueue } from './options';
import { amount, numberIn } from '../../model/constraints';
import { PropertyReader, Resource, Rule, Context } from '../../model/contract';
import { guide } from '../../model/docs';
import { Facts, rule } from '../../model/rules';
import { isUnknown } from '../../model/tokens';
import { QUEUE_TYPE } from '../../options/queue-resource';
import { duplicateRule } from '../../related/duplicates';
import { lacks, numberAt, sourceOf } from '../../related/find';
import { FUNCTION_RULES, timeoutOf } from '../../related/function';
import { functionOf } from '../../related/invoked';
import { FUNCTION_PLACE_RULES, OTHER_SOURCE_PLACE_RULE } from '../../related/place';

const QUEUE_CONFIGURATION_DOCS = guide('services-sqs-configure');
/** So many times the function's timeout, so that Lambda can try again when the function is throttled. */
const ADVISED_FACTOR = 6;
const ADVISED_RECEIVE_COUNT = 5;
/** Many choose as much, and lose nothing as long as the function is not throttled. */
const COMMON_RECEIVE_COUNT = 3;

/** Says what is wrong with a queue, to be read after its name. */
type QueueFault = (queue: Resource, reader: PropertyReader, context: Context) => string | undefined;

/** A rule of the queue that is polled. */
function queueRule(id: string, says: string, facts: Facts, fault: QueueFault): Rule {
  return rule(id, 'eventSourceArn', says, { docs: QUEUE_CONFIGURATION_DOCS, ...facts }, (reader, context) => {
    const queue = sourceOf(reader, context, QUEUE_TYPE);
    const found = queue && fault(queue, reader, context);
    return found === undefined ? undefined : { of: queue!, says: found };
  });
}

/** The times, in seconds, that have to fit into each other; `undefined` where one is not known. */
function timesOf(queue: Resource, reader: PropertyReader, context: Context) {
  const lambda = functionOf(reader, context);
  const visible = numberAt(queue, 'VisibilityTimeout', DEFAULT_VISIBILITY_TIMEOUT);
  const timeout = lambda && timeoutOf(lambda);
  return visible === undefined || timeout === undefined
    ? undefined
    : { visible, timeout, lambda: lambda!.id, window: windowOf(reader) };
}

function windowOf(reader: PropertyReader): number | undefined {
  const [window] = reader.values('maximumBatchingWindowInSeconds');
  return isUnknown(window) ? undefined : numberIn(window ?? 0);
}

const VISIBILITY_RULES: readonly Rule[] = [
  queueRule(
    'visibility-timeout',
    'has a visibility timeout of less than the timeout of the function',
    {
      reason: 'Lambda answers "Queue visibility timeout: ... is less than Function timeout: ..."',
      fix:
        `set the visibility timeout of the queue to at least the timeout of the function, better to ` +
        `${ADVISED_FACTOR} times as much`,
    },
    (queue, reader, context) => {
      const times = timesOf(queue, reader, context);
      return times && times.visible < times.timeout
        ? `has a visibility timeout of ${amount(times.visible, 'seconds')}, less than the timeout of ` +
            `${amount(times.timeout, 'seconds')} of function ${times.lambda}`
        : undefined;
    },
  ),
  queueRule(
    'visibility-timeout-advice',
    `has a visibility timeout of less than ${ADVISED_FACTOR} times the timeout of the function and the batching window`,
    {
      severity: 'warning',
      reason: 'when the function is throttled, messages become visible again before Lambda has processed them',
      fix: 'raise the visibility timeout of the queue, or lower the timeout of the function',
    },
    (queue, reader, context) => {
      const times = timesOf(queue, reader, context);
      if (times?.window === undefined || times.visible < times.timeout) return undefined;
      const advised = ADVISED_FACTOR * times.timeout + times.window;
      return times.visible < advised
        ? `has a visibility timeout of ${amount(times.visible, 'seconds')}, less than the advised ` +
            `${amount(advised, 'seconds')}: ` +
            `${ADVISED_FACTOR} times the timeout of function ${times.lambda} (${amount(times.timeout, 'seconds')}) ` +
            `and the batching window`
        : undefined;
    },
  ),
];

const REDRIVE_RULES: readonly Rule[] = [
  queueRule(
    'dead-letter-queue',
    'has no dead-letter queue',
    {
      severity: 'warning',
      reason: 'a message that always fails returns to the queue until it expires, and is then lost',
      fix: `give the queue a dead-letter queue, with a maxReceiveCount of at least ` + `${ADVISED_RECEIVE_COUNT}`,
    },
    (queue, _reader, context) =>
      lacks(queue, 'RedrivePolicy') && !isDeadLetterQueue(queue, context) ? 'has no dead-letter queue' : undefined,
  ),
  queueRule(
    'max-receive-count',
    `has a maxReceiveCount of less than ${ADVISED_RECEIVE_COUNT}`,
    {
      severity: 'warning',
      reason: 'throttled invocations count too, so messages can go to the dead-letter queue without being processed',
      fix: `raise maxReceiveCount to at least ${ADVISED_RECEIVE_COUNT}`,
    },
    (queue, reader, context) => {
      const count = numberAt(queue, 'RedrivePolicy.maxReceiveCount') ?? ADVISED_RECEIVE_COUNT;
      return count < ADVISED_RECEIVE_COUNT && (count < COMMON_RECEIVE_COUNT || isThrottled(queue, reader, context))
        ? `has a maxReceiveCount of ${count}, less than the advised ${ADVISED_RECEIVE_COUNT}`
        : undefined;
    },
  ),
];

/**
 * Whether a function has less concurrency than the queue may need.
 *
 * With a standard queue, far too little is told by itself, and what mends it has the function throttled no more.
 */
function isThrottled(queue: Resource, reader: PropertyReader, context: Context): boolean {
  const lambda = functionOf(reader, context);
  const isTold = isFifoQueue(queue.properties.FifoQueue) === false && reservedBelowPollers(reader, context);
  return (
    lambda !== undefined &&
    !isTold &&
    !lacks(lambda, 'ReservedConcurrentExecutions') &&
    reader.has('scalingConfig.maximumConcurrency') !== true
  );
}

/** Its messages have failed already, in this app or in others that it lets in. */
function isDeadLetterQueue(queue: Resource, context: Context): boolean {
  return !lacks(queue, 'RedriveAllowPolicy') || isFedWithFailures(queue, context);
}

export const QUEUE_RELATED_RULES: readonly Rule[] = [
  ...FUNCTION_RULES,
  ...FUNCTION_PLACE_RULES,
  OTHER_SOURCE_PLACE_RULE,
  duplicateRule(),
  ...VISIBILITY_RULES,
  ...REDRIVE_RULES,
  MAXIMUM_CONCURRENCY_RULE,
];
