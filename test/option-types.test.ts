import { Duration, Lazy, Token } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Source, SOURCES } from './cases';
import { errorsIn } from './doors';
import { Fixtures } from './fixtures';
import { FailureDestination, KinesisFilter, SqsFilter, SqsScaling } from '../src';
import { OptionSpec } from '../src/model/contract';

/** One value of each type that JavaScript callers may hand on by mistake. */
const VALUES: { readonly [name: string]: (f: Fixtures) => unknown } = {
  'a text': () => 'ten',
  'a number in a text': () => '10',
  'true in a text': () => 'true',
  'a number': () => 10,
  'a boolean': () => true,
  'a list': () => [],
  'a list of undefined': () => [undefined],
  'an empty object': () => ({}),
  'an object of null': () => ({ key: null }),
  'an object without a prototype': () => Object.create(null),
  'a JavaScript function': () => () => 10,
  'a date': () => new Date(0),
  'a duration': () => Duration.seconds(10),
  'a construct': (f) => f.bucket,
  'a class of this library': (f) => FailureDestination.bucket(f.bucket),
  'a filter of another source': () => [KinesisFilter.fromJson('{}'), SqsFilter.fromJson('{}')],
  'a token of any type': () => Lazy.any({ produce: () => 10 }),
  'a text of a token': (f) => f.text,
  'a list of a token': () => Token.asList({ Ref: 'Parameter' }),
};

const NOT_GIVEN = { undefined: undefined, null: null };

describe.each(SOURCES)('$folder', (source) => {
  const optionSpecs = Object.entries(source.contract.options as { [option: string]: OptionSpec<never, never> });
  const required = optionSpecs
    .filter(([, { properties: specs, missing = specs[0]?.required }]) => missing)
    .map(([option]) => option);

  test('each option of the fullest mapping has the type that its field says', () => {
    const f = new Fixtures();
    const fullest = Object.entries({ ...source.smallest.props(f), ...source.fullest(f) });
    expect(
      fullest.flatMap(([option, value]) =>
        optionSpecs.find(([name]) => name === option)![1].type.mismatches(value, option),
      ),
    ).toEqual([]);
  });

  test.each(Object.entries(NOT_GIVEN))('a required option that is %s is called by its rule', (_, notGiven) => {
    expect(required).toEqual(
      expect.arrayContaining(
        Object.keys(source.smallest.props(new Fixtures())).filter((option) => option === 'target'),
      ),
    );
    for (const option of required) {
      expect(complaintsOf(source, () => ({ [option]: notGiven }))).toEqual([
        [expect.stringMatching(/-required$/), expect.stringMatching(`^${option} `)],
      ]);
    }
  });

  test('options of the smallest mapping are required, unless another one can stand in', () => {
    const smallest = Object.keys(source.smallest.props(new Fixtures()));
    expect(required.filter((option) => !smallest.includes(option))).toEqual([]);
  });

  test('all required options that are missing come in one error, where the props are missing too', () => {
    const { stack } = new Fixtures();
    const make = () => new source.Mapping(stack, 'Mapping', undefined as unknown as object);
    expect(
      complaintsIn(make)
        .map(([, text]) => text.split(' ')[0])
        .sort(),
    ).toEqual([...required].sort());
  });

  test.each(Object.entries(VALUES))(
    '%s in the place of any option is right, or an error of this library',
    (_, make) => {
      for (const [option, { type }] of optionSpecs) {
        const isWrong = type.mismatches(make(new Fixtures()), option).length > 0;
        const complaints = complaintsOf(source, (f) => ({ [option]: make(f) }));
        const ofType = complaints.filter(([rule]) => rule === 'mapping-option-type');
        expect({ option, isWrong: ofType.length > 0 }).toEqual({ option, isWrong });
        ofType.forEach(([, text]) => expect(text).toMatch(new RegExp(`^${option}\\b.* is .*, where .* is needed`)));
      }
    },
  );

  test('each option takes values of few types', () => {
    for (const [option, { type }] of optionSpecs) {
      const right = Object.values(VALUES).filter((make) => type.mismatches(make(new Fixtures()), option).length === 0);
      expect(right.length).toBeLessThan(Object.keys(VALUES).length / 2);
    }
  });
});

