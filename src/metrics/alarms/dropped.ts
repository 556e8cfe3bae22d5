import { anyOfIt } from './any-of-it';
import { FAILURE_DESTINATION } from '../../model/property-paths';
import type { MeasuredMapping } from '../measured-mapping';

/** Lambda's way to write that there is no limit. */
const ENDLESS = -1;

/** Data are lost: one event is enough. */
export const DROPPED = anyOfIt('dropped', ['DroppedEventCount', 'OversizedRecordCount'], {
  bad: 1,
  unless: 'the mapping retries until the source no longer keeps a record, and drops none itself',
  isPossible: (mapping) => mapping.fact('OversizedRecordCount') !== undefined || givesUp(mapping),
  text: {
    wrong: 'Events were lost.',
    firstLook:
      'the log of the function for why they failed, and at whether the failure destination takes what it is sent',
    otherwise: 'They stay lost, and so do those that fail next.',
  },
});

function givesUp(mapping: MeasuredMapping): boolean {
  const { reader } = mapping;
  const isLimited = (path: string) => reader.any(path, (limit) => limit !== ENDLESS) !== false;
  // With a failure destination, Lambda retries the records of a topic ten times at most.
  const endsAnyway = mapping.fact('CommittedEventCount') !== undefined && reader.has(FAILURE_DESTINATION) !== false;
  return endsAnyway || isLimited('maximumRetryAttempts') || isLimited('maximumRecordAgeInSeconds');
}
