/**
 * Special values for the number of retries.
 *
 * @example
 * import {
 *   KinesisEventSourceMapping,
 *   RecordAge,
 *   RetryAttempts,
 *   StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * new KinesisEventSourceMapping(this, 'Clicks', {
 *   stream,
 *   target: handler,
 *   startingPosition: StreamStartingPosition.latest(),
 *   retryAttempts: RetryAttempts.INFINITE,
 *   maxRecordAge: RecordAge.INFINITE,
 * });
 */
export class RetryAttempts {
  /**
   * Failed batches are retried until their records become too old, or the source itself drops them.
   *
   * Lambda's default. Set it where a mapping had a limit before: CloudFormation does not take a limit back when it is
   * left out.
   */
  public static readonly INFINITE = -1;

  private constructor() {}
}
