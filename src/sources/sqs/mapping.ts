import type { Duration } from 'aws-cdk-lib';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_sqs } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { CONTRACT } from './contract';
import { EventSourceMappingBase, interpret } from '../../construct/mapping-base';
import { SqsFilter } from '../../families/queue/filter';
import { QueueMappingOptions } from '../../families/queue/options';
import { QueueMappingMetrics } from '../../metrics/queue-mapping-metrics';
import { MappingTargetProps } from '../../options/common';
import { MappingEventSource } from '../../options/mapping-event-source';

/** Options for the mapping of an SQS standard queue. */
export interface SqsEventSourceMappingOptions extends QueueMappingOptions {
  /**
   * The queue, a standard one. It has to be in the function's Region.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
   */
  readonly queue: aws_sqs.IQueueRef;

  /**
   * The maximum number of messages in a batch: 1 to 10,000. More than 10 need a batching window of at least 1 second.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html
   * @default 10
   */
  readonly batchSize?: number;

  /**
   * The longest time that Lambda waits for a batch to fill, in whole seconds: 0 to 300.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html
   * @default Duration.seconds(0)
   */
  readonly maxBatchingWindow?: Duration;

  /**
   * Filters, of which a message has to match one. At most 5, or 10 with a raised quota.
   *
   * A message that matches none is deleted from the queue.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
   * @default - every message reaches the function
   */
  readonly filters?: SqsFilter[];
}

/** Properties of the mapping of an SQS standard queue. */
export interface SqsEventSourceMappingProps extends SqsEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the messages of an SQS standard queue.
 *
 * Use it for work that can be done in any order, and sometimes twice. Failed messages return to the queue. Give the
 * queue a dead-letter queue (DLQ) for messages that always fail.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 * @example
 * import { Duration } from 'aws-cdk-lib';
 * import { SqsEventSourceMapping, SqsScaling } from 'cdk-event-source-mappings';
 *
 * new SqsEventSourceMapping(this, 'Jobs', {
 *   queue,
 *   target: handler,
 *   batchSize: 1000,
 *   maxBatchingWindow: Duration.seconds(10),
 *   scaling: SqsScaling.maxConcurrency(50),
 *   reportBatchItemFailures: true,
 * });
 */
@propertyInjectable
export class SqsEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.SqsEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: SqsEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(id, (target) => new SqsEventSourceMapping(target, id, { ...options, target }));
  }

  constructor(scope: Construct, id: string, props: SqsEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): QueueMappingMetrics {
    return new QueueMappingMetrics(this);
  }
}
