import { AlarmKind, AlarmRecipe, AlarmText, firstSent } from './recipe';
import type { MeasuredMapping } from '../measured-mapping';

interface AlarmFacts {
  /** In how many of the last periods of 5 minutes. */
  readonly bad: number;
  readonly of?: number;
  readonly text: AlarmText;
  readonly unless?: string;
  /** Whether the metric can be anything else than 0. */
  isPossible?(mapping: MeasuredMapping): boolean;
}

/** An alarm of something that should not happen, at the first time or if it goes on. */
export function anyOfIt(kind: AlarmKind, uses: readonly string[], facts: AlarmFacts): AlarmRecipe {
  const { bad, of: periods = bad, text, unless, isPossible = () => true } = facts;
  return {
    kind,
    uses,
    unless,
    of: (mapping) => {
      const name = firstSent(mapping, uses);
      if (name === undefined || !isPossible(mapping)) return undefined;
      return {
        metric: (period) => mapping.metric(name, { period }),
        minutes: 5,
        threshold: 1,
        periods,
        badPeriods: bad,
        noData: 'NOT_BREACHING',
        text,
      };
    },
  };
}
