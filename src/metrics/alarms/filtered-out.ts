import { AlarmRecipe } from './recipe';

const FILTERED_OUT = 'FilteredOutEventCount';
const POLLED = 'PolledEventCount';

/** For an hour, none of the events matched a filter. Without events there are no data. */
export const FILTERED_OUT_RECIPE: AlarmRecipe = {
  kind: 'filteredOut',
  uses: [FILTERED_OUT],
  of: (mapping) => {
    if (!mapping.sends(FILTERED_OUT) || !mapping.sends(POLLED)) return undefined;
    return {
      metric: (period) => mapping.percentage(FILTERED_OUT, POLLED, { period }),
      minutes: 15,
      threshold: 100,
      periods: 4,
      noData: 'NOT_BREACHING',
      text: {
        wrong: 'For an hour, no event has matched a filter.',
        firstLook: 'the filters, beside an event as its producer writes it now',
        otherwise: 'What matches no filter is deleted or skipped for good, and no failure destination gets it.',
      },
    };
  },
};
