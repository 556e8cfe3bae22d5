import { KafkaRecordOptions, kafkaRecord } from './record';
import { KAFKA_RECORD } from './record-shape';
import { EventFilter } from '../../filters/event-filter';
import { FieldRule } from '../../filters/field-rule';
import { nested, under } from '../../filters/nested';

/** Rules for a record of a Kafka topic. Of `jsonValue` and `textValue`, only one. */
export interface KafkaFilterRules {
  /**
   * Rules for the fields of a JSON value, by their paths: `order.total` is the field `total` of the object `order`.
   *
   * Do not mix JSON and text in one topic. A record of the other format is delivered unfiltered by the documents of
   * AWS, and was seen
   * to be dropped.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-filtering.html
   * @default - any value
   */
  readonly jsonValue?: { [path: string]: FieldRule };

  /**
   * A rule for a value that is text, and not JSON.
   *
   * Do not mix JSON and text in one topic. A record of the other format is delivered unfiltered by the documents of
   * AWS, and was seen
   * to be dropped.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-filtering.html
   * @default - any value
   */
  readonly textValue?: FieldRule;

  /**
   * A rule for the topic.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-filtering.html
   * @default - any topic
   */
  readonly topic?: FieldRule;
}

/**
 * Chooses the records of a Kafka topic, on Amazon MSK or elsewhere.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-filtering.html
 * @example
 * import { FieldRule, KafkaFilter } from 'cdk-event-source-mappings';
 *
 * const problems = KafkaFilter.of({ jsonValue: { level: FieldRule.string('WARN', 'ERROR') } });
 * const delivered = problems.evaluate(KafkaFilter.record({ value: { level: 'INFO' } })).delivered;
 */
export class KafkaFilter extends EventFilter {
  /**
   * Records that match all rules.
   *
   * @param rules what a record has to be
   */
  public static of(rules: KafkaFilterRules): KafkaFilter {
    const { jsonValue, textValue, topic } = rules;
    return new KafkaFilter(nested({ value: textValue, ...under('value', jsonValue), topic }));
  }

  /**
   * A pattern as an object: `{ value: { status: ['ready'] } }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [optionSpec: string]: any }): KafkaFilter {
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
   * Makes a record for a unit test, as the function gets it: for `evaluate`, and for the function itself.
   *
   * @param options the record, decoded
   */
  public static record(options: KafkaRecordOptions): { [name: string]: any } {
    // jsii has no other type for JSON
    return kafkaRecord(options);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'kafka';

  /** @internal */
  public readonly _shape = KAFKA_RECORD;

  private constructor(pattern: string | object) {
    super(pattern);
  }
}
