import type { PropertyReader, Rule } from '../model/contract';
import type { NumberRules } from '../model/option-specs';
import { notAbove } from '../model/rules';

/** The property that gives a mapping its own pollers. */
export const POLLER_CONFIG = 'provisionedPollerConfig';
export const MINIMUM_POLLERS = `${POLLER_CONFIG}.minimumPollers`;
export const MAXIMUM_POLLERS = `${POLLER_CONFIG}.maximumPollers`;
/** Lambda's default, for each kind of source that can have them. */
export const DEFAULT_MAXIMUM_POLLERS = 200;

/** The number of pollers that a mapping with pollers of its own has at most. */
export function maximumPollers(reader: PropertyReader): unknown {
  const [pollers = DEFAULT_MAXIMUM_POLLERS] = reader.values(MAXIMUM_POLLERS);
  return pollers;
}

export const MINIMUM_POLLERS_RULES: NumberRules = {
  wholeNumber: 'minimum-pollers-whole-number',
  range: 'minimum-pollers-range',
};
export const MAXIMUM_POLLERS_RULES: NumberRules = {
  wholeNumber: 'maximum-pollers-whole-number',
  range: 'maximum-pollers-range',
};

export function pollersInOrder(docs: string): Rule {
  const reason = 'the maximum is at least the minimum';
  return notAbove('pollers-in-order', MINIMUM_POLLERS, MAXIMUM_POLLERS, { reason, docs });
}
