import { TIME } from '../../filters/record-defaults';
import { base64Of, signedBytesOf } from '../../filters/record-encoding';

/** A record of a Kafka topic, for a unit test. */
export interface KafkaRecordOptions {
  /**
   * The value, not encoded: text, or something to write as JSON.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
   * @default - no value: the record is a tombstone
   */
  readonly value?: any;

  /**
   * The key, not encoded: text, or something to write as JSON.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
   * @default - no key
   */
  readonly key?: any;

  /**
   * The topic.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
   * @default 'my-topic'
   */
  readonly topic?: string;

  /**
   * The partition.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
   * @default 0
   */
  readonly partition?: number;

  /**
   * The offset, by which a function reports the record as failed.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
   * @default 15
   */
  readonly offset?: number;

  /**
   * The headers: a text for each name.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
   * @default - none
   */
  readonly headers?: { [name: string]: string };

  /**
   * The time at which the record was created.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
   * @default - 2026-01-01T00:00:00Z
   */
  readonly timestamp?: Date;
}

/** A record as the function gets it. */
export function kafkaRecord(options: KafkaRecordOptions): { [name: string]: any } {
  const { value, key, topic = 'my-topic', partition = 0, offset = 15, headers = {}, timestamp = TIME } = options;
  return {
    topic,
    partition,
    offset,
    timestamp: timestamp.getTime(),
    timestampType: 'CREATE_TIME',
    ...optional('key', key),
    ...optional('value', value),
    headers: Object.entries(headers).map(([name, text]) => ({ [name]: signedBytesOf(text) })),
  };
}

/** A record has no member for what is null in Kafka. */
function optional(name: string, payload: unknown): { [name: string]: string } {
  return payload === undefined || payload === null ? {} : { [name]: base64Of(payload, `KafkaFilter.record: ${name}`) };
}
