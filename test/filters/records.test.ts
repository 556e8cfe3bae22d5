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

/** As AWS documents them, in the samples of each source's page. */
const SAMPLES: { readonly [source: string]: readonly [made: object, sample: object] } = {
  SQS: [
    SqsFilter.record({ body: 'Test message.', messageAttributes: { tenant: 'a', attempt: 2 }, messageId: 'm-1' }),
    {
      messageId: 'm-1',
      receiptHandle: expect.any(String),
      body: 'Test message.',
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
        SenderId: expect.any(String),
        ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
      },
      messageAttributes: {
        tenant: { stringValue: 'a', stringListValues: [], binaryListValues: [], dataType: 'String' },
        attempt: { stringValue: '2', stringListValues: [], binaryListValues: [], dataType: 'Number' },
      },
      md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:my-queue',
      awsRegion: 'us-east-1',
    },
  ],
  Kinesis: [
    KinesisFilter.record({ data: 'Hello, this is a test.', partitionKey: 'de-1', sequenceNumber: '49' }),
    {
      kinesis: {
        kinesisSchemaVersion: '1.0',
        partitionKey: 'de-1',
        sequenceNumber: '49',
        data: 'SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==',
        approximateArrivalTimestamp: 1_767_225_600,
      },
      eventSource: 'aws:kinesis',
      eventVersion: '1.0',
      eventID: 'shardId-000000000000:49',
      eventName: 'aws:kinesis:record',
      invokeIdentityArn: 'arn:aws:iam::123456789012:role/my-role',
      awsRegion: 'us-east-1',
      eventSourceARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/my-stream',
    },
  ],
  DynamoDB: [
    DynamoDbFilter.record({ keys: { Id: 101 }, newImage: { Id: 101, Message: 'New item!' } }),
    {
      eventID: '1',
      eventVersion: '1.1',
      dynamodb: {
        ApproximateCreationDateTime: 1_767_225_600,
        Keys: { Id: { N: '101' } },
        NewImage: { Id: { N: '101' }, Message: { S: 'New item!' } },
        SequenceNumber: '111',
        SizeBytes: 26,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
      awsRegion: 'us-east-1',
      eventName: 'INSERT',
      eventSourceARN: 'arn:aws:dynamodb:us-east-1:123456789012:table/my-table/stream/2026-01-01T00:00:00.000',
      eventSource: 'aws:dynamodb',
    },
  ],
  Kafka: [
    KafkaFilter.record({
      value: 'Hello, this is a test.',
      key: { id: 1 },
      headers: { headerKey: 'headerValue', name: 'é' },
    }),
    {
      topic: 'my-topic',
      partition: 0,
      offset: 15,
      timestamp: 1_767_225_600_000,
      timestampType: 'CREATE_TIME',
      key: 'eyJpZCI6MX0=',
      value: 'SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==',
      headers: [{ headerKey: [104, 101, 97, 100, 101, 114, 86, 97, 108, 117, 101] }, { name: [-61, -87] }],
    },
  ],
  ActiveMQ: [
    ActiveMqFilter.record({ data: 'ABC:AAAA', correlationId: 'c-1', queue: 'testQueue', properties: { index: '1' } }),
    {
      messageID: expect.stringMatching(/^ID:/),
      messageType: 'jms/text-message',
      deliveryMode: 1,
      replyTo: null,
      type: null,
      expiration: '60000',
      priority: 4,
      correlationID: 'c-1',
      redelivered: false,
      destination: { physicalName: 'testQueue' },
      data: 'QUJDOkFBQUE=',
      timestamp: 1_767_225_600_000,
      brokerInTime: 1_767_225_600_000,
      brokerOutTime: 1_767_225_600_001,
      properties: { index: '1' },
    },
  ],
  RabbitMQ: [
    RabbitMqFilter.record({
      data: '{"timeout":0,"data":"CZrmf0Gw8Ov4bqLQxD4E"}',
      basicProperties: { contentType: 'text/plain' },
      headers: { header1: 'value1', numberInHeader: 10 },
    }),
    {
      basicProperties: {
        contentType: 'text/plain',
        contentEncoding: null,
        headers: { header1: { bytes: [118, 97, 108, 117, 101, 49] }, numberInHeader: 10 },
        deliveryMode: 1,
        priority: null,
        correlationId: null,
        replyTo: null,
        expiration: null,
        messageId: null,
        timestamp: null,
        type: null,
        userId: null,
        appId: null,
        clusterId: null,
        bodySize: 43,
      },
      redelivered: false,
      data: 'eyJ0aW1lb3V0IjowLCJkYXRhIjoiQ1pybWYwR3c4T3Y0YnFMUXhENEUifQ==',
    },
  ],
};

test.each(Object.keys(SAMPLES))('a record for %s is as AWS documents it', (source) => {
  const [made, sample] = SAMPLES[source];
  expect(made).toEqual(sample);
});

