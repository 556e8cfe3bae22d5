import {
  ActiveMqFilter,
  AttributeRule,
  DynamoDbEventName,
  DynamoDbFilter,
  EventFilter,
  FieldRule,
  FilterOutcome,
  KafkaFilter,
  KinesisFilter,
  RabbitMqFilter,
  SqsFilter,
} from '../../src';

const { DELIVERED, FILTERED_OUT, DROPPED_FOR_FORMAT } = FilterOutcome;
type Case = readonly [name: string, filter: EventFilter, record: unknown, outcome: FilterOutcome, reason?: string];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const ready = { status: FieldRule.string('ready') };
const [READY, LATE] = ['{"status":"ready","n":1}', '{"status":"late"}'];
const NO_UTF_8 = Buffer.from([0xff, 0xfe, 0x00]).toString('base64');

const message = (body: unknown) => ({
  messageId: '1',
  body,
  attributes: { SentTimestamp: '1545082649183' },
  messageAttributes: { a: {} },
  eventSource: 'aws:sqs',
});
const SQS: readonly Case[] = [
  [
    'JSON as asked',
    SqsFilter.of({ jsonBody: ready }),
    message(READY),
    DELIVERED,
    'the record matches {"body":{"status":["ready"]}}',
  ],
  [
    'other JSON',
    SqsFilter.of({ jsonBody: ready }),
    message(LATE),
    FILTERED_OUT,
    'body.status is "late", and not "ready"',
  ],
  [
    'JSON without the field',
    SqsFilter.of({ jsonBody: ready }),
    message('{}'),
    FILTERED_OUT,
    'body.status is not there, and not "ready"',
  ],
  ['a list of JSON', SqsFilter.of({ jsonBody: ready }), message(`[${LATE},${READY}]`), DELIVERED],
  [
    'text for JSON',
    SqsFilter.of({ jsonBody: ready }),
    message('ready'),
    DROPPED_FOR_FORMAT,
    'body is text, but the filter needs JSON: Lambda deletes it from the queue',
  ],
  ['broken JSON for JSON', SqsFilter.of({ jsonBody: ready }), message('{"status":"ready"'), DROPPED_FOR_FORMAT],
  [
    'text for what is not in JSON',
    SqsFilter.of({ jsonBody: { a: FieldRule.absent() } }),
    message('ready'),
    DROPPED_FOR_FORMAT,
  ],
  ['text as asked', SqsFilter.of({ textBody: FieldRule.prefix('rea') }), message('ready'), DELIVERED],
  [
    'other text',
    SqsFilter.of({ textBody: FieldRule.prefix('rea') }),
    message('late'),
    FILTERED_OUT,
    'body is "late", and not {"prefix":"rea"}',
  ],
  [
    'JSON for text',
    SqsFilter.of({ textBody: FieldRule.prefix('{') }),
    message(READY),
    DROPPED_FOR_FORMAT,
    'body is JSON, but the filter needs text: Lambda deletes it from the queue',
  ],
  ['a number for text', SqsFilter.of({ textBody: FieldRule.string('300') }), message('300'), DELIVERED],
  [
    'attributes',
    SqsFilter.fromPattern({ attributes: { SentTimestamp: [{ prefix: '1545' }] } }),
    message('any'),
    DELIVERED,
  ],
  [
    'what filters do not see',
    SqsFilter.fromPattern({ eventSource: ['aws:sqs'] }),
    message('any'),
    FILTERED_OUT,
    'eventSource is not there, and not "aws:sqs"',
  ],
  [
    'message attributes',
    SqsFilter.fromPattern({ messageAttributes: [{ exists: true }] }),
    message('any'),
    FILTERED_OUT,
  ],
  [
    'JSON or text, of text',
    SqsFilter.fromPattern({ $or: [{ body: { status: ['ready'] } }, { body: ['ready'] }] }),
    message('ready'),
    DELIVERED,
  ],
  [
    'a number with all its digits',
    SqsFilter.fromJson('{"body":{"id":[9007199254740993]}}'),
    message('{"id":9007199254740992}'),
    FILTERED_OUT,
  ],
  ['nothing asked', SqsFilter.fromPattern({}), message('any'), DELIVERED],
  [
    'a message from a topic',
    SqsFilter.of({ jsonBody: { 'Message.status': FieldRule.string('ready') } }),
    message(JSON.stringify({ Type: 'Notification', Message: READY })),
    FILTERED_OUT,
  ],
];

