import { RabbitMqRecordOptions, rabbitMqRecord } from './record';
import { RABBIT_MQ_MESSAGE } from './record-shape';
import { EventFilter } from '../../filters/event-filter';
import { FieldRule } from '../../filters/field-rule';
import { nested, under } from '../../filters/nested';

/** Rules for a message of a RabbitMQ queue. Of `jsonData` and `textData`, only one. */
export interface RabbitMqFilterRules {
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

  /**
   * Rules for the message's properties, such as `appId`. Headers arrive as lists of bytes, which rules can't compare.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq-filtering.html
   * @default - any properties
   */
  readonly basicProperties?: { [path: string]: FieldRule };
}

/**
 * Chooses the messages of a RabbitMQ queue.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq-filtering.html
 * @example
 * import { FieldRule, MqAuthentication, RabbitMqEventSourceMapping, RabbitMqFilter } from 'cdk-event-source-mappings';
 *
 * new RabbitMqEventSourceMapping(this, 'Mails', {
 *   broker,
 *   queueName: 'mails',
 *   authentication: MqAuthentication.basic(credentials),
 *   target: handler,
 *   filters: [RabbitMqFilter.of({ jsonData: { priority: FieldRule.string('high') } })],
 * });
 */
export class RabbitMqFilter extends EventFilter {
  /**
   * Messages that match all rules.
   *
   * @param rules what a message has to be
   */
  public static of(rules: RabbitMqFilterRules): RabbitMqFilter {
    const { jsonData, textData, basicProperties } = rules;
    return new RabbitMqFilter(
      nested({ data: textData, ...under('data', jsonData), ...under('basicProperties', basicProperties) }),
    );
  }

  /**
   * A pattern as an object: `{ data: { status: ['ready'] } }`.
   *
   * @param pattern an object of fields, its leaves lists of what a field may be
   */
  public static fromPattern(pattern: { [optionSpec: string]: any }): RabbitMqFilter {
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
   * Makes a message for a unit test, as the function gets it: for `evaluate`, and for the function itself.
   *
   * @param options the message, decoded
   */
  public static record(options: RabbitMqRecordOptions): { [name: string]: any } {
    // jsii has no other type for JSON
    return rabbitMqRecord(options);
  }

  /**
   * Tells the filters of one source from those of another.
   *
   * @internal
   */
  public readonly _source = 'rabbit-mq';

  /** @internal */
  public readonly _shape = RABBIT_MQ_MESSAGE;

  private constructor(pattern: string | object) {
    super(pattern);
  }
}
