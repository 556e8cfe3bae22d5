import { SqsRecordOptions, sqsRecord } from './record';
import { SQS_MESSAGE } from './record-shape';
import { EventFilter } from '../../filters/event-filter';
import { FieldRule } from '../../filters/field-rule';
import { nested, under } from '../../filters/nested';

/** Rules for a message of an SQS queue. Of `jsonBody` and `textBody`, only one. */
export interface SqsFilterRules {
  /**
   * Rules for the fields of a JSON body, by their paths: `order.total` is the field `total` of the object `order`.
   *
   * Lambda deletes a message with another body.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
   * @default - any body
   */
  readonly jsonBody?: { [path: string]: FieldRule };

  /**
   * A rule for a body that is text, and not JSON.
   *
   * Lambda deletes a message with a JSON body.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
   * @default - any body
   */
  readonly textBody?: FieldRule;
}

/**
 * Chooses the messages of an SQS queue. Lambda deletes the others.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
 * @example
 * import { FieldRule, SqsEventSourceMapping, SqsFilter } from 'cdk-event-source-mappings';
 *
 * new SqsEventSourceMapping(this, 'Images', {
 *   queue,
 *   target: handler,
 *   filters: [SqsFilter.of({ jsonBody: { type: FieldRule.prefix('image/') } })],
 * });
 */
export class SqsFilter extends EventFilter {
  /**
   * Messages that match all rules.
   *
   * @param rules what a message has to be
   */
  public static of(rules: SqsFilterRules): SqsFilter {
    const { jsonBody, textBody } = rules;
    return new SqsFilter(nested({ body: textBody, ...under('body', jsonBody) }));
  }

  /**
   * A pattern as an object: `{ body: { status: ['ready'] } }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [optionSpec: string]: any }): SqsFilter {
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
   * Makes a message for a unit test, as the function gets it: for `evaluate`, and for the function itself.
   *
   * @param options the message, decoded
   */
  public static record(options: SqsRecordOptions): { [name: string]: any } {
    // jsii has no other type for JSON
    return sqsRecord(options);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'sqs';

  /** @internal */
  public readonly _shape = SQS_MESSAGE;

  private constructor(pattern: string | object) {
    super(pattern);
  }
}
