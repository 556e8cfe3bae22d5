import { bytesOf, signedBytesOf } from '../../filters/record-encoding';

/** A message of a RabbitMQ queue, for a unit test. */
export interface RabbitMqRecordOptions {
  /**
   * The data, not encoded: text, or a value to write as JSON.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   */
  readonly data: any;

  /**
   * Properties of the message, such as `appId` or `contentType`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   * @default - null for each, and the size of the data
   */
  readonly basicProperties?: { [name: string]: any };

  /**
   * Headers of the message. A text becomes a list of bytes, as RabbitMQ sends it.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   * @default - none
   */
  readonly headers?: { [name: string]: any };

  /**
   * Whether the message was delivered before.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   * @default false
   */
  readonly redelivered?: boolean;
}

/** A message as the function gets it. */
export function rabbitMqRecord(options: RabbitMqRecordOptions): { [name: string]: any } {
  const { data, basicProperties, headers, redelivered = false } = options;
  const bytes = bytesOf(data, 'RabbitMqFilter.record: data');
  return {
    basicProperties: {
      contentType: null,
      contentEncoding: null,
      headers: headers ? headersOf(headers) : null,
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
      bodySize: bytes.length,
      ...basicProperties,
    },
    redelivered,
    data: bytes.toString('base64'),
  };
}

function headersOf(headers: { readonly [name: string]: unknown }): object {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? { bytes: signedBytesOf(value) } : value,
    ]),
  );
}
