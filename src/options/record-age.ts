import { Duration, Lazy } from 'aws-cdk-lib';

/**
 * Record ages that have no number of seconds.
 *
 * @example
 * import { KinesisEventSourceMapping, RecordAge, StreamStartingPosition } from 'cdk-event-source-mappings';
 *
 * new KinesisEventSourceMapping(this, 'Clicks', {
 *   stream,
 *   target: handler,
 *   startingPosition: StreamStartingPosition.latest(),
 *   maxRecordAge: RecordAge.INFINITE,
 * });
 */
export class RecordAge {
  /**
   * Records never become too old: they are retried until the source itself drops them.
   *
   * Lambda's default. Set it where a mapping had a limit before: CloudFormation does not take a limit back when it is
   * left out.
   */
  // Lambda writes "forever" as -1, which a Duration refuses unless it comes as a token.
  public static readonly INFINITE = Duration.seconds(Lazy.number({ produce: () => -1 }));

  private constructor() {}
}
