import { EventFilter } from './event-filter';

/**
 * Chooses the messages of a RabbitMQ queue.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq-filtering.html
 */
export class RabbitMqFilter extends EventFilter {
  /**
   * A pattern as an object: `{ data: { status: ['ready'] } }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [field: string]: any }): RabbitMqFilter {
    return new RabbitMqFilter(pattern);
  }

  /**
   * A pattern as JSON text, or as a token.
   *
   * @param pattern a JSON object, at most 4,096 characters long
   */
  public static fromJson(pattern: string): RabbitMqFilter {
    return new RabbitMqFilter(pattern);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'rabbit-mq';

  private constructor(pattern: string | object) {
    super(pattern);
  }
}

/** What a pattern can start with. */
export const RABBIT_MQ_RECORD_KEYS = ['data', 'basicProperties', 'redelivered'];
