import * as fc from 'fast-check';

/** A pattern and events to try it on, as JSON texts: numbers in all their spellings, members twice. */
export interface Question {
  readonly pattern: string;
  readonly events: readonly string[];
}

type Text = fc.Arbitrary<string>;

// Few keys and values, which are like each other, so that patterns and events have something to do with each other.
const KEYS = ['a', 'b', 'c', 'd', 'a.b', 'x-y'];
const TEXTS = [
  '',
  'x',
  'X',
  'xy',
  'xyz',
  'yz',
  'zx',
  'XYZ',
  '1',
  '300',
  'true',
  'null',
  'ß',
  'ä',
  'Ä',
  'straße',
  '"',
  'a"b',
  '\\',
  'é😀',
  'x y',
  '$or',
  '*',
  'x*z',
];
const IPS = [
  '10.0.0.1',
  '010.0.0.1',
  '10.0.0.9',
  '10.0.1.255',
  '10.0.0.256',
  '2001:db8::1',
  '2001:0DB8:0::0001',
  '2001:db8::f',
  '::',
  ':',
  '::ffff:a00:1',
  'a:b',
];
const NUMBERS = [
  '0',
  '-0',
  '0.0',
  '1',
  '1.0',
  '10e-1',
  '-1',
  '5',
  '5.5',
  '55E-1',
  '300',
  '3.0e2',
  '3E+2',
  '-300',
  '0.1',
  '0.10',
  '1e-7',
  '1e21',
  '1e300',
  '1e400',
  '-1e400',
  '1e-400',
  '9007199254740991',
  '9007199254740992',
  '9007199254740993',
  '12345678901234567890',
  '0.1000000000000000000001',
  '4294967296',
];
const WILDCARDS = ['*', 'x*', '*z', 'x*z', '*y*', 'x*y*z', '\\\\*', '\\\\\\\\', '*\\\\*', '', 'xyz'];
const BAD_WILDCARDS = ['**', 'x**z', '\\\\x', 'x\\\\'];

const quoted = (texts: readonly string[]): Text => fc.constantFrom(...texts).map((text) => JSON.stringify(text));
const text = fc.oneof({ weight: 8, arbitrary: quoted(TEXTS) }, { weight: 2, arbitrary: quoted(IPS) });
// Numbers that each Java prints alike: before 19 it prints some doubles beyond 2^53 with more digits than it needs, and
// then can't compare them.
const fraction = fc
  .double({ min: -(2 ** 53), max: 2 ** 53, noNaN: true })
  .map((double) => Number(double.toPrecision(15)))
  .filter((double) => double === 0 || Math.abs(double) > 1e-200);
const whole = fc.integer({ min: -10, max: 400 }).map(String);
const number: Text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NUMBERS) }, whole, fraction.map(String));
const scalar: Text = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 4, arbitrary: number },
  fc.constantFrom('true', 'false', 'null'),
);
const key = quoted(KEYS);
const wildcard: Text = fc
  .oneof({ weight: 40, arbitrary: fc.constantFrom(...WILDCARDS) }, fc.constantFrom(...BAD_WILDCARDS))
  .map((one) => `"${one}"`);

const listOf = (item: Text, minLength: number, maxLength: number): Text =>
  fc.array(item, { minLength, maxLength }).map((items) => `[${items.join(',')}]`);
const objectOf = (member: Text, minLength: number, maxLength: number): Text =>
  fc.array(member, { minLength, maxLength }).map((all) => `{${all.join(',')}}`);
const operator = (name: string, value: Text): Text => value.map((given) => `{"${name}":${given}}`);
const oneOrMore = (value: Text): Text => fc.oneof(value, listOf(value, 1, 3));

