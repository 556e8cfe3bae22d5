import { anyOfIt } from './any-of-it';
import { AlarmRecipe, AlarmText } from './recipe';
import type { MeasuredMapping } from '../measured-mapping';

const FAILURES_TEXT: AlarmText = {
  wrong: 'Events keep failing.',
  firstLook: 'the log of the function, and at which records fail: the same ones again and again are a poison pill',
  otherwise:
    'A record of a stream blocks its shard or partition, and a message is delivered again, until Lambda no longer ' +
    'retries it or it expires.',
};

/** The mapping's own count sees partial failures, and functions that can't be invoked. */
const USES = ['FailedInvokeEventCount', 'Errors'];

const GOING_ON = anyOfIt('failures', USES, { bad: 3, text: FAILURES_TEXT });
/** A message comes back after the visibility timeout only. */
const COMING_BACK = anyOfIt('failures', USES, { bad: 3, of: 12, text: FAILURES_TEXT });

function comeBack(mapping: MeasuredMapping): boolean {
  return mapping.fact('ApproximateNumberOfMessagesVisible', 'source') !== undefined;
}

export const FAILURES: AlarmRecipe = {
  ...GOING_ON,
  of: (mapping, choices) => (comeBack(mapping) ? COMING_BACK : GOING_ON).of(mapping, choices),
};