const JSON_PAYLOAD = { order: { total: 250 } };
const jsonData = { 'order.total': FieldRule.number(250) };
const time = new Date('2026-02-03T04:05:06.789Z');

type Seen = readonly [what: string, filter: EventFilter, delivered: object, other: object];

const sqs = (options: object) => SqsFilter.record({ body: 'x', ...options });
const kinesis = (options: object) => KinesisFilter.record({ data: 'x', ...options });
const activeMq = (options: object) => ActiveMqFilter.record({ data: 'x', ...options });
const rabbitMq = (options: object) => RabbitMqFilter.record({ data: 'x', ...options });
const group = SqsFilter.fromPattern({ attributes: { MessageGroupId: ['g'] } });
const german = KinesisFilter.of({ partitionKey: FieldRule.prefix('de-') });
const binary = ActiveMqFilter.fromPattern({ messageType: ['jms/bytes-message'] });
const ofShop = RabbitMqFilter.of({ basicProperties: { appId: FieldRule.string('shop') } });
const expired = DynamoDbFilter.of({ ttlDeletions: true });
const sent = DynamoDbFilter.of({ newImage: { status: AttributeRule.string(FieldRule.string('sent')) } });
const arrival = KinesisFilter.fromPattern({ approximateArrivalTimestamp: [1_770_091_506.789] });
const creation = DynamoDbFilter.fromPattern({ dynamodb: { ApproximateCreationDateTime: [1_770_091_506] } });
const dynamoDb = (options: object) => DynamoDbFilter.record(options);
const kafka = (options: object) => KafkaFilter.record(options);
const { MODIFY, REMOVE } = DynamoDbEventName;

/** The parts of a record that filters see: each filter delivers the first record, and filters the second out. */
const SEEN: readonly Seen[] = [
  [
    'JSON of SQS',
    SqsFilter.of({ jsonBody: jsonData }),
    sqs({ body: JSON_PAYLOAD }),
    sqs({ body: '{"order":{"total":5}}' }),
  ],
  ['text of SQS', SqsFilter.of({ textBody: FieldRule.prefix('a') }), sqs({ body: 'ab' }), sqs({ body: 'b' })],
  ['attributes', group, sqs({ attributes: { MessageGroupId: 'g' } }), sqs({})],
  ['JSON of Kinesis', KinesisFilter.of({ jsonData }), kinesis({ data: JSON_PAYLOAD }), kinesis({ data: [] })],
  ['a partition key', german, kinesis({ partitionKey: 'de-1' }), kinesis({})],
  ['a time of arrival', arrival, kinesis({ approximateArrivalTimestamp: time }), kinesis({})],
  ['an image', sent, dynamoDb({ newImage: { status: 'sent' } }), dynamoDb({ oldImage: { status: 'sent' } })],
  ['a time of creation', creation, dynamoDb({ approximateCreationDateTime: time }), dynamoDb({})],
  ['a time to live', expired, dynamoDb({ ttlDeletion: true }), dynamoDb({ eventName: REMOVE })],
  ['JSON of Kafka', KafkaFilter.of({ jsonValue: jsonData }), kafka({ value: JSON_PAYLOAD }), kafka({})],
  ['a topic', KafkaFilter.of({ topic: FieldRule.string('orders') }), kafka({ topic: 'orders' }), kafka({})],
  ['JSON of ActiveMQ', ActiveMqFilter.of({ jsonData }), activeMq({ data: JSON_PAYLOAD }), activeMq({ data: {} })],
  ['a type', binary, activeMq({ messageType: 'jms/bytes-message' }), activeMq({})],
  ['JSON of RabbitMQ', RabbitMqFilter.of({ jsonData }), rabbitMq({ data: JSON_PAYLOAD }), rabbitMq({ data: {} })],
  ['an application', ofShop, rabbitMq({ basicProperties: { appId: 'shop' } }), rabbitMq({})],
  ['a redelivery', RabbitMqFilter.fromPattern({ redelivered: [true] }), rabbitMq({ redelivered: true }), rabbitMq({})],
];

test.each(SEEN)('a filter sees %s', (_, filter, delivered, other) => {
  expect(filter.evaluate(delivered).outcome).toBe(FilterOutcome.DELIVERED);
  expect(filter.evaluate(other).outcome).toBe(FilterOutcome.FILTERED_OUT);
});

test('bytes are sent as they are', () => {
  const bytes = Uint8Array.of(0, 0xff, 0xfe, 0x01).subarray(1);
  expect(KinesisFilter.record({ data: bytes }).kinesis).toMatchObject({ data: '//4B' });
  expect(RabbitMqFilter.record({ data: bytes })).toMatchObject({ data: '//4B', basicProperties: { bodySize: 3 } });
  const { outcome } = KinesisFilter.of({ jsonData }).evaluate(KinesisFilter.record({ data: bytes }));
  expect(outcome).toBe(FilterOutcome.DROPPED_FOR_FORMAT);
});

