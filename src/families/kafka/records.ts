import { ConsumptionMode } from './consumption-mode';
import { CONSUMPTION_MODE } from './places';
import type { Failure, Order, Records, Replacement, Source } from '../../model/behaviour';
import type { Look } from '../../model/contract';
import { guide } from '../../model/docs';
import { failureDestination, limitsOf, positionReplacement } from '../stream/records';

/** So often Lambda retries at most where there is a failure destination, whatever the mapping says of no limit. */
const RETRIES_WITH_DESTINATION = 10;
/** Without a failure destination, a batch of a share group is not retried. */
const RETRIES_OF_SHARE_GROUP = 0;

const SHARE_GROUP_PAGE = guide('polling-kafka-queue');

/** What becomes of the records of a topic, which is read in one of two ways. */
export const KAFKA_RECORDS: Records = {
  noun: 'record',
  unmatched: 'counts as processed: the function never gets it, and neither does a failure destination',
  order: (look) => (isShareGroup(look) ? { page: SHARE_GROUP_PAGE } : PARTITION_ORDER),
  failure: kafkaFailure,
  replacement: groupReplacement,
};

const PARTITION_ORDER: Order = { within: 'partition', page: guide('kafka-scaling-modes') };

function isShareGroup(look: Look): boolean {
  return look.values(CONSUMPTION_MODE)[0] === ConsumptionMode.QUEUE;
}

function kafkaFailure(look: Look, source: Source): Failure {
  const { retries, ...limits } = limitsOf(look);
  const destination = failureDestination(look, source);
  return {
    ...limits,
    retries: retries ?? ownLimit(look, destination !== undefined),
    retention: { of: 'the retention of the topic, which the cluster sets' },
    isRetriedByLambda: true,
    holdsUp: isShareGroup(look) ? undefined : 'the rest of its partition waits',
    destination,
    expired: 'it is lost',
    page: isShareGroup(look) ? SHARE_GROUP_PAGE : guide('kafka-retry-configurations'),
  };
}

/** What Lambda takes where the mapping sets no limit. */
function ownLimit(look: Look, hasDestination: boolean): Failure['retries'] {
  if (isShareGroup(look)) return { value: RETRIES_OF_SHARE_GROUP, of: 'the default of this mode' };
  return hasDestination ? { value: RETRIES_WITH_DESTINATION, of: 'what Lambda limits them to where there is a failure destination' } : undefined;
}

/** A group that has read before goes on where it was. */
function groupReplacement(look: Look): Replacement {
  const hasGroup = ['amazonManagedKafkaEventSourceConfig', 'selfManagedKafkaEventSourceConfig']
    .some((block) => look.values(`${block}.consumerGroupId`).length > 0);
  if (!hasGroup) return positionReplacement(look);
  return {
    begins: 'reads as the same consumer group and goes on where the old one was, whatever its starting position',
    isLost: false,
    page: guide('kafka-consumer-group-id'),
  };
}
