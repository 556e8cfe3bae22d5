import { typedAttributes } from './attribute-values';
import { DynamoDbEventName } from './event-name';
import { ACCOUNT, REGION, TIME } from '../../filters/record-defaults';

/**
 * A change of an item of a DynamoDB table, for a unit test.
 *
 * Attributes are plain values: `{ status: 'shipped', parcels: 2 }`. Sets and binary values need their
 * types, others may have them: `{ tags: { SS: ['a', 'b'] } }`.
 */
export interface DynamoDbRecordOptions {
  /**
   * The attributes of the item's key.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
   * @default - `{ id: '1' }`
   */
  readonly keys?: { [name: string]: any };

  /**
   * The attributes of the item after the change.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
   * @default - no new image
   */
  readonly newImage?: { [name: string]: any };

  /**
   * The attributes of the item before the change.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
   * @default - no old image
   */
  readonly oldImage?: { [name: string]: any };

  /**
   * The kind of change: insert, modify or remove.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
   * @default - MODIFY with both images, REMOVE with an old image alone, INSERT otherwise
   */
  readonly eventName?: DynamoDbEventName;

  /**
   * Whether DynamoDB deleted the item because its time to live was over.
   *
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html
   * @default false
   */
  readonly ttlDeletion?: boolean;

  /**
   * The sequence number, by which a function reports the record as failed.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
   * @default '111'
   */
  readonly sequenceNumber?: string;

  /**
   * The time of the change.
   *
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamRecord.html
   * @default - 2026-01-01T00:00:00Z
   */
  readonly approximateCreationDateTime?: Date;
}

/** A record as the function gets it. */
export function dynamoDbRecord(options: DynamoDbRecordOptions): { [name: string]: any } {
  const { keys = { id: '1' }, newImage, oldImage, ttlDeletion } = options;
  const { sequenceNumber = '111', approximateCreationDateTime = TIME } = options;
  const eventName = eventNameOf(options);
  return {
    eventID: '1',
    eventVersion: '1.1',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(approximateCreationDateTime.getTime() / 1000),
      Keys: typed(keys, 'keys'),
      ...(newImage && { NewImage: typed(newImage, 'newImage') }),
      ...(oldImage && { OldImage: typed(oldImage, 'oldImage') }),
      SequenceNumber: sequenceNumber,
      SizeBytes: 26,
      StreamViewType: viewTypeOf(eventName, options),
    },
    ...(ttlDeletion && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
    awsRegion: REGION,
    eventName,
    eventSourceARN: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/my-table/stream/2026-01-01T00:00:00.000`,
    eventSource: 'aws:dynamodb',
  };
}

/** The event, which has to be one that DynamoDB can send with these images. */
function eventNameOf({ eventName, newImage, oldImage, ttlDeletion }: DynamoDbRecordOptions): DynamoDbEventName {
  const likely = ttlDeletion ? DynamoDbEventName.REMOVE : byImages(newImage, oldImage);
  const name = eventName ?? likely;
  const { INSERT, REMOVE } = DynamoDbEventName;
  if (name === INSERT && oldImage) throw new Error('DynamoDbFilter.record: an INSERT has no oldImage');
  if (name === REMOVE && newImage) throw new Error('DynamoDbFilter.record: a REMOVE has no newImage');
  if (name !== REMOVE && ttlDeletion) throw new Error(`DynamoDbFilter.record: ttlDeletion needs a REMOVE, got ${name}`);
  return name;
}

function byImages(newImage?: object, oldImage?: object): DynamoDbEventName {
  if (oldImage === undefined) return DynamoDbEventName.INSERT;
  return newImage === undefined ? DynamoDbEventName.REMOVE : DynamoDbEventName.MODIFY;
}

/** The view type of a stream that sends these images. */
function viewTypeOf(eventName: DynamoDbEventName, { newImage, oldImage }: DynamoDbRecordOptions): string {
  if (newImage === undefined && oldImage === undefined) return 'KEYS_ONLY';
  const hasBoth = newImage !== undefined && oldImage !== undefined;
  if (hasBoth || eventName !== DynamoDbEventName.MODIFY) return 'NEW_AND_OLD_IMAGES';
  return newImage === undefined ? 'OLD_IMAGE' : 'NEW_IMAGE';
}

function typed(attributes: { readonly [name: string]: unknown }, option: string): object {
  return typedAttributes(attributes, `DynamoDbFilter.record: ${option}`);
}
