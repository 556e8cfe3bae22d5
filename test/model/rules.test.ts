import { Fn, Lazy } from 'aws-cdk-lib';
import { checkRules } from '../../src/model/check';
import { Properties, Rule, SourceContract, Context } from '../../src/model/contract';
import { at, readerAt } from '../../src/model/paths';
import {
  Condition,
  either,
  equal,
  excludes,
  given,
  matching,
  needs,
  notAbove,
  oneOf,
  over,
  rule,
} from '../../src/model/rules';
import { CONTRACTS } from '../../src/sources/contracts';

const unknown = Lazy.any({ produce: () => undefined });
const number = Lazy.number({ produce: () => 1 });
const REASON = { reason: 'so' };

const holds = (condition: Condition, properties: Properties, context: Context = {}) =>
  condition.holds(readerAt(properties), context);
const broken = ({ isBroken }: Rule, properties: Properties, context: Context = {}) =>
  isBroken(readerAt(properties), context);

describe('a condition', () => {
  test.each<[string, Condition, unknown, boolean | undefined]>([
    ['given: a value', given('a'), 0, true],
    ['given: nothing', given('a'), undefined, false],
    ['given: perhaps', given('a'), unknown, undefined],
    ['over: more', over('a', 10), 11, true],
    ['over: a text', over('a', 10), '11', true],
    ['over: as much', over('a', 10), 10, false],
    ['over: nothing', over('a', 10), undefined, false],
    ['over: not known', over('a', 10), number, undefined],
    ['equal: the same', equal('a', 'X'), 'X', true],
    ['equal: a number as a text', equal('a', -1), '-1', true],
    ['equal: another', equal('a', 'X'), 'Y', false],
    ['equal: not known', equal('a', 'X'), Fn.ref('Y'), undefined],
    ['matching: it does', matching('a', /^x/, 'of x'), 'xy', true],
    ['matching: it does not', matching('a', /^x/, 'of x'), 'yx', false],
    ['matching: not known', matching('a', /^x/, 'of x'), Fn.ref('Y'), undefined],
  ])('%s', (_, condition, a, expected) => expect(holds(condition, { a })).toBe(expected));

  test('has words in which properties stand in braces', () => {
    expect(given('a').words).toBe('{a}');
    expect(over('a', 10).words).toBe('{a} over 10');
    expect(equal('a', 'X').words).toBe('{a} X');
    expect(matching('a', /x/, 'of x').words).toBe('{a} of x');
    expect(either(given('a'), over('b', 1))).toMatchObject({ subject: 'a', words: '{a} or {b} over 1' });
  });
});