test.each<[string, string, (f: Fixtures) => unknown]>([
  [
    'batchSize: "10" is a string, where a number is needed: write 10 (context values are strings: Number(...)) ',
    'batchSize',
    () => '10',
  ],
  ['batchSize: "ten" is a string, where a number is needed ', 'batchSize', () => 'ten'],
  ['batchSize is a list, where a number is needed ', 'batchSize', () => [10]],
  [
    'enabled: "false" is a string, where true or false is needed: write false (context values are strings: value === ' +
      "'true') ",
    'enabled',
    () => 'false',
  ],
  ['grantAccess: 0 is a number, where true or false is needed ', 'grantAccess', () => 0],
  [
    'maxBatchingWindow: 20 is a number, where a Duration is needed: write Duration.seconds(20) ',
    'maxBatchingWindow',
    () => 20,
  ],
  [
    'maxBatchingWindow: "20" is a string, where a Duration is needed: write Duration.seconds(20) ',
    'maxBatchingWindow',
    () => '20',
  ],
  [
    'maxBatchingWindow is a token, where a Duration is needed: write Duration.seconds(10) ',
    'maxBatchingWindow',
    (f) => f.text,
  ],
  [
    'scaling is an object, where SqsScaling is needed: write SqsScaling.maxConcurrency(50) ',
    'scaling',
    () => ({ maxConcurrency: 5 }),
  ],
  [
    'filters[0] is a value of the class KinesisFilter, where SqsFilter is needed: ',
    'filters',
    () => [KinesisFilter.fromJson('{}')],
  ],
  [
    'filters is a value of the class SqsFilter, where a list is needed: write it in [ ] ',
    'filters',
    () => SqsFilter.fromJson('{}'),
  ],
  ['metricGroups[0] is null, where a string is needed ', 'metricGroups', () => [null]],
  ["tags[team]: 1 is a number, where a string is needed: write '1' ", 'tags', () => ({ team: 1 })],
  ["tags[a.b]: true is a boolean, where a string is needed: write 'true' ", 'tags', () => ({ 'a.b': true })],
  [
    'queue: "arn:aws:sqs:us-east-1:123456789012:q" is a string, where a queue of aws-sqs is needed: import it with ' +
      "Queue.fromQueueArn(this, 'Queue', arn) ",
    'queue',
    () => 'arn:aws:sqs:us-east-1:123456789012:q',
  ],
  [
    'target: "handler" is a string, where a function, an alias or a version of aws-lambda is needed: import it with ',
    'target',
    () => 'handler',
  ],
  [
    'target is a value of the class CfnFunction, where a function, an alias or a version of aws-lambda is needed: ' +
      'import it with ' +
      "Function.fromFunctionAttributes(this, 'Handler', { functionArn, role }) ",
    'target',
    (f) => new CfnFunction(f.stack, 'L1', { code: {}, role: 'role' }),
  ],
  ['target is a JavaScript function, where ', 'target', () => () => 0],
])('%s', (words, option, make) => {
  const complaints = complaintsOf(
    SOURCES.find(({ folder }) => folder === 'sqs')!,
    (f) => ({ [option]: make(f) }),
  );
  expect(complaints).toEqual([['mapping-option-type', expect.stringMatching(startingWith(words))]]);
});

test('the options of a mode are looked at too, and null is what other languages hand on for nothing', () => {
  const kafka = SOURCES.find(({ folder }) => folder === 'msk')!;
  expect(
    complaintsOf(kafka, () => ({
      provisionedMode: { minimumPollers: '2', maximumPollers: null, retryAttempts: undefined },
    })),
  ).toEqual([
    [
      'mapping-option-type',
      expect.stringMatching(/^provisionedMode\.minimumPollers: "2" is a string, where a number is needed: write 2 /),
    ],
  ]);
  expect(
    complaintsOf(kafka, () => ({
      provisionedMode: { minimumPollers: 2, maximumPollers: null },
      batchSize: null,
      tags: null,
    })),
  ).toEqual([]);
});

test('a class is known by its name too: there may be two copies of this library', () => {
  class Copy {
    constructor(public readonly _properties: object) {}
  }
  Object.defineProperty(Copy, 'name', { value: SqsScaling.name });
  const sqs = SOURCES.find(({ folder }) => folder === 'sqs')!;
  expect(complaintsOf(sqs, () => ({ scaling: new Copy(SqsScaling.maxConcurrency(5)._properties) }))).toEqual([]);
});

function complaintsOf(source: Source, props: (f: Fixtures) => object): [rule: string, text: string][] {
  const f = new Fixtures();
  return complaintsIn(() => new source.Mapping(f.stack, 'Mapping', { ...source.smallest.props(f), ...props(f) }));
}

function complaintsIn(make: () => unknown): [rule: string, text: string][] {
  try {
    make();
    return [];
  } catch (error) {
    return errorsIn(error as Error).map(({ rule, text }) => [rule, text]);
  }
}

function startingWith(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
