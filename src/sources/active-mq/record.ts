import { TIME } from '../../filters/record-defaults';
import { base64Of } from '../../filters/record-encoding';

/** A message of an ActiveMQ queue, for a unit test. */
export interface ActiveMqRecordOptions {
  /**
   * The data, not encoded: text, or a value to write as JSON.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   */
  readonly data: any;

  /**
   * The type of the message: `jms/text-message` or `jms/bytes-message`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   * @default 'jms/text-message'
   */
  readonly messageType?: string;

  /**
   * The id of the message.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   * @default - a fixed id
   */
  readonly messageId?: string;

  /**
   * The correlation id that the sender gave the message.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   * @default - none
   */
  readonly correlationId?: string;

  /**
   * The name of the queue.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   * @default 'my-queue'
   */
  readonly queue?: string;

  /**
   * The properties that the sender gave the message.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   * @default - none
   */
  readonly properties?: { [name: string]: string };

  /**
   * Whether the message was delivered before.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
   * @default false
   */
  readonly redelivered?: boolean;
}

/** A message as the function gets it. */
export function activeMqRecord(options: ActiveMqRecordOptions): { [name: string]: any } {
  return {
    messageID: options.messageId ?? 'ID:b-1.mq.us-east-1.amazonaws.com-1-1-1:1:1:1:1',
    messageType: options.messageType ?? 'jms/text-message',
    deliveryMode: 1,
    replyTo: null,
    type: null,
    expiration: '60000',
    priority: 4,
    // AWS's page writes correlationId; what Lambda sends, and AWS's libraries read, is this.
    correlationID: options.correlationId ?? null,
    redelivered: options.redelivered ?? false,
    destination: { physicalName: options.queue ?? 'my-queue' },
    data: base64Of(options.data, 'ActiveMqFilter.record: data'),
    timestamp: TIME.getTime(),
    brokerInTime: TIME.getTime(),
    brokerOutTime: TIME.getTime() + 1,
    properties: options.properties ?? {},
  };
}
