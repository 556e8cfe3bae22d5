import { AlarmRecipe } from './recipe';

const WAITING = 'ApproximateNumberOfMessagesVisible';
const DEAD_LETTER_QUEUE = 'dead-letter queue';

/** Somebody has to look at what was given up. */
export const DEAD_LETTERS: AlarmRecipe = {
  kind: 'deadLetters',
  uses: [WAITING],
  usesOf: DEAD_LETTER_QUEUE,
  of: (mapping) => {
    if (!mapping.sends(WAITING, DEAD_LETTER_QUEUE)) return undefined;
    return {
      metric: (period) => mapping.metric(WAITING, { period }, DEAD_LETTER_QUEUE),
      minutes: 5,
      threshold: 1,
      periods: 1,
      noData: 'NOT_BREACHING',
      text: {
        wrong: 'Messages wait in the dead-letter queue.',
        firstLook: "one of them, and at the function's log of that time",
        otherwise: 'They are deleted when the retention period of the dead-letter queue is over.',
      },
    };
  },
};