describe('three-valued logic', () => {
  const value = { yes: 1, no: undefined, unknown };
  type Answer = keyof typeof value;
  const told = { yes: true, no: false, unknown: undefined };

  test.each<[Answer, Answer, Answer]>([
    ['yes', 'yes', 'yes'],
    ['yes', 'no', 'yes'],
    ['yes', 'unknown', 'yes'],
    ['no', 'yes', 'yes'],
    ['no', 'no', 'no'],
    ['no', 'unknown', 'unknown'],
    ['unknown', 'yes', 'yes'],
    ['unknown', 'no', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
  ])('either %s or %s: %s', (a, b, expected) => {
    expect(holds(either(given('a'), given('b')), { a: value[a], b: value[b] })).toBe(told[expected]);
  });

  test.each<[Answer, Answer, Answer]>([
    ['yes', 'yes', 'no'],
    ['yes', 'no', 'yes'],
    ['yes', 'unknown', 'unknown'],
    ['no', 'yes', 'no'],
    ['no', 'no', 'no'],
    ['no', 'unknown', 'no'],
    ['unknown', 'yes', 'no'],
    ['unknown', 'no', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
  ])('%s needs %s: broken %s', (a, b, expected) => {
    expect(broken(needs('id', given('a'), given('b'), REASON), { a: value[a], b: value[b] })).toBe(told[expected]);
  });

  test.each<[Answer, Answer, Answer]>([
    ['yes', 'yes', 'yes'],
    ['yes', 'no', 'no'],
    ['yes', 'unknown', 'unknown'],
    ['no', 'yes', 'no'],
    ['no', 'no', 'no'],
    ['no', 'unknown', 'no'],
    ['unknown', 'yes', 'unknown'],
    ['unknown', 'no', 'no'],
    ['unknown', 'unknown', 'unknown'],
  ])('%s excludes %s: broken %s', (a, b, expected) => {
    expect(broken(excludes('id', given('a'), given('b'), REASON), { a: value[a], b: value[b] })).toBe(told[expected]);
  });
});

test('rules say what they ask for', () => {
  expect(needs('id', given('a'), over('b', 1), REASON)).toMatchObject({
    name: 'id',
    subject: 'a',
    says: 'needs {b} over 1',
    severity: 'error',
    reason: 'so',
  });
  expect(
    excludes('id', given('a'), given('b'), { reason: 'so', severity: 'warning', docs: 'https://example.com' }),
  ).toMatchObject({
    subject: 'a',
    says: "can't be combined with {b}",
    severity: 'warning',
    docs: 'https://example.com',
  });
});

test.each<[string, unknown[], boolean]>([
  ['none', [], false],
  ['one', [{ type: 'A' }, { type: 'X' }], false],
  ['two', [{ type: 'A' }, { type: 'B' }], true],
  ['twice the same', [{ type: 'A' }, { type: 'A' }], true],
  ['one and a type that is not known', [{ type: 'A' }, { type: number }], false],
])('of types that exclude each other, there is %s', (_, list, expected) => {
  const one = oneOf('id', 'list', ['A', 'B'], REASON);
  expect(one.says).toBe('has more than one of A, B');
  expect(broken(one, { list })).toBe(expected);
});

test.each<[unknown, unknown, boolean | undefined]>([
  [2, 1, true],
  [1, 1, false],
  [1, 2, false],
  ['10', '9', true],
  [1, undefined, false],
  [undefined, 1, false],
  [number, 1, undefined],
  [2, number, false],
])('%s is above %s: %s', (low, high, expected) => {
  const order = notAbove('id', 'low', 'high', REASON);
  expect(order).toMatchObject({ subject: 'low', says: 'is more than {high}' });
  const comparison = { value: low, says: 'is more than', other: { property: 'high', value: high } };
  expect(broken(order, { low, high })).toEqual(expected === true ? comparison : expected);
});

test('a rule may look at where the mapping stands', () => {
  const elsewhere = rule('id', 'a', 'is not there', REASON, (_, { region }) =>
    region === undefined ? undefined : region !== 'here',
  );
  expect([{}, { region: 'here' }, { region: 'there' }].map((context) => broken(elsewhere, {}, context))).toEqual([
    undefined,
    false,
    true,
  ]);
});

describe('a rule that is asked only of mappings with a property', () => {
  const values = [-1, 0, 1, 1_000_000, 'true', 'kafka://a', 'ReportBatchItemFailures', unknown];
  const asked = CONTRACTS.flatMap((contract) =>
    contract.rules
      .filter(({ onlyWith }) => onlyWith !== undefined)
      .map((one): [string, Rule, readonly string[]] => [
        `${contract.id}-${one.name}`,
        one,
        contract.properties.filter(({ root }) => root !== one.onlyWith).map(({ property }) => property),
      ]),
  );

  test('is one of many', () => expect(asked.length).toBeGreaterThan(50));

  test.each(asked)('%s is not broken by all the others', (_, one, others) => {
    for (const value of values) {
      const properties = Object.assign({}, ...others.map((property) => at(property, value))) as Properties;
      expect(broken(one, properties) || false).toBe(false);
      expect(broken(one, properties, { constructed: true }) || false).toBe(false);
    }
  });

  test('is asked of those', () => {
    const contract = { id: 'x', title: 'X', docs: 'docs', properties: [] } as unknown as SourceContract;
    const rules = [needs('a-needs-b', given('a'), given('b'), REASON)];
    expect(checkRules(contract, rules, readerAt({ a: 1 }), {})).toMatchObject([{ rule: 'x-a-needs-b' }]);
    expect(checkRules(contract, rules, readerAt({ b: 1 }), {})).toEqual([]);
  });
});
