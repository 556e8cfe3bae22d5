import { ActiveMqRecordOptions, activeMqRecord } from './record';
import { ACTIVE_MQ_MESSAGE } from './record-shape';
import { EventFilter } from '../../filters/event-filter';
import { FieldRule } from '../../filters/field-rule';
import { nested, under } from '../../filters/nested';

/** Rules for a message of an ActiveMQ queue. Of `jsonData` and `textData`, only one. */
export interface ActiveMqFilterRules {
  /**
   * Rules for the fields of JSON data, by their paths: `order.total` is the field `total` of the object `order`.
   *
   * Do not mix JSON and text in one queue. A message of the other format is delivered unfiltered by the documents of
   * AWS, and was seen
   * to be dropped.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq-filtering.html
   * @default - any data
   */
  readonly jsonData?: { [path: string]: FieldRule };

  /**
   * A rule for data that is text, and not JSON.
   *
   * Do not mix JSON and text in one queue. A message of the other format is delivered unfiltered by the documents of
   * AWS, and was seen
   * to be dropped.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq-filtering.html
   * @default - any data
   */
  readonly textData?: FieldRule;
}

/**
 * Chooses the messages of an ActiveMQ queue.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq-filtering.html
 * @example
 * import { ActiveMqEventSourceMapping, ActiveMqFilter, FieldRule, MqAuthentication } from 'cdk-event-source-mappings';
 *
 * new ActiveMqEventSourceMapping(this, 'Tickets', {
 *   broker,
 *   queueName: 'tickets',
 *   authentication: MqAuthentication.basic(credentials),
 *   target: handler,
 *   filters: [ActiveMqFilter.of({ textData: FieldRule.prefix('Result: ') })],
 * });
 */
export class ActiveMqFilter extends EventFilter {
  /**
   * Messages that match all rules.
   *
   * @param rules what a message has to be
   */
  public static of(rules: ActiveMqFilterRules): ActiveMqFilter {
    const { jsonData, textData } = rules;
    return new ActiveMqFilter(nested({ data: textData, ...under('data', jsonData) }));
  }

  /**
   * A pattern as an object: `{ data: { status: ['ready'] } }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [optionSpec: string]: any }): ActiveMqFilter {
    return new ActiveMqFilter(pattern);
  }

  /**
   * A pattern as JSON text, or as a token.
   *
   * @param pattern a JSON object, at most 4,096 characters long
   */
  public static fromJson(pattern: string): ActiveMqFilter {
    return new ActiveMqFilter(pattern);
  }

  /**
   * Makes a message for a unit test, as the function gets it: for `evaluate`, and for the function itself.
   *
   * @param options the message, decoded
   */
  public static record(options: ActiveMqRecordOptions): { [name: string]: any } {
    // jsii has no other type for JSON
    return activeMqRecord(options);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'active-mq';

  /** @internal */
  public readonly _shape = ACTIVE_MQ_MESSAGE;

  private constructor(pattern: string | object) {
    super(pattern);
  }
}
