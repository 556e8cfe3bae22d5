/** What happens to a record. */
export enum FilterOutcome {
  /** The function gets it. */
  DELIVERED = 'DELIVERED',
  /** The function does not get it: it is not what the filter asks for. */
  FILTERED_OUT = 'FILTERED_OUT',
  /**
   * The function does not get it: its payload is not of the format that the filter is for.
   *
   * A filter on JSON drops what is not JSON, a filter on text drops what is.
   */
  DROPPED_FOR_FORMAT = 'DROPPED_FOR_FORMAT',
}

/** What a filter does with a record, and why. */
export class FilterVerdict {
  /** @internal */
  public static _of(outcome: FilterOutcome, reason: string): FilterVerdict {
    return new FilterVerdict(outcome, reason);
  }

  /** What happens to the record. */
  public readonly outcome: FilterOutcome;
  /** Why, in words: what of the record is not as the filter asks. Not for comparing. */
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
