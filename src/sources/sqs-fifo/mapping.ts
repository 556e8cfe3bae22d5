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

/** Options for the mapping of an SQS FIFO queue. */
export interface SqsFifoEventSourceMappingOptions extends QueueMappingOptions {
  /**
   * The queue, a FIFO one. It has to be in the function's Region.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
   */
  readonly queue: aws_sqs.IQueueRef;

  /**
   * The maximum number of messages in a batch: 1 to 10. A batch is never waited for: a FIFO queue has no batching
   * window.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html
   * @default 10
   */
  readonly batchSize?: number;

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

/** Properties of the mapping of an SQS FIFO queue. */
export interface SqsFifoEventSourceMappingProps extends SqsFifoEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the messages of an SQS FIFO queue.
 *
 * Use it where the messages of a group have to be processed in order. Lambda processes one batch for each message group
 * at a time. A message that fails holds up its group; give the queue a dead-letter queue.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 * @example
 * import { SqsFifoEventSourceMapping } from 'cdk-event-source-mappings';
 *
 * new SqsFifoEventSourceMapping(this, 'Payments', {
 *   queue: fifo,
 *   target: handler,
 *   batchSize: 10,
 *   reportBatchItemFailures: true,
 * });
 */
@propertyInjectable
export class SqsFifoEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.SqsFifoEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: SqsFifoEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(id, (target) => new SqsFifoEventSourceMapping(target, id, { ...options, target }));
  }

  constructor(scope: Construct, id: string, props: SqsFifoEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): QueueMappingMetrics {
    return new QueueMappingMetrics(this);
  }
}