const kinesis = (data: string) => ({
  kinesis: { partitionKey: 'de-1', sequenceNumber: '49', data },
  eventSource: 'aws:kinesis',
  eventName: 'aws:kinesis:record',
});
const KINESIS: readonly Case[] = [
  ['JSON as asked', KinesisFilter.of({ jsonData: ready }), kinesis(base64(READY)), DELIVERED],
  [
    'other JSON',
    KinesisFilter.of({ jsonData: ready }),
    kinesis(base64(LATE)),
    FILTERED_OUT,
    'data.status is "late", and not "ready"',
  ],
  [
    'text for JSON',
    KinesisFilter.of({ jsonData: ready }),
    kinesis(base64('ready')),
    DROPPED_FOR_FORMAT,
    'data is text, but the filter needs JSON: Lambda moves on in the stream',
  ],
  [
    'bytes for JSON',
    KinesisFilter.of({ jsonData: ready }),
    kinesis(NO_UTF_8),
    DROPPED_FOR_FORMAT,
    'data is binary, but the filter needs JSON: Lambda moves on in the stream',
  ],
  [
    'text, by its key',
    KinesisFilter.of({ partitionKey: FieldRule.prefix('de-') }),
    kinesis(base64('ready')),
    DELIVERED,
  ],
  [
    'the wrong key',
    KinesisFilter.of({ jsonData: ready, partitionKey: FieldRule.prefix('fr-') }),
    kinesis(base64(READY)),
    FILTERED_OUT,
  ],
  ['the inner record', KinesisFilter.of({ jsonData: ready }), kinesis(base64(READY)).kinesis, DELIVERED],
  [
    'the key below kinesis',
    KinesisFilter.fromPattern({ kinesis: { partitionKey: ['de-1'] } }),
    kinesis(base64(READY)),
    FILTERED_OUT,
  ],
  [
    'no data',
    KinesisFilter.of({ partitionKey: FieldRule.prefix('de-') }),
    { kinesis: { partitionKey: 'de-1' } },
    DELIVERED,
  ],
];

