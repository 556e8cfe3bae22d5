import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_docdb } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { DocumentDbAuthentication } from './authentication';
import { CONTRACT } from './contract';
import { FullDocument } from './full-document';
import { EventSourceMappingBase, interpret } from '../../construct/mapping-base';
import { ChangeStreamMappingMetrics } from '../../metrics/change-stream-mapping-metrics';
import { MappingBatchingOptions } from '../../options/batching';
import { MappingOptions, MappingTargetProps } from '../../options/common';
import { MappingEventSource } from '../../options/mapping-event-source';
import { MappingNetworkInterfaceOptions } from '../../options/network-interfaces';
import { MappingStartingPositionOptions } from '../../options/starting-position-options';

/** Options for the mapping of an Amazon DocumentDB change stream. */
export interface DocumentDbEventSourceMappingOptions
  extends MappingOptions, MappingBatchingOptions, MappingNetworkInterfaceOptions, MappingStartingPositionOptions {
  /**
   * The cluster, of engine version 4.0 or 5.0, with TLS. It has to be in the function's account and Region.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html
   */
  readonly cluster: aws_docdb.IDBClusterRef;

  /**
   * The way in which Lambda authenticates to the cluster.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html
   */
  readonly authentication: DocumentDbAuthentication;

  /**
   * The database whose changes Lambda reads: 1 to 63 characters, without spaces and / . $ "
   *
   * It can't be changed afterwards: it is part of the mapping's logical id.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html
   */
  readonly databaseName: string;

  /**
   * The collection whose changes Lambda reads: 1 to 57 characters.
   *
   * It can't be changed afterwards: it is part of the mapping's logical id.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html
   * @default - all collections of the database
   */
  readonly collectionName?: string;

  /**
   * The part of an updated document that the function receives.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html
   * @default FullDocument.DEFAULT
   */
  readonly fullDocument?: FullDocument;
}

/** Properties of the mapping of an Amazon DocumentDB change stream. */
export interface DocumentDbEventSourceMappingProps extends DocumentDbEventSourceMappingOptions, MappingTargetProps {}

/**
 * Invokes a function with the changes of an Amazon DocumentDB database.
 *
 * Use it to react to changes of a database, or of one collection, whose change stream is turned on. There are no
 * filters, and one
 * invocation at a time. The function must not run for more than 14 minutes.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html
 * @example
 * import {
 *   DocumentDbAuthentication, DocumentDbEventSourceMapping, FullDocument, StreamStartingPosition,
 * } from 'cdk-event-source-mappings';
 *
 * new DocumentDbEventSourceMapping(this, 'Changes', {
 *   cluster,
 *   authentication: DocumentDbAuthentication.basic(credentials),
 *   target: handler,
 *   databaseName: 'shop',
 *   startingPosition: StreamStartingPosition.latest(),
 *   fullDocument: FullDocument.UPDATE_LOOKUP,
 * });
 */
@propertyInjectable
export class DocumentDbEventSourceMapping extends EventSourceMappingBase {
  /** The id by which property injectors know this class: company defaults, for instance. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-event-source-mappings.DocumentDbEventSourceMapping';

  /**
   * The mapping for `handler.addEventSource(...)`.
   *
   * @param id the mapping's id under the function
   * @param options the mapping's options
   */
  public static asEventSource(id: string, options: DocumentDbEventSourceMappingOptions): MappingEventSource {
    return MappingEventSource._of(id, (target) => new DocumentDbEventSourceMapping(target, id, { ...options, target }));
  }

  constructor(scope: Construct, id: string, props: DocumentDbEventSourceMappingProps) {
    super(scope, id, interpret(CONTRACT, props));
  }

  /** The CloudWatch metrics that tell how the mapping fares. */
  public get metrics(): ChangeStreamMappingMetrics {
    return new ChangeStreamMappingMetrics(this);
  }
}
