import { Fact, Facts, Limit } from './facts';
import { decidingWords, namesIn } from './sentences';

/** A difference between two releases. */
export interface Change {
  /** One place, or several that changed in the same way: a member of several operations. */
  readonly places: readonly string[];
  /** A keyword, 'sentence', or 'place'. */
  readonly what: string;
  readonly before?: Limit;
  readonly after?: Limit;
  /** A sentence in other words, with the same numbers, names and conditions: nobody has to look at it. */
  readonly isReworded?: boolean;
}

/** The changes from one release to another, each once. */
export function changesBetween(before: Facts, after: Facts): Change[] {
  const places = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return grouped(places.flatMap((place) => changesAt(place, before[place], after[place])));
}

function changesAt(place: string, before: Fact | undefined, after: Fact | undefined): Change[] {
  if (before === undefined || after === undefined) {
    return [{ places: [place], what: 'place', before: textOf(before), after: textOf(after) }];
  }
  const keywords = [...new Set([...Object.keys(before.limits), ...Object.keys(after.limits)])].sort();
  const limits = keywords
    .filter((keyword) => JSON.stringify(before.limits[keyword]) !== JSON.stringify(after.limits[keyword]))
    .map((keyword) => ({
      places: [place],
      what: keyword,
      ...onlyDifferent(before.limits[keyword], after.limits[keyword]),
    }));
  return [
    ...limits,
    ...sentenceChanges(before.sentences, after.sentences).map((change) => ({
      places: [place],
      what: 'sentence',
      ...change,
    })),
  ];
}

/** A place as a whole. */
function textOf(fact: Fact | undefined): Limit | undefined {
  if (fact === undefined) return undefined;
  return [...Object.entries(fact.limits).map(([keyword, limit]) => `${keyword} ${String(limit)}`), ...fact.sentences];
}

/** Of two lists, the items that only one of them has. */
function onlyDifferent(before: Limit | undefined, after: Limit | undefined): Pick<Change, 'before' | 'after'> {
  if (typeof before !== 'object' || typeof after !== 'object') return { before, after };
  return { before: without(before, after), after: without(after, before) };
}

function without<T>(items: readonly T[], others: readonly T[]): T[] {
  return items.filter((item) => !others.includes(item));
}

/** Each new sentence beside the one that it is instead of, where there is one. */
function sentenceChanges(before: readonly string[], after: readonly string[]): Omit<Change, 'places' | 'what'>[] {
  const names = namesIn([...before, ...after]);
  const wordsOf = (sentences: readonly string[]) =>
    sentences.flatMap((sentence) => decidingWords(sentence, names)).join(' ');
  const gone = without(before, after);
  const come = without(after, before);
  // One sentence may have become two.
  if (wordsOf(gone) === wordsOf(come) && gone.length > 0 && come.length > 0) {
    return [{ before: gone, after: come, isReworded: true }];
  }
  const changes: Omit<Change, 'places' | 'what'>[] = [];
  for (const sentence of come) {
    const words = wordsOf([sentence]);
    const old = gone.find((other) => words !== '' && wordsOf([other]) === words) ?? mostLike(sentence, gone);
    if (old !== undefined) gone.splice(gone.indexOf(old), 1);
    changes.push({ before: old, after: sentence, isReworded: wordsOf(old === undefined ? [] : [old]) === words });
  }
  return [...changes, ...gone.map((sentence) => ({ before: sentence, isReworded: wordsOf([sentence]) === '' }))];
}

/** The sentence that shares most words with another, and at least half of them. */
function mostLike(sentence: string, others: readonly string[]): string | undefined {
  const words = new Set(sentence.split(' '));
  const likeness = (other: string) => {
    const shared = other.split(' ').filter((word) => words.has(word)).length;
    return shared / Math.max(words.size, other.split(' ').length);
  };
  return others.filter((other) => likeness(other) >= 0.5).sort((a, b) => likeness(b) - likeness(a))[0];
}

/** They are long, so that the same change of one is the same change wherever it is. */
const SAME_EVERYWHERE = ['pattern', 'sentence'];

/** The same change in several operations is one change. */
function grouped(changes: readonly Change[]): Change[] {
  const groups = new Map<string, Change>();
  for (const change of changes) {
    const { places, ...others } = change;
    const key = JSON.stringify([SAME_EVERYWHERE.includes(others.what) ? '' : pathIn(places[0]), others]);
    groups.set(key, { ...change, places: [...(groups.get(key)?.places ?? []), ...places] });
  }
  return [...groups.values()];
}

/** The path of a place, without its operation, type or event. */
export function pathIn(place: string): string {
  return place.includes('.') ? place.slice(place.indexOf('.') + 1) : '';
}
