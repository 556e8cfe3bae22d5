import { EventFilter } from './event-filter';

/**
 * Chooses the records of a DynamoDB stream.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
 */
export class DynamoDbFilter extends EventFilter {
  /**
   * A pattern as an object: `{ eventName: ['INSERT'] }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [field: string]: any }): DynamoDbFilter {
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
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'dynamo-db';

  private constructor(pattern: string | object) {
    super(pattern);
  }
}

/** What a pattern can start with. */
export const DYNAMO_DB_RECORD_KEYS = ['dynamodb', 'eventName', 'userIdentity'];
