import { AlarmRecipe } from './recipe';
import type { MeasuredMapping } from '../measured-mapping';

const POLLERS_METRIC = 'ProvisionedPollers';

/** All the pollers that a mapping may have are running, so that it can't scale any more. */
export const POLLERS: AlarmRecipe = {
  kind: 'pollers',
  uses: [POLLERS_METRIC],
  unless: 'the mapping always has as many pollers as it may have, or their number is not known at synthesis',
  of: (mapping) => {
    const most = mostPollers(mapping);
    if (!mapping.sends(POLLERS_METRIC) || most === undefined) return undefined;
    return {
      metric: (period) => mapping.metric(POLLERS_METRIC, { period }),
      minutes: 5,
      threshold: most,
      periods: 3,
      noData: 'NOT_BREACHING',
      text: {
        wrong: `All ${most} pollers that the mapping may have are running.`,
        firstLook: 'the lag, and at how long the function runs: raise maximumPollers only if the function keeps up',
        otherwise: 'The mapping does not scale any further, and falls behind if more arrives.',
      },
    };
  },
};

/** How many pollers there can be, where that is more than there always are. */
function mostPollers(mapping: MeasuredMapping): number | undefined {
  const most = mapping.numberOrDefault('provisionedPollerConfig.maximumPollers');
  const fewest = mapping.numberOrDefault('provisionedPollerConfig.minimumPollers');
  return most !== undefined && fewest !== undefined && fewest < most ? most : undefined;
}
