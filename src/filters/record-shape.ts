/**
 * What Lambda sees of a source's records when it filters them.
 *
 * @internal
 */
export interface RecordShape {
  /** What a record is called: 'an SQS record'. */
  readonly title: string;
  /** Where the function finds a record. */
  readonly place: string;
  /** A key that all records of this source have, and none of another. */
  readonly mark: string;
  /** What makes a record for a test. */
  readonly builder: string;
  /** What a pattern can start with. */
  readonly keys: readonly string[];
  /** What the function sees of a record and a filter does not. */
  readonly unseen: readonly string[];
  /** The object in which the function finds the keys. */
  readonly within?: string;
  /** The key of what the producer wrote, which is JSON or not. */
  readonly payload?: string;
  /** Whether the function gets the payload in base64. */
  readonly isBase64?: boolean;
  /** Whether there can be rules on a payload that is not JSON. */
  readonly hasText?: boolean;
  /** What happens to a record whose payload is JSON where the filter asks for text, or text where it asks for JSON. */
  readonly onMismatch?: string;
  /** Whether values stand below the letters of their types. */
  readonly hasTypeLetters?: boolean;
}

const ADDED_BY_LAMBDA = ['awsRegion', 'eventSource', 'eventSourceARN', 'eventSourceArn', 'eventVersion', 'eventID', 'invokeIdentityArn', 'eventSourceKey'];
const UNSURE = 'AWS documents that it is then judged by its metadata alone, and was seen to drop it';

export const SQS_MESSAGE: RecordShape = {
  title: 'an SQS record',
  place: 'event.Records[0]',
  mark: 'body',
  builder: 'SqsFilter.record',
  keys: ['body', 'attributes'],
  unseen: [...ADDED_BY_LAMBDA, 'messageId', 'receiptHandle', 'messageAttributes', 'md5OfBody', 'md5OfMessageAttributes'],
  payload: 'body',
  hasText: true,
  onMismatch: 'Lambda deletes it from the queue',
};

export const KINESIS_RECORD: RecordShape = {
  title: 'a Kinesis record',
  place: 'event.Records[0]',
  mark: 'kinesis',
  builder: 'KinesisFilter.record',
  keys: ['data', 'partitionKey', 'sequenceNumber', 'approximateArrivalTimestamp', 'kinesisSchemaVersion'],
  unseen: [...ADDED_BY_LAMBDA, 'eventName'],
  within: 'kinesis',
  payload: 'data',
  isBase64: true,
  onMismatch: 'Lambda moves on in the stream',
};

export const DYNAMO_DB_RECORD: RecordShape = {
  title: 'a DynamoDB record',
  place: 'event.Records[0]',
  mark: 'dynamodb',
  builder: 'DynamoDbFilter.record',
  keys: ['dynamodb', 'eventName', 'userIdentity'],
  unseen: ADDED_BY_LAMBDA,
  hasTypeLetters: true,
};

export const KAFKA_RECORD: RecordShape = {
  title: 'a Kafka record',
  place: 'event.records["topic-0"][0]',
  mark: 'topic',
  builder: 'KafkaFilter.record',
  keys: ['value', 'key', 'topic', 'partition', 'offset', 'timestamp', 'timestampType', 'headers'],
  unseen: [...ADDED_BY_LAMBDA, 'bootstrapServers', 'keySchemaMetadata', 'valueSchemaMetadata'],
  payload: 'value',
  isBase64: true,
  hasText: true,
  onMismatch: UNSURE,
};

export const ACTIVE_MQ_MESSAGE: RecordShape = {
  title: 'an ActiveMQ record',
  place: 'event.messages[0]',
  mark: 'messageID',
  builder: 'ActiveMqFilter.record',
  keys: [
    'data', 'messageID', 'messageType', 'timestamp', 'deliveryMode', 'redelivered', 'correlationID',
    'replyTo', 'destination', 'type', 'expiration', 'priority', 'brokerInTime', 'brokerOutTime', 'properties',
  ],
  unseen: ADDED_BY_LAMBDA,
  payload: 'data',
  isBase64: true,
  hasText: true,
  onMismatch: UNSURE,
};

export const RABBIT_MQ_MESSAGE: RecordShape = {
  title: 'a RabbitMQ record',
  place: 'event.rmqMessagesByQueue["queue::/"][0]',
  mark: 'basicProperties',
  builder: 'RabbitMqFilter.record',
  keys: ['data', 'basicProperties', 'redelivered'],
  unseen: ADDED_BY_LAMBDA,
  payload: 'data',
  isBase64: true,
  hasText: true,
  onMismatch: UNSURE,
};

/** The records of all sources: a record has the mark of its own source alone. */
export const RECORD_SHAPES: readonly RecordShape[] = [
  SQS_MESSAGE, KINESIS_RECORD, DYNAMO_DB_RECORD, KAFKA_RECORD, ACTIVE_MQ_MESSAGE, RABBIT_MQ_MESSAGE,
];