test('a record of Kafka without a value or key has no member for it', () => {
  expect(Object.keys(KafkaFilter.record({ topic: 'orders' }))).not.toContain('value');
  expect(Object.keys(KafkaFilter.record({ value: 'x' }))).not.toContain('key');
  expect(KafkaFilter.record({ value: null, key: null })).toEqual(KafkaFilter.record({}));
});

describe('DynamoDB', () => {
  const typeOf = (value: unknown) => {
    const record = DynamoDbFilter.record({ newImage: { value } }) as { dynamodb: { NewImage: { value: unknown } } };
    return record.dynamodb.NewImage.value;
  };

  test.each<readonly [plain: unknown, typed: object]>([
    ['text', { S: 'text' }],
    ['', { S: '' }],
    [101, { N: '101' }],
    [-2.5, { N: '-2.5' }],
    [true, { BOOL: true }],
    [null, { NULL: true }],
    [[1, 'a', null], { L: [{ N: '1' }, { S: 'a' }, { NULL: true }] }],
    [{ city: 'Berlin', at: [{ x: 1 }] }, { M: { city: { S: 'Berlin' }, at: { L: [{ M: { x: { N: '1' } } }] } } }],
    [{}, { M: {} }],
    [{ SS: ['a', 'b'] }, { SS: ['a', 'b'] }],
    [{ NS: ['1'] }, { NS: ['1'] }],
    [{ B: 'AAE=' }, { B: 'AAE=' }],
    [{ N: '1e30' }, { N: '1e30' }],
    [{ M: { S: { S: 'x' } } }, { M: { S: { S: 'x' } } }],
    // It only looks like a type.
    [{ S: 5 }, { M: { S: { N: '5' } } }],
    [{ S: 'x', N: '1' }, { M: { S: { S: 'x' }, N: { S: '1' } } }],
    [{ gone: undefined }, { M: {} }],
  ])('%j is sent as %j', (plain, typed) => expect(typeOf(plain)).toEqual(typed));

  test.each([
    [NaN, 'DynamoDbFilter.record: newImage.value is NaN, which has no DynamoDB type. Write one, such as { N: "1e30" }'],
    [2 ** 60, 'newImage.value is 1152921504606847000'],
    [[new Set(['a'])], 'newImage.value[0] is [object Set]'],
    [{ at: new Date(0) }, 'newImage.value.at is '],
  ])('%p is refused', (value, says) => expect(() => typeOf(value)).toThrow(says));

  const image = { id: '1' };
  test.each([
    [{}, 'INSERT', 'KEYS_ONLY'],
    [{ newImage: image }, 'INSERT', 'NEW_AND_OLD_IMAGES'],
    [{ oldImage: image }, 'REMOVE', 'NEW_AND_OLD_IMAGES'],
    [{ newImage: image, oldImage: image }, 'MODIFY', 'NEW_AND_OLD_IMAGES'],
    [{ newImage: image, eventName: DynamoDbEventName.MODIFY }, 'MODIFY', 'NEW_IMAGE'],
    [{ oldImage: image, eventName: DynamoDbEventName.MODIFY }, 'MODIFY', 'OLD_IMAGE'],
    [{ ttlDeletion: true }, 'REMOVE', 'KEYS_ONLY'],
  ])('the event of %j is %s, of a stream of %s', (options, eventName, StreamViewType) => {
    expect(DynamoDbFilter.record(options)).toMatchObject({ eventName, dynamodb: { StreamViewType } });
  });

  test.each([
    [{ oldImage: image, eventName: DynamoDbEventName.INSERT }, 'DynamoDbFilter.record: an INSERT has no oldImage'],
    [{ newImage: image, eventName: DynamoDbEventName.REMOVE }, 'DynamoDbFilter.record: a REMOVE has no newImage'],
    [{ newImage: image, ttlDeletion: true }, 'DynamoDbFilter.record: a REMOVE has no newImage'],
    [{ ttlDeletion: true, eventName: MODIFY }, 'DynamoDbFilter.record: ttlDeletion needs a REMOVE, got MODIFY'],
  ])('there is no event of %j', (options, says) => expect(() => DynamoDbFilter.record(options)).toThrow(says));
});

test.each<readonly [make: () => object, says: string]>([
  [
    () => SqsFilter.record({ body: undefined }),
    'SqsFilter.record: body must be a string or a JSON value, got undefined',
  ],
  [() => KinesisFilter.record({ data: null }), 'KinesisFilter.record: data must be a string or a JSON value, got null'],
  [
    () => ActiveMqFilter.record({ data: Symbol('x') }),
    'ActiveMqFilter.record: data must be a string or a JSON value, got Symbol(x)',
  ],
  [
    () => sqs({ messageAttributes: { a: true } }),
    'SqsFilter.record: messageAttributes.a must be a string or a number, got true',
  ],
])('%p is refused', (make, says) => expect(make).toThrow(says));
