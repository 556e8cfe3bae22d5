import { AlarmRecipe } from './recipe';

const WAITING = 'ApproximateNumberOfMessagesVisible';

/** Somebody has to look at what was given up. */
export const DEAD_LETTERS: AlarmRecipe = {
  kind: 'deadLetters',
  uses: [],
  unless: 'its dead-letter queue is not known, or is of another account',
  of: (mapping) => {
    const of = 'dead-letter queue';
    if (!mapping.sends(WAITING, of)) return undefined;
    return {
      metric: (period) => mapping.metric(WAITING, { period }, of),
      minutes: 5,
      threshold: 1,
      periods: 1,
      noData: 'NOT_BREACHING',
      text: {
        wrong: 'Messages wait in the dead-letter queue.',
        look: 'one of them, and at the function\'s log of that time',
        otherwise: 'They are deleted when the retention period of the dead-letter queue is over.',
      },
    };
  },
};
