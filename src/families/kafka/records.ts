import { ConsumptionMode } from './consumption-mode';
import { SCALING_MODES_DOCS } from './docs';
import { CONSUMPTION_MODE } from './places';
import type { Failure, Order, Records, Replacement, Source } from '../../model/behaviour';
import type { PropertyReader } from '../../model/contract';
import { guide } from '../../model/docs';
import { failureDestination, limitsOf, positionReplacement } from '../stream/records';

/** So often Lambda retries at most where there is a failure destination, whatever the mapping says of no limit. */
const RETRIES_WITH_DESTINATION = 10;
/** Without a failure destination, a batch of a share group is not retried. */
const RETRIES_OF_SHARE_GROUP = 0;

const SHARE_GROUP_PAGE = guide('polling-kafka-queue');

/** The handling of the records of a topic, which is read in one of two modes. */
export const KAFKA_RECORDS: Records = {
  noun: 'record',
  unmatched: 'counts as processed: the function never gets it, and neither does a failure destination',
  order: (reader) => (isShareGroup(reader) ? { docs: SHARE_GROUP_PAGE } : PARTITION_ORDER),
  failure: kafkaFailure,
  replacement: groupReplacement,
};

const PARTITION_ORDER: Order = { within: 'partition', docs: SCALING_MODES_DOCS };

function isShareGroup(reader: PropertyReader): boolean {
  return reader.values(CONSUMPTION_MODE)[0] === ConsumptionMode.QUEUE;
}

function kafkaFailure(reader: PropertyReader, source: Source): Failure {
  const { retries, ...limits } = limitsOf(reader);
  const destination = failureDestination(reader, source);
  return {
    ...limits,
    retries: retries ?? ownLimit(reader, destination !== undefined),
    retention: { of: 'the retention of the topic, which the cluster sets' },
    isRetriedByLambda: true,
    holdsUp: isShareGroup(reader) ? undefined : 'the rest of its partition waits',
    destination,
    expired: 'it is lost',
    docs: isShareGroup(reader) ? SHARE_GROUP_PAGE : guide('kafka-retry-configurations'),
  };
}

/** The limit that Lambda takes where the mapping sets none. */
function ownLimit(reader: PropertyReader, hasDestination: boolean): Failure['retries'] {
  if (isShareGroup(reader)) return { value: RETRIES_OF_SHARE_GROUP, of: 'the default of this mode' };
  return hasDestination
    ? { value: RETRIES_WITH_DESTINATION, of: 'what Lambda limits them to where there is a failure destination' }
    : undefined;
}

/** A group that has read before goes on where it was. */
function groupReplacement(reader: PropertyReader): Replacement {
  const hasGroup = ['amazonManagedKafkaEventSourceConfig', 'selfManagedKafkaEventSourceConfig'].some(
    (block) => reader.values(`${block}.consumerGroupId`).length > 0,
  );
  if (!hasGroup) return positionReplacement(reader);
  return {
    begins: 'reads as the same consumer group and continues where the old one stopped, whatever its starting position',
    isLost: false,
    docs: guide('kafka-consumer-group-id'),
  };
}
