import { EventFilter } from './event-filter';

/**
 * Chooses the records of a Kinesis stream or one of its consumers.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html
 */
export class KinesisFilter extends EventFilter {
  /**
   * A pattern as an object: `{ data: { status: ['ready'] } }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [field: string]: any }): KinesisFilter {
    return new KinesisFilter(pattern);
  }

  /**
   * A pattern as JSON text, or as a token.
   *
   * @param pattern a JSON object, at most 4,096 characters long
   */
  public static fromJson(pattern: string): KinesisFilter {
    return new KinesisFilter(pattern);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'kinesis';

  private constructor(pattern: string | object) {
    super(pattern);
  }
}

/** What a pattern can start with. */
export const KINESIS_RECORD_KEYS = ['data', 'partitionKey', 'sequenceNumber', 'approximateArrivalTimestamp', 'kinesisSchemaVersion'];
