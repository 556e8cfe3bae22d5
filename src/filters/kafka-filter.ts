import { EventFilter } from './event-filter';

/**
 * Chooses the records of a Kafka topic, on Amazon MSK or elsewhere.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-filtering.html
 */
export class KafkaFilter extends EventFilter {
  /**
   * A pattern as an object: `{ value: { status: ['ready'] } }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [field: string]: any }): KafkaFilter {
    return new KafkaFilter(pattern);
  }

  /**
   * A pattern as JSON text, or as a token.
   *
   * @param pattern a JSON object, at most 4,096 characters long
   */
  public static fromJson(pattern: string): KafkaFilter {
    return new KafkaFilter(pattern);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'kafka';

  private constructor(pattern: string | object) {
    super(pattern);
  }
}

/** What a pattern can start with. */
export const KAFKA_RECORD_KEYS = ['value', 'key', 'topic', 'partition', 'offset', 'timestamp', 'timestampType', 'headers'];
