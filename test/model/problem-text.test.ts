import { Lazy } from 'aws-cdk-lib';
import { Problem, ruleNamed } from '../../src/model/problem';
import { fixOf, problemText } from '../../src/model/problem-text';

const PROBLEM: Problem = {
  ...ruleNamed('needs-age', 'made-up'),
  severity: 'error',
  property: 'pollers.size',
  says: 'needs {pollers.age}',
  docs: 'https://example.com',
};

/** Options are in angles, and properties as they are. */
const textWith = (facts: Partial<Problem>) =>
  problemText({ ...PROBLEM, ...facts }, (path, option) => (option === undefined ? path : `<${option}>`));

test.each<[string, Partial<Problem>, string]>([
  ['the property, and others in its words', {}, 'pollers.size needs pollers.age'],
  ['the option that writes the property', { option: 'size' }, '<size> needs pollers.age'],
  ['options only, where its rule is one of options', { namesOptions: true }, '<pollers.size> needs <pollers.age>'],
  ['the value and its unit', { value: 1, unit: 'seconds' }, 'pollers.size: 1 second needs pollers.age'],
  ['a part of a second in milliseconds', { value: 0.5, unit: 'seconds' }, 'pollers.size: 500 ms needs pollers.age'],
  [
    'what is no number of seconds as it is',
    { value: 'soon', unit: 'seconds' },
    'pollers.size: soon seconds needs pollers.age',
  ],
  ['a moment as a date', { value: 1767225600, unit: 'moment' }, 'pollers.size: 2026-01-01T00:00:00Z needs pollers.age'],
  [
    'a number that is no moment as it is',
    { value: 1767225600000, unit: 'moment' },
    'pollers.size: 1767225600000 needs pollers.age',
  ],
  ['a moment before 1970 as it is', { value: -1, unit: 'moment' }, 'pollers.size: -1 needs pollers.age'],
  [
    'the resource that is at fault',
    { resource: 'queue Jobs', value: 1, reason: 'so' },
    'queue Jobs needs pollers.age (so)',
  ],
  ['a value that is false or zero', { value: 0 }, 'pollers.size: 0 needs pollers.age'],
  ['no value that is not known', { value: Lazy.number({ produce: () => 1 }) }, 'pollers.size needs pollers.age'],
  ['no value that is an object', { value: { a: 1 } }, 'pollers.size needs pollers.age'],
  ['the reason', { reason: 'so' }, 'pollers.size needs pollers.age (so)'],
  ['braces of a value as they are', { says: 'has {a}', form: 'verbatim' }, 'pollers.size has {a}'],
  ['a sentence alone', { says: 'The {a} is b', form: 'sentence', value: 1 }, 'The {a} is b'],
  [
    'both values that are compared, and the parent of both once',
    {
      value: 3,
      says: 'is more than',
      other: { property: 'pollers.most', value: 2 },
      reason: 'so',
    },
    'pollers.size (3) is more than most (2)',
  ],
  [
    'the whole name of what has another parent',
    {
      value: 3,
      says: 'is more than',
      other: { property: 'most', value: 2 },
    },
    'pollers.size (3) is more than most (2)',
  ],
  [
    'the problems that it consists of',
    {
      property: '',
      says: 'Nothing fits',
      parts: [
        { of: 'one', problem: PROBLEM },
        { of: 'two', problem: { ...PROBLEM, reason: 'so' } },
      ],
    },
    'Nothing fits: one: pollers.size needs pollers.age; two: pollers.size needs pollers.age (so)',
  ],
  [
    'that there are more of them',
    {
      property: '',
      says: 'Nothing fits',
      parts: [{ of: 'one', problem: PROBLEM }],
      hasMoreParts: true,
    },
    'Nothing fits: one: pollers.size needs pollers.age; and so on',
  ],
])('a text has %s', (_, facts, text) => expect(textWith(facts)).toBe(text));

test.each<[string, Partial<Problem>, string | undefined]>([
  ['a command, in the names of the reader', { fix: 'raise {pollers.age}' }, 'Raise pollers.age.'],
  ['what is allowed', { allowed: '1 to 2', option: 'size' }, 'Allowed for <size>: 1 to 2.'],
  ['nothing', {}, undefined],
])('a fix is %s', (_, facts, text) => {
  expect(fixOf({ ...PROBLEM, ...facts }, (path, option) => (option === undefined ? path : `<${option}>`))).toBe(text);
});

test('the id of a rule begins with its source, or says that it is of all', () => {
  expect(ruleNamed('a-range', 'made-up')).toEqual({ rule: 'made-up-a-range', name: 'a-range', source: 'made-up' });
  expect(ruleNamed('a-range')).toEqual({ rule: 'mapping-a-range', name: 'a-range' });
});
