import { KinesisRecordOptions, kinesisRecord } from './kinesis-record';
import { KINESIS_RECORD } from './kinesis-record-shape';
import { EventFilter } from '../../filters/event-filter';
import { FieldRule } from '../../filters/field-rule';
import { nested, under } from '../../filters/nested';

/** Rules for a record of a Kinesis stream. */
export interface KinesisFilterRules {
  /**
   * Rules for the fields of the data, by their paths: `order.total` is the field `total` of the object `order`.
   *
   * Lambda skips a record whose data is not JSON. There are no rules on data that is text.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html
   * @default - any data
   */
  readonly jsonData?: { [path: string]: FieldRule };

  /**
   * A rule for the partition key.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html
   * @default - any partition key
   */
  readonly partitionKey?: FieldRule;
}

/**
 * Chooses the records of a Kinesis stream or one of its consumers.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html
 * @example
 * import {
 *   FieldRule,
 *   KinesisEventSourceMapping,
 *   KinesisFilter,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * new KinesisEventSourceMapping(this, 'LargeOrders', {
 *   stream,
 *   target: handler,
 *   startingPosition: StreamStartingPosition.latest(),
 *   filters: [KinesisFilter.of({ jsonData: { 'order.total': FieldRule.numberIn({ atLeast: 100 }) } })],
 * });
 */
export class KinesisFilter extends EventFilter {
  /**
   * Records that match all rules.
   *
   * @param rules what a record has to be
   */
  public static of(rules: KinesisFilterRules): KinesisFilter {
    const { jsonData, partitionKey } = rules;
    return new KinesisFilter(nested({ ...under('data', jsonData), partitionKey }));
  }

  /**
   * A pattern as an object: `{ data: { status: ['ready'] } }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [optionSpec: string]: any }): KinesisFilter {
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
   * Makes a record for a unit test, as the function gets it: for `evaluate`, and for the function itself.
   *
   * @param options the record, decoded
   */
  public static record(options: KinesisRecordOptions): { [name: string]: any } {
    // jsii has no other type for JSON
    return kinesisRecord(options);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'kinesis';

  /** @internal */
  public readonly _shape = KINESIS_RECORD;

  private constructor(pattern: string | object) {
    super(pattern);
  }
}