const change = {
  eventName: 'MODIFY',
  eventSource: 'aws:dynamodb',
  dynamodb: {
    ApproximateCreationDateTime: 1_764_000_000,
    Keys: { id: { N: '101' } },
    NewImage: {
      id: { N: '101' },
      status: { S: 'ready' },
      done: { BOOL: true },
      nothing: { NULL: true },
      tags: { SS: ['a', 'b'] },
      sizes: { NS: ['1', '2.5'] },
      lines: { L: [{ S: 'x' }, { N: '5' }] },
      address: { M: { city: { S: 'Berlin' } } },
    },
  },
};
const removal = {
  eventName: 'REMOVE',
  userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
  dynamodb: { Keys: { id: { N: '1' } } },
};
const image = (name: string, rule: AttributeRule) => DynamoDbFilter.of({ newImage: { [name]: rule } });
const DYNAMO_DB: readonly Case[] = [
  ['a name', DynamoDbFilter.of({ eventNames: [DynamoDbEventName.MODIFY] }), change, DELIVERED],
  [
    'another name',
    DynamoDbFilter.of({ eventNames: [DynamoDbEventName.INSERT] }),
    change,
    FILTERED_OUT,
    'eventName is "MODIFY", and not "INSERT"',
  ],
  ['a key', DynamoDbFilter.of({ keys: { id: AttributeRule.number(101) } }), change, DELIVERED],
  [
    'a number as a number',
    DynamoDbFilter.fromPattern({ dynamodb: { Keys: { id: { N: [101] } } } }),
    change,
    FILTERED_OUT,
    'dynamodb.Keys.id.N is "101", and not 101',
  ],
  ['a string', image('status', AttributeRule.string(FieldRule.prefix('rea'))), change, DELIVERED],
  [
    'a string without its type',
    DynamoDbFilter.fromPattern({ dynamodb: { NewImage: { status: ['ready'] } } }),
    change,
    FILTERED_OUT,
  ],
  ['a switch', image('done', AttributeRule.isTrue()), change, DELIVERED],
  ['the other switch', image('done', AttributeRule.isFalse()), change, FILTERED_OUT],
  ['null', image('nothing', AttributeRule.isNull()), change, DELIVERED],
  ['a set of strings', image('tags', AttributeRule.stringSetContains(FieldRule.string('b'))), change, DELIVERED],
  ['a set of numbers', image('sizes', AttributeRule.numberSetContains(2.5)), change, DELIVERED],
  ['a list', image('lines', AttributeRule.listContains(AttributeRule.number(5))), change, DELIVERED],
  [
    'a map',
    image('address', AttributeRule.map({ city: AttributeRule.string(FieldRule.string('Berlin')) })),
    change,
    DELIVERED,
  ],
  ['an attribute that is not there', image('gone', AttributeRule.string(FieldRule.absent())), change, DELIVERED],
  [
    'an image that is not there',
    DynamoDbFilter.of({ oldImage: { status: AttributeRule.string(FieldRule.anythingBut('x')) } }),
    change,
    FILTERED_OUT,
  ],
  [
    'a time',
    DynamoDbFilter.fromPattern({ dynamodb: { ApproximateCreationDateTime: [{ numeric: ['>', 1_763_000_000] }] } }),
    change,
    DELIVERED,
  ],
  ['the time to live', DynamoDbFilter.of({ ttlDeletions: true }), removal, DELIVERED],
  ['no time to live', DynamoDbFilter.of({ ttlDeletions: true }), change, FILTERED_OUT],
];

const kafka = (value?: string | null) => ({
  topic: 'orders',
  partition: 0,
  offset: 15,
  timestamp: 1545084650987,
  key: base64('k'),
  value,
  headers: [],
});
const KAFKA: readonly Case[] = [
  ['JSON as asked', KafkaFilter.of({ jsonValue: ready }), kafka(base64(READY)), DELIVERED],
  ['other JSON', KafkaFilter.of({ jsonValue: ready }), kafka(base64(LATE)), FILTERED_OUT],
  ['text as asked', KafkaFilter.of({ textValue: FieldRule.suffix('dy') }), kafka(base64('ready')), DELIVERED],
  ['text for JSON', KafkaFilter.of({ jsonValue: ready }), kafka(base64('ready')), DROPPED_FOR_FORMAT],
  ['JSON for text', KafkaFilter.of({ textValue: FieldRule.exists() }), kafka(base64(READY)), DROPPED_FOR_FORMAT],
  ['a topic', KafkaFilter.of({ topic: FieldRule.string('orders') }), kafka(NO_UTF_8), DELIVERED],
  ['another topic', KafkaFilter.of({ topic: FieldRule.string('audit') }), kafka(base64(READY)), FILTERED_OUT],
  ['a tombstone', KafkaFilter.of({ jsonValue: ready }), kafka(null), FILTERED_OUT],
  ['no value', KafkaFilter.of({ jsonValue: ready }), kafka(), FILTERED_OUT],
  ["the key of CDK's README", KafkaFilter.fromPattern({ stringEquals: ['test'] }), kafka(base64('test')), FILTERED_OUT],
];

