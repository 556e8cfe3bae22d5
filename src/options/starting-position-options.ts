import { StreamStartingPosition } from './starting-position';

/** Where to start, for sources that have timestamps. */
export interface MappingStartingPositionOptions {
  /**
   * The position at which Lambda starts to read. It can't be changed afterwards.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   */
  readonly startingPosition: StreamStartingPosition;
}
