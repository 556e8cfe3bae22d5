import { Token } from 'aws-cdk-lib';
import type { aws_s3, aws_sns, aws_sqs } from 'aws-cdk-lib/interfaces';
import {
  bucketAccess,
  DESTINATION_PERMISSIONS,
  DestinationAccess,
  queueAccess,
  topicAccess,
} from './failure-destination-permissions';
import { isFifo } from './fifo';
import { topicDestination, topicOf } from './kafka-topic';
import { length, pattern } from '../model/constraints';
import { Constraint, OptionSpec, UsageRule } from '../model/contract';
import { guide } from '../model/docs';
import { propertySpec } from '../model/option-specs';
import { instance } from '../model/option-types';
import { at } from '../model/paths';
import { FAILURE_DESTINATION } from '../model/property-paths';

/**
 * The destination of batches that are no longer retried: it gets the metadata of a batch, and a bucket also its
 * records.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 * @example
 * import { FailureDestination, KinesisEventSourceMapping, StreamStartingPosition } from 'cdk-event-source-mappings';
 *
 * new KinesisEventSourceMapping(this, 'Clicks', {
 *   stream,
 *   target: handler,
 *   startingPosition: StreamStartingPosition.latest(),
 *   retryAttempts: 3,
 *   onFailure: FailureDestination.queue(dlq),
 * });
 */
export class FailureDestination {
  /**
   * A standard queue; Lambda can't send to a FIFO queue.
   *
   * @param queue the queue
   */
  public static queue(queue: aws_sqs.IQueueRef): FailureDestination {
    return new FailureDestination('sqs', queue.queueRef.queueArn, isFifo(queue) === true, queueAccess(queue));
  }

  /**
   * A standard topic; Lambda can't publish to a FIFO topic.
   *
   * @param topic the topic
   */
  public static topic(topic: aws_sns.ITopicRef): FailureDestination {
    return new FailureDestination('sns', topic.topicRef.topicArn, isFifo(topic) === true, topicAccess(topic));
  }

  /**
   * A bucket, which gets the records too.
   *
   * @param bucket the bucket
   */
  public static bucket(bucket: aws_s3.IBucketRef): FailureDestination {
    return new FailureDestination('s3', bucket.bucketRef.bucketArn, false, bucketAccess(bucket));
  }

  private constructor(
    /** @internal */
    public readonly _service: 'sqs' | 'sns' | 's3',
    /** @internal */
    public readonly _arn: string,
    /** @internal */
    public readonly _fifo: boolean,
    /** @internal */
    public readonly _access: DestinationAccess,
  ) {}
}

/** The option of a source for records that are no longer retried. */
export interface MappingFailureDestinationOptions {
  /**
   * The destination of records that are no longer retried: a standard queue, a standard topic or a bucket.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
   * @default - records that are no longer retried are lost
   */
  readonly onFailure?: FailureDestination;
}

/** The name of the rule: of options, and of what they refer to. */
export const ON_FAILURE_FIFO = 'on-failure-fifo';
export const WHY_NOT_FIFO = 'Lambda sends failed batches only to standard queues and topics: use a standard one';

const NOT_FIFO: Constraint = {
  rule: ON_FAILURE_FIFO,
  allowed: 'no FIFO queue or topic',
  reason: WHY_NOT_FIFO,
  fault: (destination) => (/^arn:.*\.fifo$/.test(String(destination)) ? 'is FIFO' : undefined),
};

const DESTINATION_ARN_LENGTH = length('on-failure-length', 12, 350);
/** Topics have another length. */
const DESTINATION_LENGTH: Constraint = {
  ...DESTINATION_ARN_LENGTH,
  fault: (destination) => (topicOf(destination) === undefined ? DESTINATION_ARN_LENGTH.fault(destination) : undefined),
};

const ON_FAILURE_SERVICE = 'on-failure-service';
const AWS_DESTINATION = /^arn:[^:]+:(sqs|sns|s3):/;
const AWS_OR_TOPIC_DESTINATION = new RegExp(`${AWS_DESTINATION.source}|^${topicDestination('')}`);

export const FAILURE_DESTINATION_SPEC = failureDestinationSpec(
  guide('kinesis-on-failure-destination'),
  pattern(ON_FAILURE_SERVICE, AWS_DESTINATION, 'the ARN of a queue, a topic or a bucket'),
);

/** Kafka sources can send to a Kafka topic too, which has its own option. */
export const KAFKA_FAILURE_DESTINATION_SPEC = failureDestinationSpec(
  guide('kafka-on-failure'),
  pattern(
    ON_FAILURE_SERVICE,
    AWS_OR_TOPIC_DESTINATION,
    'the ARN of a queue, a topic or a bucket, or a Kafka topic',
    'is neither the ARN of a queue, a topic or a bucket nor a Kafka topic',
  ),
);

function failureDestinationSpec(docs: string, service: Constraint): OptionSpec<FailureDestination> {
  return {
    properties: [
      propertySpec(FAILURE_DESTINATION, {
        docs,
        constraints: [DESTINATION_LENGTH, { ...service, kind: 'arn' }, NOT_FIFO],
      }),
    ],
    type: instance(FailureDestination, 'queue(queue)'),
    render: (destination) => at(FAILURE_DESTINATION, destination._arn),
    permissions: DESTINATION_PERMISSIONS,
    permissionValues: ({ _access }) => _access.values,
    bind: ({ _access }) => _access.hooks,
  };
}

export const FAILURE_DESTINATION_USAGE: readonly UsageRule<MappingFailureDestinationOptions>[] = [
  {
    name: ON_FAILURE_FIFO,
    option: 'onFailure',
    severity: 'error',
    says: 'is a FIFO queue or topic',
    reason: WHY_NOT_FIFO,
    // A literal ARN says so itself.
    isBroken: ({ onFailure }) => onFailure?._fifo === true && Token.isUnresolved(onFailure._arn),
  },
];
