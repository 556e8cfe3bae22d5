import { ACCOUNT, REGION, SEQUENCE_NUMBER, TIME } from '../../filters/record-defaults';
import { base64Of } from '../../filters/record-encoding';

/** A record of a Kinesis stream, for a unit test. */
export interface KinesisRecordOptions {
  /**
   * The data, not encoded: text, or a value to write as JSON.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
   */
  readonly data: any;

  /**
   * The partition key.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
   * @default '1'
   */
  readonly partitionKey?: string;

  /**
   * The sequence number, by which a function reports the record as failed.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
   * @default - a fixed number
   */
  readonly sequenceNumber?: string;

  /**
   * The time at which the record arrived at the stream.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
   * @default - 2026-01-01T00:00:00Z
   */
  readonly approximateArrivalTimestamp?: Date;
}

/** A record as the function gets it. */
export function kinesisRecord(options: KinesisRecordOptions): { [name: string]: any } {
  const { data, partitionKey = '1', sequenceNumber = SEQUENCE_NUMBER, approximateArrivalTimestamp = TIME } = options;
  return {
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey,
      sequenceNumber,
      data: base64Of(data, 'KinesisFilter.record: data'),
      approximateArrivalTimestamp: approximateArrivalTimestamp.getTime() / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `shardId-000000000000:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: `arn:aws:iam::${ACCOUNT}:role/my-role`,
    awsRegion: REGION,
    eventSourceARN: `arn:aws:kinesis:${REGION}:${ACCOUNT}:stream/my-stream`,
  };
}
