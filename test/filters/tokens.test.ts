import { Lazy, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  AttributeRule,
  DynamoDbFilter,
  EventFilter,
  FieldRule,
  KinesisFilter,
  SqsEventSourceMapping,
  SqsFilter,
} from '../../src';
import { Fixtures } from '../fixtures';

/** The pattern that a template of a mapping with this filter has. */
function templateOf(f: Fixtures, filter: SqsFilter): unknown {
  new SqsEventSourceMapping(f.stack, 'Mapping', { queue: f.queue, target: f.target, filters: [filter] });
  const [mapping] = Object.values(Template.fromStack(f.stack).findResources('AWS::Lambda::EventSourceMapping'));
  return (mapping as { Properties: { FilterCriteria: { Filters: { Pattern: unknown }[] } } }).Properties.FilterCriteria
    .Filters[0].Pattern;
}

describe('in a pattern', () => {
  const f = new Fixtures();
  const cases: readonly (readonly [what: string, make: (f: Fixtures) => SqsFilter, pattern: unknown])[] = [
    [
      'a text',
      ({ text }) => SqsFilter.fromPattern({ body: { type: [text] } }),
      { 'Fn::Join': ['', ['{"body":{"type":["', { Ref: 'Text' }, '"]}}']] },
    ],
    [
      'a part of a text',
      ({ text }) => SqsFilter.of({ jsonBody: { type: FieldRule.prefix(`${text}-`) } }),
      { 'Fn::Join': ['', ['{"body":{"type":[{"prefix":"', { Ref: 'Text' }, '-"}]}}']] },
    ],
    [
      'a number',
      ({ number }) => SqsFilter.of({ jsonBody: { total: FieldRule.numberIn({ above: number, atMost: 10 }) } }),
      { 'Fn::Join': ['', ['{"body":{"total":[{"numeric":[">",', { Ref: 'Number' }, ',"<=",10]}]}}']] },
    ],
    [
      'a text that synthesis knows',
      ({ lazyText }) => SqsFilter.of({ textBody: FieldRule.string(lazyText) }),
      '{"body":["later"]}',
    ],
    [
      'a text with quotes that synthesis knows',
      () => SqsFilter.of({ textBody: FieldRule.string(Lazy.string({ produce: () => 'a "b"' })) }),
      '{"body":["a \\"b\\""]}',
    ],
    [
      'an object',
      () => SqsFilter.fromPattern({ body: Lazy.any({ produce: () => ({ type: ['a'] }) }) }),
      '{"body":{"type":["a"]}}',
    ],
    [
      'JSON text',
      ({ text }) => SqsFilter.fromJson(`{"body":{"type":["${text}"]}}`),
      { 'Fn::Join': ['', ['{"body":{"type":["', { Ref: 'Text' }, '"]}}']] },
    ],
    ['all of it', ({ text }) => SqsFilter.fromJson(text), { Ref: 'Text' }],
  ];

  test.each(cases)('a token that is %s gets into the template', (_, make, pattern) => {
    const own = new Fixtures();
    expect(templateOf(own, make(own))).toEqual(pattern);
  });

  test('a token matches nothing', () => {
    const filter = SqsFilter.of({ jsonBody: { type: FieldRule.string(f.text, 'known') } });
    expect(filter.evaluate({ body: '{"type":"known"}' }).delivered).toBe(true);
    expect(filter.evaluate({ body: '{"type":"other"}' })).toMatchObject({
      delivered: false,
      reason: 'body.type is "other", and not a value known only at deployment or "known"',
    });
  });

  test('a token that is all of it can not be evaluated', () => {
    expect(() => SqsFilter.fromJson(f.text).evaluate({ body: 'x' })).toThrow(
      'The filter pattern is known only at deployment',
    );
  });
});

test('a pattern without tokens is the text of its JSON', () => {
  const of = (filter: EventFilter) => filter.pattern;
  expect(of(SqsFilter.fromPattern({ body: { a: ['x', 1, null, true], b: undefined } }))).toBe(
    '{"body":{"a":["x",1,null,true]}}',
  );
  expect(of(KinesisFilter.fromPattern({ data: { at: [new Date(0)] } }))).toBe(
    '{"data":{"at":["1970-01-01T00:00:00.000Z"]}}',
  );
  expect(of(SqsFilter.fromPattern({ body: { a: FieldRule.prefix('x') } }))).toBe('{"body":{"a":[{"prefix":"x"}]}}');
  expect(of(DynamoDbFilter.fromPattern({ dynamodb: { Keys: { id: AttributeRule.number(1) } } }))).toBe(
    '{"dynamodb":{"Keys":{"id":{"N":["1"]}}}}',
  );
  expect(Token.isUnresolved(of(SqsFilter.fromPattern({ body: ['{{resolve:ssm:/x}}'] })))).toBe(true);
});
