/** What happens to a record. */
export enum FilterOutcome {
  /** The function gets it. */
  DELIVERED = 'DELIVERED',
  /** The function does not get it: it does not match the filter. */
  FILTERED_OUT = 'FILTERED_OUT',
  /**
   * The function does not get it: its payload is not of the format that the filter is for.
   *
   * A filter on JSON drops what is not JSON, a filter on text drops what is.
   */
  DROPPED_FOR_FORMAT = 'DROPPED_FOR_FORMAT',
}

/**
 * The outcome of a filter for a record, and why.
 *
 * @example
 * import { FieldRule, SqsFilter } from 'cdk-event-source-mappings';
 *
 * const filter = SqsFilter.of({ jsonBody: { type: FieldRule.string('order') } });
 * const verdict = filter.evaluate(SqsFilter.record({ body: { type: 'offer' } }));
 * const reason = verdict.reason;
 */
export class FilterVerdict {
  /** @internal */
  public static _of(outcome: FilterOutcome, reason: string): FilterVerdict {
    return new FilterVerdict(outcome, reason);
  }

  /** What happens to the record. */
  public readonly outcome: FilterOutcome;
  /** The reason: the part of the record that does not match the filter. Not for comparing. */
  public readonly reason: string;

  private constructor(outcome: FilterOutcome, reason: string) {
    this.outcome = outcome;
    this.reason = reason;
  }

  /** Whether the function gets the record. */
  public get delivered(): boolean {
    return this.outcome === FilterOutcome.DELIVERED;
  }
}
