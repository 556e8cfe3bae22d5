import { amount, choice, length, pattern, range, TRUE_OR_FALSE, UNIQUE, unitOf, WHOLE_NUMBER } from '../../src/engine/constraints';
import { Constraint } from '../../src/engine/contract';

/** Which of the values a constraint refuses. */
function refused(constraint: Constraint, ...values: unknown[]): unknown[] {
  return values.filter((value) => constraint.fault(value) !== undefined);
}

test('a whole number may be written as a text', () => {
  expect(refused(WHOLE_NUMBER, 1, 0, -1, '7', 1.5, '1.5', 'many', '', NaN, true)).toEqual([1.5, '1.5', 'many', '', NaN, true]);
});

describe('a range', () => {
  const seconds = range({ min: 1, max: 3000, unit: 'seconds' });
  const age = range({ min: 60, max: 120, also: -1 });

  test('holds its ends', () => expect(refused(seconds, 0, 1, '1', 3000, '3000', 3001, '3001')).toEqual([0, 3001, '3001']));
  test('leaves what is no number to others', () => expect(refused(seconds, 'many', NaN)).toEqual([]));
  test('may have an exception', () => expect(refused(age, -2, -1, '-1', 0, 59, 60, 120, 121)).toEqual([-2, 0, 59, 121]));

  test('tells what is wrong', () => {
    expect(seconds.fault(0)).toBe('is less than the minimum of 1 second');
    expect(seconds.fault(4000)).toBe('is more than the maximum of 3,000 seconds');
    expect(age.fault(0)).toBe('is less than the minimum of 60, and is not -1');
    expect(age.fault(121)).toBe('is more than the maximum of 120, and is not -1');
  });

  test('tells what is allowed', () => {
    expect(seconds.allowed).toBe('1 to 3,000 seconds');
    expect(age.allowed).toBe('-1 or 60 to 120');
  });
});

test('true and false may be written as texts', () => {
  expect(refused(TRUE_OR_FALSE, true, false, 'true', 'false', 'yes', 0, '')).toEqual(['yes', 0, '']);
});

test('a choice is one of its values', () => {
  expect(refused(choice('A', 'B'), 'A', 'B', 'a', 'C', '')).toEqual(['a', 'C', '']);
  expect(choice('A', 'B').fault('C')).toBe('is not one of A, B');
});

describe('a length', () => {
  test('is that of a text, a list, or a number as a text', () => {
    expect(refused(length(2, 3), 'a', 'ab', 'abc', 'abcd', ['a'], ['a', 'b'], 1, 12)).toEqual(['a', 'abcd', ['a'], 1]);
  });

  test('may be exact', () => {
    expect(length(1, 1, 'topics')).toMatchObject({ allowed: 'exactly 1' });
    expect(length(1, 1, 'topics').fault(['a', 'b'])).toBe('has 2 topics, but 1 are allowed');
    expect(length(1, 2000)).toMatchObject({ allowed: '1 to 2,000 characters' });
    expect(length(1, 2000).fault('')).toBe('has 0 characters, but 1 to 2,000 are allowed');
  });
});

test('a pattern has words for what it is', () => {
  expect(pattern(/^a/, 'a text with a').fault('b')).toBe('is not a text with a');
  expect(pattern(/^a/, 'a text with a').fault('a')).toBeUndefined();
  expect(pattern(/^a/, 'a text with a', 'start').rule).toBe('start');
});

test('items are told apart by all that they hold', () => {
  expect(refused(UNIQUE, ['a', 'b'], [{ x: 1 }, { x: 2 }], [], 'aa')).toEqual([]);
  expect(refused(UNIQUE, ['a', 'a'], [{ x: 1 }, { x: 1 }])).toHaveLength(2);
});

test('amounts have their unit', () => {
  expect([amount(1), amount(2000), amount(1, 'seconds'), amount(60, 'seconds')]).toEqual(['1', '2,000', '1 second', '60 seconds']);
  expect([unitOf('1', 'seconds'), unitOf('x', 'seconds')]).toEqual(['second', 'seconds']);
});
