import { AttributeRule } from './attribute-rule';
import { DynamoDbEventName } from './event-name';
import { DynamoDbRecordOptions, dynamoDbRecord } from './record';
import { DYNAMO_DB_RECORD } from './record-shape';
import { EventFilter } from '../../filters/event-filter';

/** Rules for a record of a DynamoDB stream. */
export interface DynamoDbFilterRules {
  /**
   * The kinds of change: insert, modify, remove.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
   * @default - anything
   */
  readonly eventNames?: DynamoDbEventName[];

  /**
   * Rules for the attributes of the item's key, by their names.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
   * @default - any key
   */
  readonly keys?: { [name: string]: AttributeRule };

  /**
   * Rules for the attributes of the item after the change, by their names.
   *
   * There is a new image only where the stream has one, and not in a REMOVE.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
   * @default - anything
   */
  readonly newImage?: { [name: string]: AttributeRule };

  /**
   * Rules for the attributes of the item before the change, by their names.
   *
   * There is an old image only where the stream has one, and not in an INSERT.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
   * @default - anything
   */
  readonly oldImage?: { [name: string]: AttributeRule };

  /**
   * Whether to choose only what DynamoDB deleted because its time to live was over.
   *
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html
   * @default false
   */
  readonly ttlDeletions?: boolean;
}

/**
 * Chooses the records of a DynamoDB stream.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
 * @example
 * import {
 *   AttributeRule, DynamoDbEventName, DynamoDbEventSourceMapping, DynamoDbFilter, DynamoDbStartingPosition,
 *   FieldRule,
 * } from 'cdk-event-source-mappings';
 *
 * new DynamoDbEventSourceMapping(this, 'Orders', {
 *   table,
 *   target: handler,
 *   startingPosition: DynamoDbStartingPosition.latest(),
 *   filters: [DynamoDbFilter.of({
 *     eventNames: [DynamoDbEventName.INSERT, DynamoDbEventName.MODIFY],
 *     newImage: { status: AttributeRule.string(FieldRule.string('shipped')) },
 *   })],
 * });
 */
export class DynamoDbFilter extends EventFilter {
  /**
   * Records that match all rules.
   *
   * @param rules what a record has to be
   */
  public static of(rules: DynamoDbFilterRules): DynamoDbFilter {
    const { eventNames, keys, newImage, oldImage, ttlDeletions } = rules;
    const images = Object.entries({ Keys: keys, NewImage: newImage, OldImage: oldImage }).filter(([, image]) => image);
    return new DynamoDbFilter({
      eventName: eventNames ?? undefined,
      userIdentity: ttlDeletions ? { type: ['Service'], principalId: ['dynamodb.amazonaws.com'] } : undefined,
      dynamodb: images.length > 0 ? Object.fromEntries(images) : undefined,
    });
  }

  /**
   * A pattern as an object: `{ eventName: ['INSERT'] }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [optionSpec: string]: any }): DynamoDbFilter {
    return new DynamoDbFilter(pattern);
  }

  /**
   * A pattern as JSON text, or as a token.
   *
   * @param pattern a JSON object, at most 4,096 characters long
   */
  public static fromJson(pattern: string): DynamoDbFilter {
    return new DynamoDbFilter(pattern);
  }

  /**
   * Makes a record for a unit test, as the function gets it: for `evaluate`, and for the function itself.
   *
   * @param options the record, decoded
   */
  public static record(options: DynamoDbRecordOptions): { [name: string]: any } {
    // jsii has no other type for JSON
    return dynamoDbRecord(options);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'dynamo-db';

  /** @internal */
  public readonly _shape = DYNAMO_DB_RECORD;

  private constructor(pattern: string | object) {
    super(pattern);
  }
}
