import type { Rule } from '../model/contract';
import type { NumberRules } from '../model/option-specs';
import { notAbove } from '../model/rules';

export const MINIMUM_POLLERS = 'provisionedPollerConfig.minimumPollers';
export const MAXIMUM_POLLERS = 'provisionedPollerConfig.maximumPollers';

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
