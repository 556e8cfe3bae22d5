import { Question, questions } from './arbitraries';
import { isKnown, isKnownRefusal } from './known-differences';
import { Answer, ask, fetchOracle, MISSING } from './oracle';
import { JsonObject, parseJson } from '../../src/filters/json';
import { leavesOf } from '../../src/filters/leaves';
import { matches } from '../../src/filters/match';
import { readPattern } from '../../src/filters/pattern';
import { NUMBERS } from '../filters/vectors/numbers';
import { REFUSED } from '../filters/vectors/refused';
import { STRUCTURE } from '../filters/vectors/structure';
import { TEXTS } from '../filters/vectors/texts';

const SEED = 20_261_123;
const PATTERNS = 10_000;
const EVENTS_OF_EACH = 6;
const MINUTES = 60_000;

const VECTORS = [...TEXTS, ...NUMBERS, ...STRUCTURE];
const ofVectors: readonly Question[] = VECTORS.map(({ pattern, matches: matching, others }) => ({
  pattern,
  events: [...matching, ...others],
}));
const ofRefused: readonly Question[] = REFUSED.map(([pattern]) => ({ pattern, events: [] }));

/** Ours, in the words of the oracle. */
function answerOf({ pattern, events }: Question): Answer {
  const { branches, faults } = readPattern(pattern);
  const says = (wanted: string) => faults.find(({ kind }) => kind === wanted)?.says;
  const error = says('pattern');
  if (error !== undefined) return { refused: error, error };
  const isMatched = (event: string) =>
    branches.some((branch) => matches(branch, leavesOf(parseJson(event) as JsonObject)));
  return { refused: says('or-as-field') ?? null, matches: events.map(isMatched) };
}

interface Difference {
  readonly says: string;
  readonly isKnown: boolean;
}

/** The patterns and the events for which the two answers differ. */
function differences({ pattern, events }: Question, ours: Answer, theirs: Answer): Difference[] {
  if (ours.error !== undefined || theirs.error !== undefined) {
    if ((ours.error === undefined) === (theirs.error === undefined)) return [];
    const says = `${pattern}: ${ours.error ?? 'accepted'}, and event-ruler: ${theirs.error ?? 'accepted'}`;
    return [{ says, isKnown: isKnownRefusal(pattern) }];
  }
  if ((ours.refused === null) !== (theirs.refused === null)) {
    return [
      {
        says: `${pattern}: $or is ${ours.refused ?? 'an operator'}, and event-ruler: ${theirs.refused}`,
        isKnown: false,
      },
    ];
  }
  return events.flatMap((event, index) =>
    ours.matches![index] === theirs.matches![index]
      ? []
      : [
          {
            says: `${pattern} on ${event}: ${ours.matches![index]}, and event-ruler: ${theirs.matches![index]}`,
            isKnown: isKnown(pattern, event),
          },
        ],
  );
}

/** Without Java or Maven there is nobody to ask; where they are there and fail, so does the test. */
const describeWithJava = MISSING.length > 0 ? describe.skip : describe;
if (MISSING.length > 0) {
  console.warn(`The comparison with event-ruler is skipped: this machine has no ${MISSING.join(' and no ')}.`);
}

describeWithJava("AWS's own event-ruler", () => {
  beforeAll(fetchOracle, 5 * MINUTES);

  test(
    'agrees with every vector',
    () => {
      expect(ask(ofVectors).map(({ matches: all }, index) => [VECTORS[index].pattern, all])).toEqual(
        VECTORS.map((one) => [one.pattern, [...one.matches.map(() => true), ...one.others.map(() => false)]]),
      );
    },
    MINUTES,
  );

  test(
    'refuses what we refuse',
    () => {
      const answers = ask(ofRefused);
      expect(ofRefused.filter((_, index) => answers[index].error === undefined).map(({ pattern }) => pattern)).toEqual(
        [],
      );
    },
    MINUTES,
  );

  test(
    `says the same of ${PATTERNS * EVENTS_OF_EACH} patterns and events, with the seed ${SEED}`,
    () => {
      const asked = questions(SEED, PATTERNS, EVENTS_OF_EACH);
      const theirs = ask(asked);
      const ours = asked.map(answerOf);
      const all = asked.flatMap((question, index) => differences(question, ours[index], theirs[index]));
      expect(all.filter((difference) => !difference.isKnown).map(({ says }) => says)).toEqual([]);

      // The comparison means something: many patterns are refused, many events match, and of what differs little is
      // explained away.
      const matched = theirs.flatMap((answer) => answer.matches ?? []);
      expect(theirs.filter(({ error }) => error !== undefined).length).toBeGreaterThan(PATTERNS / 20);
      expect(matched.filter(Boolean).length).toBeGreaterThan(matched.length / 10);
      expect(matched.length).toBeGreaterThan(40_000);
      expect(all.length).toBeLessThan(matched.length / 500);
    },
    4 * MINUTES,
  );
});
