/**
 * A filter: a record that matches it, or another filter of the mapping, reaches the function.
 *
 * What matches no filter is gone: SQS deletes it, a stream moves on.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export abstract class EventFilter {
  /** The pattern as Lambda gets it: a JSON object. */
  public readonly pattern: string;

  /** @internal */
  constructor(pattern: string | object) {
    this.pattern = typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
  }
}
