import { combine, evaluate } from './evaluate';
import { FilterVerdict } from './filter-verdict';
import { patternText } from './pattern-text';
import { RecordShape } from './record-shape';

/**
 * A filter: a record that matches it, or another filter of the mapping, reaches the function.
 *
 * A record that matches no filter is gone: SQS deletes it, a stream moves on.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 * @example
 * import { EventFilter, FieldRule, SqsFilter } from 'cdk-event-source-mappings';
 *
 * const filters = [
 *   SqsFilter.of({ jsonBody: { type: FieldRule.string('order') } }),
 *   SqsFilter.of({ textBody: FieldRule.prefix('ping') }),
 * ];
 * const delivered = EventFilter.evaluateAll(filters, SqsFilter.record({ body: 'ping 1' })).delivered;
 */
export abstract class EventFilter {
  /**
   * Evaluates all filters of a mapping on a record: one that matches is enough.
   *
   * @param filters the filters of one mapping
   * @param record a record as the function gets it, one of the event's records
   */
  public static evaluateAll(filters: EventFilter[], record: any): FilterVerdict {
    return combine(filters.map((filter) => filter.evaluate(record)));
  }

  /** The pattern as Lambda gets it: a JSON object. */
  public readonly pattern: string;

  /** @internal */
  public abstract readonly _shape: RecordShape;
  private readonly readable: string;

  /** @internal */
  constructor(pattern: string | object) {
    const { text, readable } =
      typeof pattern === 'string' ? { text: pattern, readable: pattern } : patternText(pattern);
    this.pattern = text;
    this.readable = readable;
  }

  /**
   * Evaluates this filter on a record. For unit tests.
   *
   * Lambda documents only some of a record's fields for filters, and AWS's documents disagree about others: where a
   * verdict depends on
   * more than the payload, see the documentation of this library.
   *
   * A record that no function would get is an error that explains what is wrong with it.
   *
   * @param record a record as the function gets it, one of the event's; `record` of each filter class makes one
   */
  public evaluate(record: any): FilterVerdict {
    return evaluate(this.readable, this._shape, record);
  }
}