const active = (data: string) => ({ messageID: 'ID:b-1', messageType: 'jms/text-message', deliveryMode: 1, data });
const rabbit = (data: string) => ({
  basicProperties: { appId: 'shop', headers: { a: { bytes: [1] } } },
  redelivered: false,
  data,
});
const MQ: readonly Case[] = [
  ['JSON from ActiveMQ', ActiveMqFilter.of({ jsonData: ready }), active(base64(READY)), DELIVERED],
  ['other JSON from ActiveMQ', ActiveMqFilter.of({ jsonData: ready }), active(base64(LATE)), FILTERED_OUT],
  [
    'text from ActiveMQ',
    ActiveMqFilter.of({ textData: FieldRule.prefix('Result: ') }),
    active(base64('Result: 5')),
    DELIVERED,
  ],
  ['text for JSON from ActiveMQ', ActiveMqFilter.of({ jsonData: ready }), active(base64('ready')), DROPPED_FOR_FORMAT],
  [
    'a type from ActiveMQ',
    ActiveMqFilter.fromPattern({ messageType: ['jms/text-message'] }),
    active(NO_UTF_8),
    DELIVERED,
  ],
  [
    'JSON from RabbitMQ',
    RabbitMqFilter.of({ jsonData: ready, basicProperties: { appId: FieldRule.string('shop') } }),
    rabbit(base64(READY)),
    DELIVERED,
  ],
  [
    'another application from RabbitMQ',
    RabbitMqFilter.of({ basicProperties: { appId: FieldRule.string('x') } }),
    rabbit(base64(READY)),
    FILTERED_OUT,
  ],
  [
    'JSON for text from RabbitMQ',
    RabbitMqFilter.of({ textData: FieldRule.exists() }),
    rabbit(base64(READY)),
    DROPPED_FOR_FORMAT,
  ],
];

const SOURCES: { readonly [source: string]: readonly Case[] } = {
  SQS,
  Kinesis: KINESIS,
  DynamoDB: DYNAMO_DB,
  Kafka: KAFKA,
  MQ,
};

describe.each(Object.keys(SOURCES))('%s', (source) => {
  const cases = SOURCES[source].map(([name, filter, record, outcome, reason]) => ({
    name,
    filter,
    record,
    outcome,
    reason,
  }));

  test.each(cases)('$name', ({ filter, record, outcome, reason }) => {
    const before = JSON.stringify(record);
    const verdict = filter.evaluate(record);
    expect([verdict.outcome, verdict.reason]).toEqual([outcome, reason ?? expect.stringMatching(/./)]);
    expect(verdict.delivered).toBe(outcome === DELIVERED);
    expect(JSON.stringify(record)).toBe(before);
  });
});

describe('all filters of a mapping', () => {
  const all = (...filters: EventFilter[]) => EventFilter.evaluateAll(filters, message(READY));
  const [fits, not, text] = [
    SqsFilter.of({ jsonBody: ready }),
    SqsFilter.of({ jsonBody: { n: FieldRule.number(2) } }),
    SqsFilter.of({ textBody: FieldRule.exists() }),
  ];

  test('deliver what one of them delivers', () => {
    expect(all(text, not, fits)).toMatchObject({
      outcome: DELIVERED,
      reason: 'filters[2]: the record matches {"body":{"status":["ready"]}}',
    });
  });

  test('filter out what none of them delivers', () => {
    expect(all(text, not)).toMatchObject({
      outcome: FILTERED_OUT,
      reason: expect.stringMatching(/^filters\[0\]: body is JSON.*; filters\[1\]: body\.n is 1, and not 2$/),
    });
  });

  test('drop what has the format of none of them', () => expect(all(text, text).outcome).toBe(DROPPED_FOR_FORMAT));
  test('deliver everything if there are none', () => expect(all().outcome).toBe(DELIVERED));
});

test('elements of a list are told apart', () => {
  const filter = SqsFilter.of({ jsonBody: { 'lines.sku': FieldRule.string('a'), 'lines.count': FieldRule.number(2) } });
  expect(filter.evaluate(message('{"lines":[{"sku":"a","count":1},{"sku":"b","count":2}]}'))).toMatchObject({
    outcome: FILTERED_OUT,
    reason: 'no element of a list matches all of body.lines.count, body.lines.sku',
  });
});

