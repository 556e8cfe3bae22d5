import { Lazy } from 'aws-cdk-lib';
import {
  amount,
  characters,
  choice,
  length,
  pattern,
  range,
  trueOrFalse,
  unique,
  unitOf,
  wholeNumber,
} from '../../src/model/constraints';
import { Constraint } from '../../src/model/contract';

/** The values that a constraint refuses. */
function refused(constraint: Constraint, ...values: unknown[]): unknown[] {
  return values.filter((value) => constraint.fault(value) !== undefined);
}

test('a whole number may be written as a text', () => {
  expect(refused(wholeNumber('x'), 1, 0, -1, '7', 1.5, '1.5', 'many', '', NaN, true)).toEqual([
    1.5,
    '1.5',
    'many',
    '',
    NaN,
    true,
  ]);
});

test('an object is no number, and need not be able to become one', () => {
  const hostile = { toString: {}, valueOf: {} };
  expect(refused(wholeNumber('x'), hostile, [hostile])).toHaveLength(2);
  expect(refused(range('x', { min: 1, max: 2 }), hostile)).toEqual([]);
});

describe('a range', () => {
  const seconds = range('x', { min: 1, max: 3000, unit: 'seconds' });
  const age = range('x', { min: 60, max: 120, also: -1 });

  test('holds its ends', () =>
    expect(refused(seconds, 0, 1, '1', 3000, '3000', 3001, '3001')).toEqual([0, 3001, '3001']));
  test('leaves what is no number to others', () => expect(refused(seconds, 'many', NaN)).toEqual([]));
  test('may have an exception', () =>
    expect(refused(age, -2, -1, '-1', 0, 59, 60, 120, 121)).toEqual([-2, 0, 59, 121]));

  test('tells which end is passed, in its unit', () => {
    expect(seconds.fault(0)).toMatch(/ minimum of 1 second$/);
    expect(seconds.fault(4000)).toMatch(/ maximum of 3,000 seconds$/);
    expect([age.fault(0), age.fault(121)]).toEqual([expect.stringContaining('-1'), expect.stringContaining('-1')]);
  });

  test('tells what is allowed', () => {
    expect(seconds.allowed).toBe('1 to 3,000 seconds');
    expect(age.allowed).toBe('-1 or 60 to 120');
  });
});

test('true and false may be written as texts', () => {
  expect(refused(trueOrFalse('x'), true, false, 'true', 'False', 'yes', 'untrue', 0, '')).toEqual([
    'yes',
    'untrue',
    0,
    '',
  ]);
});

test('a choice is one of its values', () => {
  expect(refused(choice('x', ['A', 'B']), 'A', 'B', 'a', 'C', '')).toEqual(['a', 'C', '']);
  expect(choice('x', ['A', 'B']).fault('C')).toBe('is not one of A, B');
});

describe('a length', () => {
  test('is that of a text, a list, or a number as a text', () => {
    expect(refused(length('x', 2, 3), 'a', 'ab', 'abc', 'abcd', ['a'], ['a', 'b'], 1, 12)).toEqual([
      'a',
      'abcd',
      ['a'],
      1,
    ]);
  });

  test('of a list does not count what a condition may take away', () => {
    const [maybe, reference] = [Lazy.any({ produce: () => undefined }), { Ref: 'A' }];
    const one = length('x', 1, 1, 'topics');
    expect(refused(one, [maybe], [reference], ['a', maybe], [maybe, maybe], [{ Ref: 'AWS::NoValue' }, 'a'])).toEqual(
      [],
    );
    expect(refused(one, [], [{ Ref: 'AWS::NoValue' }], ['a', reference])).toHaveLength(3);
  });

  test('tells how many there are and how many there may be', () => {
    expect(length('x', 1, 1, 'topics').allowed).toMatch(/^exactly 1/);
    expect(length('x', 1, 1, 'topics').fault(['a', 'b'])).toMatch(/^has 2 topics.* 1/);
    expect(length('x', 1, 2000).allowed).toBe('1 to 2,000 characters');
    expect(length('x', 1, 2000).fault('')).toMatch(/^has 0 characters.*1 to 2,000/);
  });
});

describe('a pattern', () => {
  test('has words for what it is', () => {
    expect(refused(pattern('x', /^a/, 'a text with a'), 'ab', 'ba')).toEqual(['ba']);
    expect(pattern('x', /^a/, 'a text with a').fault('b')).toContain('a text with a');
    expect(pattern('x', /^a/, 'a text with a', 'has no a').fault('b')).toBe('has no a');
  });

  test('may be one of characters', () => {
    expect(refused(characters('x', /^a*$/, 'a'), 'aa', 'ab')).toEqual(['ab']);
    expect(characters('x', /^a*$/, 'letters').fault('b')).toContain('letters');
  });
});

test('items are told apart by all that they hold', () => {
  const items = unique('x');
  const token = Lazy.string({ produce: () => 'a' });
  expect(refused(items, ['a', 'b'], [{ x: 1 }, { x: 2 }], [], [token, token])).toEqual([]);
  expect(items.fault(['a', 'b', 'a'])).toContain(' a ');
  expect(items.fault([{ x: 1 }, { x: 1 }])).toContain('{"x":1}');
});

test.each([
  [wholeNumber('x'), 'whole number'],
  [range('x', { min: 1, max: 2 }), 'range'],
  [length('x', 1, 2), 'length'],
  [choice('x', ['a']), 'choice'],
  [trueOrFalse('x'), 'boolean'],
  [unique('x'), 'unique'],
])('%j is of the kind %s', (constraint, kind) => expect(constraint).toMatchObject({ rule: 'x', kind }));

test('a pattern is of no kind, and has the rule that it is given', () => {
  expect([pattern('x', /a/, 'a'), characters('y', /a/, 'a')].map(({ rule, kind }) => [rule, kind])).toEqual([
    ['x', undefined],
    ['y', undefined],
  ]);
});

test('amounts have their unit', () => {
  expect([amount(1), amount(2000), amount(1, 'seconds'), amount(60, 'seconds')]).toEqual([
    '1',
    '2,000',
    '1 second',
    '60 seconds',
  ]);
  expect([unitOf('1', 'seconds'), unitOf('x', 'seconds')]).toEqual(['second', 'seconds']);
});
