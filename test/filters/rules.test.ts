import { Lazy } from 'aws-cdk-lib';
import {
  ActiveMqFilter,
  AttributeRule,
  DynamoDbEventName,
  DynamoDbFilter,
  EventFilter,
  FieldRule,
  KafkaFilter,
  KinesisFilter,
  RabbitMqFilter,
  SqsFilter,
} from '../../src';
import { imagesRead } from '../../src/sources/dynamodb/images-read';

const RULES: readonly (readonly [rule: FieldRule, pattern: string])[] = [
  [FieldRule.string('x', 'y'), '["x","y"]'],
  [FieldRule.number(1, 2.5), '[1,2.5]'],
  [FieldRule.isTrue(), '[true]'],
  [FieldRule.isFalse(), '[false]'],
  [FieldRule.isNull(), '[null]'],
  [FieldRule.emptyString(), '[""]'],
  [FieldRule.prefix('x', 'y'), '[{"prefix":"x"},{"prefix":"y"}]'],
  [FieldRule.suffix('x'), '[{"suffix":"x"}]'],
  [FieldRule.equalsIgnoreCase('x'), '[{"equals-ignore-case":"x"}]'],
  [FieldRule.anythingBut('x', 'y'), '[{"anything-but":["x","y"]}]'],
  [FieldRule.anythingButNumbers(1, 2), '[{"anything-but":[1,2]}]'],
  [FieldRule.numberIn({ above: 1 }), '[{"numeric":[">",1]}]'],
  [FieldRule.numberIn({ atLeast: 0 }), '[{"numeric":[">=",0]}]'],
  [FieldRule.numberIn({ below: 2 }), '[{"numeric":["<",2]}]'],
  [FieldRule.numberIn({ atMost: 2 }), '[{"numeric":["<=",2]}]'],
  [FieldRule.numberIn({ atMost: 2, above: 0 }), '[{"numeric":[">",0,"<=",2]}]'],
  [FieldRule.exists(), '[{"exists":true}]'],
  [FieldRule.absent(), '[{"exists":false}]'],
  [
    FieldRule.anyOf(FieldRule.absent(), FieldRule.isNull(), FieldRule.prefix('x')),
    '[{"exists":false},null,{"prefix":"x"}]',
  ],
];

test.each(RULES)('the rule %# is %2$s', (rule, pattern) => {
  expect(SqsFilter.of({ textBody: rule }).pattern).toBe(`{"body":${pattern}}`);
});

