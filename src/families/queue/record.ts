import { createHash } from 'crypto';
import { ACCOUNT, REGION, TIME } from '../../filters/record-defaults';
import { payloadText } from '../../filters/record-encoding';

/** A message of an SQS queue, for a unit test. */
export interface SqsRecordOptions {
  /**
   * The body: text, or a value to write as JSON.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
   */
  readonly body: any;

  /**
   * Attributes that SQS adds to a message, such as `MessageGroupId`, beside those that each message has.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
   * @default - one receive, and a fixed sender and time
   */
  readonly attributes?: { [name: string]: string };

  /**
   * Attributes that the sender adds to a message: texts and numbers. Filters don't see them.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
   * @default - none
   */
  readonly messageAttributes?: { [name: string]: any };

  /**
   * The id of the message, by which a function reports it as failed.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
   * @default - a fixed id
   */
  readonly messageId?: string;
}

/** A message as the function gets it. */
export function sqsRecord(options: SqsRecordOptions): { [name: string]: any } {
  const { body, attributes, messageAttributes = {}, messageId = '11111111-2222-4333-8444-555555555555' } = options;
  const text = payloadText(body, 'SqsFilter.record: body');
  return {
    messageId,
    receiptHandle: 'receipt-handle',
    body: text,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: String(TIME.getTime()),
      SenderId: ACCOUNT,
      ApproximateFirstReceiveTimestamp: String(TIME.getTime()),
      ...attributes,
    },
    messageAttributes: attributesOf(messageAttributes),
    md5OfBody: createHash('md5').update(text).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:my-queue`,
    awsRegion: REGION,
  };
}

function attributesOf(values: { readonly [name: string]: unknown }): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, messageAttributeOf(name, value)]));
}

function messageAttributeOf(name: string, value: unknown): object {
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new Error(`SqsFilter.record: messageAttributes.${name} must be a string or a number, got ${String(value)}`);
  }
  return {
    stringValue: String(value),
    stringListValues: [],
    binaryListValues: [],
    dataType: typeof value === 'number' ? 'Number' : 'String',
  };
}
