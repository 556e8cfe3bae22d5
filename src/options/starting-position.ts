import { choice, numberIn } from '../model/constraints';
import { Constraint, OptionSpec, Properties, Requirement, PropertySpec, Rule } from '../model/contract';
import { CLOUDFORMATION, CREATE_MAPPING_DOCS } from '../model/docs';
import { propertySpec } from '../model/option-specs';
import { instance } from '../model/option-types';
import { equal, given, needs } from '../model/rules';

/**
 * Where Lambda starts to read.
 *
 * It can't be changed afterwards: CloudFormation makes a new mapping before it deletes the old one, and Lambda refuses
 * a second
 * mapping of the same source and function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 * @example
 * import { KinesisEventSourceMapping, StreamStartingPosition } from 'cdk-event-source-mappings';
 *
 * new KinesisEventSourceMapping(this, 'Clicks', {
 *   stream,
 *   target: handler,
 *   startingPosition: StreamStartingPosition.atTimestamp(new Date('2026-01-31T06:00:00Z')),
 * });
 */
export class StreamStartingPosition {
  /** At the oldest record that the source still has. */
  public static trimHorizon(): StreamStartingPosition {
    return new StreamStartingPosition({ startingPosition: 'TRIM_HORIZON' });
  }

  /** After the newest record. Records that arrive while the mapping is being created can be missed. */
  public static latest(): StreamStartingPosition {
    return new StreamStartingPosition({ startingPosition: 'LATEST' });
  }

  /**
   * At the first record that is not older than a moment.
   *
   * @param moment a moment that has passed
   */
  public static atTimestamp(moment: Date): StreamStartingPosition {
    return StreamStartingPosition.atEpochSeconds(moment.getTime() / 1000);
  }

  /**
   * At the first record that is not older than a moment, for a moment that is a parameter of the stack.
   *
   * @param epochSeconds seconds (not milliseconds) since 1970-01-01T00:00:00Z, or a token
   */
  public static atEpochSeconds(epochSeconds: number): StreamStartingPosition {
    return new StreamStartingPosition({ startingPosition: 'AT_TIMESTAMP', startingPositionTimestamp: epochSeconds });
  }

  private constructor(
    /** @internal */
    public readonly _properties: Properties,
  ) {}
}

/** Lambda reads up to the year 5138 as seconds; what is larger are milliseconds. */
const LARGEST_EPOCH_SECONDS = 1e11;

const IN_SECONDS: Constraint = {
  rule: 'starting-position-seconds',
  allowed: 'seconds since 1970-01-01T00:00:00Z',
  fault: (timestamp) => {
    const seconds = numberIn(timestamp);
    if (Number.isNaN(seconds)) return 'is not a number of seconds';
    if (seconds < 0) return 'is before 1970';
    return seconds > LARGEST_EPOCH_SECONDS
      ? `is in milliseconds, but CloudFormation takes seconds: write ${Math.floor(seconds / 1000)}`
      : undefined;
  },
};

const NOT_IN_THE_FUTURE: Constraint = {
  rule: 'starting-position-future',
  severity: 'warning',
  allowed: 'a timestamp in the past when the mapping is created',
  reason: 'Lambda refuses a timestamp that is in the future when the mapping is created',
  fault: (timestamp) => {
    const seconds = Number(timestamp);
    return seconds > Date.now() / 1000 && seconds <= LARGEST_EPOCH_SECONDS ? 'is in the future' : undefined;
  },
};

/** A position that Lambda insists on where `required` says so, or that it has a default for. */
export function startingPositionSpec(
  facts: Pick<PropertySpec, 'required' | 'default'> = {},
): OptionSpec<StreamStartingPosition> {
  const docs = CREATE_MAPPING_DOCS;
  return {
    properties: [
      propertySpec('startingPosition', {
        constraints: [startingPositionIn(['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'])],
        createOnly: true,
        ...facts,
        docs,
      }),
      propertySpec('startingPositionTimestamp', {
        unit: 'moment',
        constraints: [IN_SECONDS, NOT_IN_THE_FUTURE],
        createOnly: true,
        docs: CLOUDFORMATION,
      }),
    ],
    type: instance(StreamStartingPosition, 'trimHorizon()'),
    render: (position) => position._properties,
  };
}

const AT_TIMESTAMP = equal('startingPosition', 'AT_TIMESTAMP');
const TIMESTAMP = given('startingPositionTimestamp');

export const STARTING_POSITION_RULES: readonly Rule[] = [
  needs(
    'at-timestamp-needs-timestamp',
    AT_TIMESTAMP,
    { ...TIMESTAMP, words: 'a timestamp' },
    { reason: 'Lambda answers "Need to specify a timestamp"' },
  ),
  needs(
    'timestamp-needs-at-timestamp',
    TIMESTAMP,
    { ...AT_TIMESTAMP, words: 'the position AT_TIMESTAMP' },
    { reason: 'it says where that position is' },
  ),
];

export const REQUIRED_STARTING_POSITION: Requirement = {
  rule: 'starting-position-required',
  says: "is required: Lambda has no default, and it can't be changed afterwards",
};

export function startingPositionIn(positions: readonly string[]): Constraint {
  return choice('starting-position-choice', positions);
}
