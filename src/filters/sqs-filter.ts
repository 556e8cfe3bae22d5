import { EventFilter } from './event-filter';

/**
 * Chooses the messages of an SQS queue.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
 */
export class SqsFilter extends EventFilter {
  /**
   * A pattern as an object: `{ body: { status: ['ready'] } }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [field: string]: any }): SqsFilter {
    return new SqsFilter(pattern);
  }

  /**
   * A pattern as JSON text, or as a token.
   *
   * @param pattern a JSON object, at most 4,096 characters long
   */
  public static fromJson(pattern: string): SqsFilter {
    return new SqsFilter(pattern);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'sqs';

  private constructor(pattern: string | object) {
    super(pattern);
  }
}

/** What a pattern can start with. */
export const SQS_RECORD_KEYS = ['body', 'attributes'];
