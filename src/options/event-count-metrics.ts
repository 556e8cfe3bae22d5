import { POLLER_CONFIG } from './pollers';
import { MetricFact } from '../model/metrics';
import { FAILURE_DESTINATION } from '../model/property-paths';

const EVENT_COUNT = 'EventCount';

/** A metric of the mapping, in the group that counts events. */
function eventCount(name: string, says: string, needs?: string): MetricFact {
  return { name, of: 'mapping', statistic: 'Sum', unit: 'Count', group: EVENT_COUNT, needs, says };
}

/** The counts of each mapping, whatever it polls. */
export const EVENT_COUNT_METRICS: readonly MetricFact[] = [
  eventCount('PolledEventCount', 'events that Lambda read, 0 for a poll that found none'),
  eventCount('FilteredOutEventCount', 'events that matched no filter', 'filterCriteria.filters[]'),
  eventCount('InvokedEventCount', 'events that the function was invoked with, again at each retry'),
  eventCount('FailedInvokeEventCount', 'events whose invocation failed, or that the function reported as failed'),
];

/** The counts of records that Lambda no longer retries. */
export const GIVEN_UP_METRICS: readonly MetricFact[] = [
  eventCount('DroppedEventCount', 'events that were lost: too old, retried too often, or not taken by the destination'),
  eventCount(
    'OnFailureDestinationDeliveredEventCount',
    'events that went to the failure destination',
    FAILURE_DESTINATION,
  ),
];

export const DELETED_EVENT_COUNT = eventCount('DeletedEventCount', 'messages that were deleted after processing');

export const COMMITTED_EVENT_COUNT = eventCount('CommittedEventCount', 'records whose offsets were committed');

/** Without a group, and at no extra price. */
export const PROVISIONED_POLLERS: MetricFact = {
  name: 'ProvisionedPollers',
  of: 'mapping',
  statistic: 'Maximum',
  unit: 'Count',
  needs: POLLER_CONFIG,
  says: 'pollers that are running',
};
