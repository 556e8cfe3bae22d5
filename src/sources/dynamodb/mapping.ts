import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_dynamodb } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { CONTRACT } from './contract';
import { DynamoDbFilter } from './filter';
import { DynamoDbStartingPosition } from './starting-position';
import { EventSourceMappingBase, interpret } from '../../construct/mapping-base';
import { StreamMappingOptions } from '../../families/stream/options';
import { StreamMappingMetrics } from '../../metrics/stream-mapping-metrics';
import { MappingTargetProps } from '../../options/common';
import { MappingEventSource } from '../../options/mapping-event-source';

/** Options for the mapping of a DynamoDB stream. */
export interface DynamoDbEventSourceMappingOptions extends StreamMappingOptions {
  /**
   * The table, whose stream Lambda polls. The stream has to be turned on.
   *
   * A table that is known by the ARN of its stream only is `Table.fromTableAttributes(..., { tableArn, tableStreamArn
   * })`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
   */
  readonly table: aws_dynamodb.ITableRef | aws_dynamodb.IGlobalTableRef;

  /**
   * The position at which Lambda starts to read. It can't be changed afterwards.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html
   */
  readonly startingPosition: DynamoDbStartingPosition;

  /**
   * Filters, of which a record has to match one. At most 5, or 10 with a raised quota.
   *
   * A record that matches none is skipped for good.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
   * @default - every record reaches the function
   */
  readonly filters?: DynamoDbFilter[];
}

/** Properties of the mapping of a DynamoDB stream. */
export interface DynamoDbEventSourceMappingProps extends DynamoDbEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the changes of a DynamoDB table, which it reads from the table's stream.
 *
 * Use it to react to changes within 24 hours, the life of a record in the stream, and with at most two readers of a
 * shard.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 * @example
 * import { DynamoDbEventName, DynamoDbEventSourceMapping, DynamoDbFilter, DynamoDbStartingPosition, FailureDestination
 * } from 'cdk-event-source-mappings';
 *
 * new DynamoDbEventSourceMapping(this, 'Customers', {
 *   table,
 *   target: handler,
 *   startingPosition: DynamoDbStartingPosition.latest(),
 *   filters: [DynamoDbFilter.of({ eventNames: [DynamoDbEventName.INSERT] })],
 *   retryAttempts: 5,
 *   onFailure: FailureDestination.queue(dlq),
 * });
 */
@propertyInjectable
export class DynamoDbEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.DynamoDbEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: DynamoDbEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(id, (target) => new DynamoDbEventSourceMapping(target, id, { ...options, target }));
  }

  constructor(scope: Construct, id: string, props: DynamoDbEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): StreamMappingMetrics {
    return new StreamMappingMetrics(this);
  }
}