const a = FieldRule.string('a');
const id = (rule: AttributeRule) => DynamoDbFilter.of({ keys: { id: rule } });
const FILTERS: readonly (readonly [filter: EventFilter, pattern: string])[] = [
  [
    SqsFilter.of({ jsonBody: { 'order.total': FieldRule.number(1), type: a } }),
    '{"body":{"order":{"total":[1]},"type":["a"]}}',
  ],
  [
    SqsFilter.of({ jsonBody: { 'b.c': a, 'b.d': a, b: FieldRule.absent() } }),
    '{"body":{"b":[{"exists":false}],"b.c":["a"],"b.d":["a"]}}',
  ],
  [SqsFilter.of({ jsonBody: { '__proto__.x': a } }), '{"body":{"__proto__":{"x":["a"]}}}'],
  [
    KinesisFilter.of({ jsonData: { type: a }, partitionKey: FieldRule.prefix('de-') }),
    '{"data":{"type":["a"]},"partitionKey":[{"prefix":"de-"}]}',
  ],
  [KinesisFilter.of({ partitionKey: a }), '{"partitionKey":["a"]}'],
  [KafkaFilter.of({ jsonValue: { type: a }, topic: a }), '{"topic":["a"],"value":{"type":["a"]}}'],
  [KafkaFilter.of({ textValue: a }), '{"value":["a"]}'],
  [ActiveMqFilter.of({ jsonData: { type: a } }), '{"data":{"type":["a"]}}'],
  [ActiveMqFilter.of({ textData: a }), '{"data":["a"]}'],
  [
    RabbitMqFilter.of({ jsonData: { type: a }, basicProperties: { appId: a } }),
    '{"basicProperties":{"appId":["a"]},"data":{"type":["a"]}}',
  ],
  [RabbitMqFilter.of({ textData: a }), '{"data":["a"]}'],
  [
    DynamoDbFilter.of({ eventNames: [DynamoDbEventName.INSERT, DynamoDbEventName.MODIFY] }),
    '{"eventName":["INSERT","MODIFY"]}',
  ],
  [
    DynamoDbFilter.of({ ttlDeletions: true }),
    '{"userIdentity":{"type":["Service"],"principalId":["dynamodb.amazonaws.com"]}}',
  ],
  [DynamoDbFilter.of({ ttlDeletions: false, eventNames: [DynamoDbEventName.REMOVE] }), '{"eventName":["REMOVE"]}'],
  [
    DynamoDbFilter.of({
      keys: { id: AttributeRule.string(a) },
      newImage: { 'a.b': AttributeRule.isTrue() },
      oldImage: { c: AttributeRule.isNull() },
    }),
    '{"dynamodb":{"Keys":{"id":{"S":["a"]}},"NewImage":{"a.b":{"BOOL":[true]}},"OldImage":{"c":{"NULL":[true]}}}}',
  ],
  [id(AttributeRule.number(101, -1.5)), '{"dynamodb":{"Keys":{"id":{"N":["101","-1.5"]}}}}'],
  [id(AttributeRule.numberText(FieldRule.exists())), '{"dynamodb":{"Keys":{"id":{"N":[{"exists":true}]}}}}'],
  [id(AttributeRule.isFalse()), '{"dynamodb":{"Keys":{"id":{"BOOL":[false]}}}}'],
  [id(AttributeRule.stringSetContains(a)), '{"dynamodb":{"Keys":{"id":{"SS":["a"]}}}}'],
  [id(AttributeRule.numberSetContains(1)), '{"dynamodb":{"Keys":{"id":{"NS":["1"]}}}}'],
  [id(AttributeRule.listContains(AttributeRule.number(1))), '{"dynamodb":{"Keys":{"id":{"L":{"N":["1"]}}}}}'],
  [
    id(AttributeRule.map({ x: AttributeRule.map({ y: AttributeRule.string(a) }) })),
    '{"dynamodb":{"Keys":{"id":{"M":{"x":{"M":{"y":{"S":["a"]}}}}}}}}',
  ],
  // A number that DynamoDB would not send in this form stays a number, and the checker reports it.
  [id(AttributeRule.number(1e-7, NaN)), '{"dynamodb":{"Keys":{"id":{"N":[1e-7,NaN]}}}}'],
];

test.each(FILTERS)('the filter %# is %2$s', (filter, pattern) => expect(filter.pattern).toBe(pattern));

test('a filter of one source is none of another', () => {
  const [sqs, kinesis, dynamoDb, kafka, activeMq, rabbitMq] = [
    SqsFilter.of({ textBody: a }),
    KinesisFilter.of({}),
    DynamoDbFilter.of({}),
    KafkaFilter.of({}),
    ActiveMqFilter.of({}),
    RabbitMqFilter.of({}),
  ];
  const mismatches = {
    // @ts-expect-error: the compiler refuses each of them, or says that there was nothing to refuse.
    kinesis: [sqs] satisfies KinesisFilter[],
    // @ts-expect-error
    sqs: [kinesis] satisfies SqsFilter[],
    // @ts-expect-error
    kafka: [dynamoDb] satisfies KafkaFilter[],
    // @ts-expect-error
    dynamoDb: [kafka] satisfies DynamoDbFilter[],
    // @ts-expect-error
    rabbitMq: [activeMq] satisfies RabbitMqFilter[],
    // @ts-expect-error
    activeMq: [rabbitMq] satisfies ActiveMqFilter[],
  };
  expect(Object.keys(mismatches)).toHaveLength(6);
});

test.each([
  ['{"dynamodb":{"NewImage":{"a":{"S":["x"]}}}}', ['NewImage']],
  ['{"dynamodb":{"OldImage":{"a":{"S":[{"exists":false}]}}}}', ['OldImage']],
  [
    '{"dynamodb.NewImage.a.S":["x"],"$or":[{"dynamodb":{"OldImage.b":{"N":["1"]}}},{"eventName":["INSERT"]}]}',
    ['NewImage', 'OldImage'],
  ],
  ['{"dynamodb":{"NewImage":[{"exists":true}]}}', ['NewImage']],
  ['{"dynamodb":{"Keys":{"NewImage":{"S":["x"]}},"NewImages":["x"]},"eventName":["INSERT"],"NewImage":["x"]}', []],
  ['{', []],
])('%s reads the images %j', (pattern, images) => expect(imagesRead(pattern)).toEqual(images));

test('a pattern with tokens reads images', () => {
  const status = AttributeRule.string(FieldRule.string(Lazy.string({ produce: () => 'x' })));
  expect(imagesRead(DynamoDbFilter.of({ newImage: { status } }).pattern)).toEqual(['NewImage']);
});
