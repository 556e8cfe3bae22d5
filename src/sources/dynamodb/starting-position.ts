/**
 * Where Lambda starts to read a DynamoDB stream, which has no timestamps to start at.
 *
 * It can't be changed afterwards: CloudFormation makes a new mapping before it deletes the old one, and Lambda refuses
 * a second mapping of the same source and function.
 *
 * @example
 * import { DynamoDbEventSourceMapping, DynamoDbStartingPosition } from 'cdk-event-source-mappings';
 *
 * new DynamoDbEventSourceMapping(this, 'Orders', { table, target: handler, startingPosition:
 * DynamoDbStartingPosition.latest() });
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
export class DynamoDbStartingPosition {
  /** At the oldest record of the stream, at most 24 hours old. */
  public static trimHorizon(): DynamoDbStartingPosition {
    return new DynamoDbStartingPosition('TRIM_HORIZON');
  }

  /** After the newest record. Records that arrive while the mapping is being made can be missed. */
  public static latest(): DynamoDbStartingPosition {
    return new DynamoDbStartingPosition('LATEST');
  }

  private constructor(
    /** @internal */
    public readonly _position: 'TRIM_HORIZON' | 'LATEST',
  ) {}
}
