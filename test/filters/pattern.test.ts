import { NUMBERS } from './vectors/numbers';
import { REFUSED } from './vectors/refused';
import { STRUCTURE } from './vectors/structure';
import { TEXTS } from './vectors/texts';
import { JsonObject, parseJson } from '../../src/filters/json';
import { leavesOf } from '../../src/filters/leaves';
import { matches } from '../../src/filters/match';
import { readPattern } from '../../src/filters/pattern';

const VECTORS = [...TEXTS, ...NUMBERS, ...STRUCTURE];

describe.each(VECTORS)('$pattern', ({ pattern, matches: matching, others }) => {
  const { branches, faults } = readPattern(pattern);
  const isMatched = (event: string) =>
    branches.some((branch) => matches(branch, leavesOf(parseJson(event) as JsonObject)));

  test('is a pattern', () => expect(faults.filter(({ kind }) => kind === 'pattern')).toEqual([]));
  test.each(matching)('matches %s', (event) => expect(isMatched(event)).toBe(true));
  test.each(others)('does not match %s', (event) => expect(isMatched(event)).toBe(false));
});

test.each(REFUSED)('%s is refused', (pattern, says) => {
  const faults = readPattern(pattern)
    .faults.filter(({ kind }) => kind === 'pattern')
    .map((fault) => fault.says);
  expect(faults.join('; ')).toMatch(says);
});

test('there are several hundred vectors', () => {
  expect(VECTORS.flatMap((one) => [...one.matches, ...one.others]).length + REFUSED.length).toBeGreaterThan(400);
});