const exists = FieldRule.exists();
const FILTERS: { readonly [source: string]: EventFilter } = {
  SQS: SqsFilter.of({ jsonBody: ready }),
  Kinesis: KinesisFilter.of({ jsonData: ready }),
  DynamoDB: DynamoDbFilter.of({ eventNames: [DynamoDbEventName.MODIFY] }),
  Kafka: KafkaFilter.of({ jsonValue: ready }),
  ActiveMQ: ActiveMqFilter.of({ textData: exists }),
  RabbitMQ: RabbitMqFilter.of({ textData: exists }),
};
const { dynamodb: _, ...withoutChange } = change;
const changed = (dynamodb: unknown) => ({ eventName: 'MODIFY', dynamodb });

/** The records that unit tests pass by mistake, and the error for each. */
const WRONG: readonly (readonly [source: string, what: string, record: unknown, says: string])[] = [
  [
    'SQS',
    'the whole event',
    { Records: [message(READY)] },
    'Not an SQS record: expected an object with "body" as in event.Records[0], got {"Records": ...}. Pass one ' +
      'record, not the whole event',
  ],
  [
    'SQS',
    'all records',
    [message(READY), message(LATE)],
    'Not an SQS record: expected an object with "body" as in event.Records[0], got a list of 2. Pass one record, ' +
      'not a list of them',
  ],
  [
    'SQS',
    'a text',
    READY,
    'Not an SQS record: expected an object with "body" as in event.Records[0], got ' +
      '"{\"status\":\"ready\",\"n\":1}". Pass the record as an object, not as a string',
  ],
  ['SQS', 'a long text', 'x'.repeat(50), `got "${'x'.repeat(40)}...". Pass`],
  ['SQS', 'a number', 5, 'got 5. Make one with SqsFilter.record'],
  ['SQS', 'null', null, 'got null. Make one with SqsFilter.record'],
  ['SQS', 'nothing', undefined, 'got nothing. Make one with SqsFilter.record'],
  ['SQS', 'the body alone', { status: 'ready' }, 'got {"status": ...}. Make one with SqsFilter.record'],
  [
    'SQS',
    'a body that was read',
    message({ status: 'ready' }),
    'Not an SQS record: body must be text, got {"status": ...}. Make one with SqsFilter.record',
  ],
  [
    'SQS',
    'a record of Kinesis',
    kinesis(base64(READY)),
    'got {"kinesis": ..., "eventSource": ..., "eventName": ...}. This is a Kinesis record',
  ],
  ['SQS', 'a record of DynamoDB', change, 'This is a DynamoDB record'],
  [
    'Kinesis',
    'the whole event',
    { Records: [kinesis(base64(READY))] },
    'Not a Kinesis record: expected an object with "kinesis" as in event.Records[0], got {"Records": ...}. Pass one ' +
      'record, not the whole event',
  ],
  [
    'Kinesis',
    'data that was decoded',
    kinesis(READY),
    'Not a Kinesis record: kinesis.data must be base64, got "{\"status',
  ],
  [
    'Kinesis',
    'data that is a word',
    kinesis('ready'),
    'Not a Kinesis record: kinesis.data must be base64, got "ready"',
  ],
  [
    'Kinesis',
    'data that was read',
    { kinesis: { data: { status: 'ready' } } },
    'Not a Kinesis record: kinesis.data must be base64, got {"status": ...}',
  ],
  [
    'Kinesis',
    'data of the inner record',
    { data: 'not base64' },
    'Not a Kinesis record: data must be base64, got "not base64". Make one with KinesisFilter.record',
  ],
  ['Kinesis', 'a text in its place', { kinesis: READY }, 'expected an object with "kinesis"'],
  ['Kinesis', 'a message of SQS', message(READY), 'This is an SQS record'],
  ['Kinesis', 'a message of RabbitMQ', rabbit(base64(READY)), 'This is a RabbitMQ record'],
  [
    'DynamoDB',
    'a record without a change',
    withoutChange,
    'Not a DynamoDB record: expected an object with "dynamodb" as in event.Records[0], got {"eventName": ..., ' +
      '"eventSource": ...}. Make one with DynamoDbFilter.record',
  ],
  ['DynamoDB', 'a change that is a text', changed('MODIFY'), 'dynamodb must be an object, got "MODIFY"'],
  [
    'DynamoDB',
    'an image without types',
    changed({ NewImage: { status: 'ready' } }),
    'Not a DynamoDB record: dynamodb.NewImage.status must have a type, such as {"S": "text"}, got "ready". Make one ' +
      'with DynamoDbFilter.record',
  ],
  [
    'DynamoDB',
    'a number that is a number',
    changed({ Keys: { id: { N: 101 } } }),
    'dynamodb.Keys.id must have a type, such as {"S": "text"}, got {"N": ...}',
  ],
  [
    'DynamoDB',
    'a type that is none',
    changed({ OldImage: { id: { X: '1' } } }),
    'dynamodb.OldImage.id must have a type',
  ],
  [
    'DynamoDB',
    'a value with two types',
    changed({ OldImage: { id: { S: '1', N: '1' } } }),
    'dynamodb.OldImage.id must have a type',
  ],
  ['DynamoDB', 'a record of Kinesis', kinesis(base64(READY)), 'This is a Kinesis record'],
  [
    'Kafka',
    'the whole event',
    { eventSource: 'aws:kafka', records: { 'orders-0': [kafka(base64(READY))] } },
    'Not a Kafka record: expected an object with "value" as in event.records["topic-0"][0], got {"eventSource": ' +
      '..., "records": ...}. Pass one record, not the whole event',
  ],
  ['Kafka', 'a value that was decoded', kafka(READY), 'Not a Kafka record: value must be base64, got'],
  [
    'ActiveMQ',
    'the whole event',
    { eventSource: 'aws:mq', messages: [active(base64('x'))] },
    'as in event.messages[0], got {"eventSource": ..., "messages": ...}. Pass one record',
  ],
  ['ActiveMQ', 'a message of RabbitMQ', rabbit(base64(READY)), 'This is a RabbitMQ record'],
  [
    'RabbitMQ',
    'the whole event',
    { rmqMessagesByQueue: { 'jobs::/': [rabbit(base64('x'))] } },
    'as in event.rmqMessagesByQueue["queue::/"][0], got {"rmqMessagesByQueue": ...}. Pass one',
  ],
  ['RabbitMQ', 'a message of ActiveMQ', active(base64(READY)), 'This is an ActiveMQ record'],
];

describe.each(Object.keys(FILTERS))('a filter for %s', (source) => {
  test.each(WRONG.filter(([one]) => one === source).map(([, what, record, says]) => ({ what, record, says })))(
    'refuses $what',
    ({ record, says }) => {
      expect(() => FILTERS[source].evaluate(record)).toThrow(says);
    },
  );
});

test('all filters of a mapping refuse what is no record', () => {
  expect(() => EventFilter.evaluateAll([FILTERS.SQS], { Records: [] })).toThrow('Pass one record, not the whole event');
});

test('a pattern that Lambda would refuse is told', () => {
  expect(() => SqsFilter.fromPattern({ body: { a: 'x' } }).evaluate(message(READY))).toThrow(
    'Invalid filter pattern: {"body":{"a":"x"}} has "x" at body.a',
  );
  expect(() => SqsFilter.of({ jsonBody: { a: FieldRule.number(NaN) } }).evaluate(message(READY))).toThrow(
    'has NaN, which is not a JSON value at body.a[0]',
  );
  expect(() => SqsFilter.of({ jsonBody: { a: FieldRule.number(2 ** 60) } }).evaluate(message(READY))).toThrow(
    'has a number that JavaScript has rounded to 1152921504606847000',
  );
});