const ordinary: Text = fc.oneof(
  whole,
  fraction.map(String),
  fc.constantFrom('0', '-0', '5.5', '3.0e2', '10e-1', '0.1'),
);
const bound: Text = fc.oneof({ weight: 30, arbitrary: ordinary }, number);
const inOrder = ([one, other]: [string, string]) => (Number(one) <= Number(other) ? [one, other] : [other, one]);
const bounds = fc.oneof({ weight: 15, arbitrary: fc.tuple(bound, bound).map(inOrder) }, fc.tuple(bound, bound));
const range: Text = fc.oneof(
  fc.tuple(fc.constantFrom('=', '<', '<=', '>', '>='), bound).map(([sign, limit]) => `["${sign}",${limit}]`),
  fc
    .tuple(fc.constantFrom('>', '>='), fc.constantFrom('<', '<='), bounds)
    .map(([over, under, [low, high]]) => `["${over}",${low},"${under}",${high}]`),
);
const cidr: Text = fc
  .oneof(
    {
      weight: 15,
      arbitrary: fc.tuple(
        quoted(['10.0.0.1', '10.0.0.9', '010.0.1.255', '2001:db8::1', '2001:0DB8:0::0001']),
        fc.integer({ min: 1, max: 31 }),
      ),
    },
    fc.tuple(quoted(IPS), fc.integer({ min: 20, max: 130 })),
  )
  .map(([ip, mask]) => `${ip.slice(0, -1)}/${mask}"`);

/** Rules that are refused, or hardly ever written. */
const oddRule: Text = fc.oneof(
  operator(
    'numeric',
    fc.constantFrom(
      '[]',
      '[">"]',
      '5',
      '["<",1,">",0]',
      '["=",1,"<",2]',
      '[">",1,"<"]',
      '["!=",1]',
      '["=","1"]',
      '[">",0,"<",1,"<",2]',
      '[1,"="]',
    ),
  ),
  operator(
    'anything-but',
    fc.constantFrom(
      '[]',
      'null',
      'true',
      '["x",1]',
      '[null]',
      '[["x"]]',
      '{}',
      '{"prefix":""}',
      '{"prefix":1}',
      '{"exists":true}',
      '{"suffix":"x","prefix":"y"}',
    ),
  ),
  operator('prefix', fc.constantFrom('1', 'null', '["x"]', '{}', '{"suffix":"x"}', '{"equals-ignore-case":1}')),
  operator('suffix', fc.constantFrom('1', '["x"]', '{"prefix":"x"}')),
  operator('equals-ignore-case', fc.constantFrom('1', '["x"]')),
  operator('exists', fc.constantFrom('"true"', '1', '[true]')),
  operator('cidr', fc.constantFrom('"10.0.0.1"', '"x/8"', '"10.0.0.0/x"', '"10.0.0.0/-1"', '"10.0.0.0/8/8"', '8')),
  operator('wildcard', fc.constantFrom('1', '["x"]')),
  operator('unknown', text),
  fc.constantFrom('{}', '[]', '["x"]', '{"prefix":"x","suffix":"y"}'),
);

const rule: Text = fc.oneof(
  { weight: 24, arbitrary: scalar },
  { weight: 6, arbitrary: operator('prefix', text) },
  { weight: 6, arbitrary: operator('suffix', text) },
  { weight: 4, arbitrary: operator('equals-ignore-case', text) },
  { weight: 2, arbitrary: operator('prefix', operator('equals-ignore-case', text)) },
  { weight: 1, arbitrary: operator('suffix', operator('equals-ignore-case', text)) },
  { weight: 8, arbitrary: operator('numeric', range) },
  { weight: 8, arbitrary: operator('exists', fc.constantFrom('true', 'false')) },
  { weight: 6, arbitrary: operator('anything-but', oneOrMore(text)) },
  { weight: 4, arbitrary: operator('anything-but', oneOrMore(bound)) },
  { weight: 2, arbitrary: operator('anything-but', operator('prefix', oneOrMore(text))) },
  { weight: 2, arbitrary: operator('anything-but', operator('suffix', oneOrMore(text))) },
  { weight: 2, arbitrary: operator('anything-but', operator('equals-ignore-case', oneOrMore(text))) },
  { weight: 2, arbitrary: operator('anything-but', operator('wildcard', oneOrMore(wildcard))) },
  { weight: 4, arbitrary: operator('wildcard', wildcard) },
  { weight: 2, arbitrary: operator('cidr', cidr) },
  { weight: 2, arbitrary: operator('exactly', text) },
  { weight: 1, arbitrary: oddRule },
);

const member = (name: Text, value: Text): Text => fc.tuple(name, value).map((both) => both.join(':'));

const { pattern, event } = fc.letrec<{ pattern: string; choice: string; event: string; value: string }>((tie) => ({
  pattern: objectOf(
    fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      { weight: 80, arbitrary: member(key, listOf(rule, 1, 3)) },
      { weight: 32, arbitrary: member(key, tie('pattern')) },
      { weight: 12, arbitrary: member(fc.constant('"$or"'), listOf(tie('choice'), 2, 3)) },
      {
        weight: 1,
        arbitrary: member(fc.constant('"$or"'), fc.oneof(listOf(tie('choice'), 0, 1), listOf(scalar, 0, 3), scalar)),
      },
      { weight: 1, arbitrary: member(key, fc.oneof(scalar, fc.constantFrom('[]', '{}'))) },
    ),
    1,
    2,
  ),
  choice: fc.oneof(
    { weight: 40, arbitrary: tie('pattern') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{"prefix":["x"]}',
        '{"a":{"numeric":[1]}}',
        '{"regex":["x"]}',
        '{"cidr":"10.0.0.0/8"}',
        '{}',
        '1',
      ),
    },
  ),
  event: objectOf(member(fc.oneof({ weight: 20, arbitrary: key }, fc.constant('"$or"')), tie('value')), 0, 4),
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    { weight: 6, arbitrary: scalar },
    { weight: 3, arbitrary: tie('event') },
    { weight: 3, arbitrary: listOf(tie('value'), 0, 3) },
  ),
}));

/** An event with the fields of a pattern, and values that are like those in its rules. */
function like(node: unknown): Text {
  if (Array.isArray(node)) {
    return node.length === 0 ? scalar : around(fc.constantFrom(...(node as unknown[])).chain(valueLike));
  }
  if (typeof node !== 'object' || node === null) return scalar;
  const members = Object.entries(node).map(([name, inner]): Text =>
    name === '$or' && Array.isArray(inner) && inner.length > 0
      ? fc
          .constantFrom(...(inner as unknown[]))
          .chain(like)
          .map((choice) => (choice.startsWith('{') ? choice.slice(1, -1) : ''))
      : member(fc.constant(JSON.stringify(name)), Array.isArray(inner) ? like(inner) : around(like(inner))),
  );
  return fc
    .tuple(...members)
    .chain((all) => fc.subarray(all.filter(Boolean), { minLength: Math.max(0, all.filter(Boolean).length - 1) }))
    .map((all) => `{${all.join(',')}}`);
}

function valueLike(one: unknown): Text {
  if (typeof one !== 'object' || one === null) return fc.oneof(fc.constant(JSON.stringify(one)), scalar);
  const inside = Object.values(one)
    .flat(2)
    .flatMap((inner: unknown) => (typeof inner === 'object' && inner !== null ? Object.values(inner).flat() : [inner]));
  const known = inside
    .filter((inner) => ['string', 'number'].includes(typeof inner))
    .map((inner) => JSON.stringify(inner));
  const longer = inside
    .filter((inner) => typeof inner === 'string')
    .flatMap((inner) => [`${inner}x`, `x${inner}`, inner.toUpperCase(), inner.toLowerCase()]);
  return fc.oneof(scalar, fc.constantFrom(...known, ...longer.map((inner) => JSON.stringify(inner)), '1'));
}

/** Now and then in a list, beside something else. */
function around(value: Text): Text {
  return fc.oneof(
    { weight: 4, arbitrary: value },
    fc.tuple(value, value).map((two) => `[${two.join(',')}]`),
    fc.tuple(scalar, value).map((two) => `[${two.join(',')}]`),
  );
}

export function questions(seed: number, patterns: number, eventsOfEach: number): Question[] {
  const question = pattern.chain((given) =>
    fc.record({
      pattern: fc.constant(given),
      events: fc.array(fc.oneof({ weight: 3, arbitrary: like(JSON.parse(given)) }, event), {
        minLength: eventsOfEach,
        maxLength: eventsOfEach,
      }),
    }),
  );
  return fc.sample(question, { seed, numRuns: patterns });
}
