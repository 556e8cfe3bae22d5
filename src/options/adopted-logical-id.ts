import { createHash } from 'crypto';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
// The index of aws-cdk-lib loads much more.
import { CfnResource, Names, Stack } from 'aws-cdk-lib/core';
import type { aws_dynamodb, aws_kinesis, aws_sqs } from 'aws-cdk-lib/interfaces';
import { Construct, IConstruct } from 'constructs';
import { allocatedLogicalId } from '../model/cdk-internals';

/**
 * The logical ids of the mappings that the classes of aws-lambda-event-sources made, for the option `adopts`.
 *
 * Use it where mappings are made in loops; elsewhere the command `migrate` prints the text to write. The function,
 * alias or version is the one that the event source was added to. Its construct has to be the same as before, and so
 * has that of the source. Renamings of the stack (`renameLogicalId`) apply to the ids as they did.
 *
 * @example
 * import { AdoptedLogicalId, SqsEventSourceMapping } from 'cdk-event-source-mappings';
 *
 * const adopts = AdoptedLogicalId.ofSqsEventSource(handler, queue);
 * new SqsEventSourceMapping(this, 'Jobs', { queue, target: handler, adopts });
 */
export class AdoptedLogicalId {
  /**
   * The logical id of the mapping that `SqsEventSource` made.
   *
   * @param target the function, alias or version that the event source was added to
   * @param queue the queue
   */
  public static ofSqsEventSource(target: IFunction, queue: aws_sqs.IQueueRef): string {
    return logicalIdUnder(target, `SqsEventSource:${Names.nodeUniqueId(queue.node)}`);
  }

  /**
   * The logical id of the mapping that `KinesisEventSource` made.
   *
   * @param target the function, alias or version that the event source was added to
   * @param stream the stream
   */
  public static ofKinesisEventSource(target: IFunction, stream: aws_kinesis.IStreamRef): string {
    return logicalIdUnder(target, `KinesisEventSource:${Names.nodeUniqueId(stream.node)}`);
  }

  /**
   * The logical id of the mapping that `KinesisConsumerEventSource` made.
   *
   * @param target the function, alias or version that the event source was added to
   * @param consumer the consumer
   */
  public static ofKinesisConsumerEventSource(target: IFunction, consumer: aws_kinesis.IStreamConsumerRef): string {
    return logicalIdUnder(target, `KinesisConsumerEventSource:${Names.nodeUniqueId(consumer.node)}`);
  }

  /**
   * The logical id of the mapping that `DynamoEventSource` made.
   *
   * @param target the function, alias or version that the event source was added to
   * @param table the table
   */
  public static ofDynamoEventSource(
    target: IFunction,
    table: aws_dynamodb.ITableRef | aws_dynamodb.IGlobalTableRef,
  ): string {
    return logicalIdUnder(target, `DynamoDBEventSource:${Names.nodeUniqueId(table.node)}`);
  }

  /**
   * The logical id of the mapping that `ManagedKafkaEventSource` made: another one for each topic.
   *
   * @param target the function, alias or version that the event source was added to
   * @param topic the topic
   */
  public static ofManagedKafkaEventSource(target: IFunction, topic: string): string {
    return logicalIdUnder(target, `KafkaEventSource:${Names.nodeUniqueId(target.node)}${topic}`);
  }

  /**
   * The logical id of the mapping that `SelfManagedKafkaEventSource` made: another one for each topic and servers.
   *
   * @param target the function, alias or version that the event source was added to
   * @param bootstrapServers the servers, in the same order as before
   * @param topic the topic
   */
  public static ofSelfManagedKafkaEventSource(target: IFunction, bootstrapServers: string[], topic: string): string {
    const servers = JSON.stringify(Stack.of(target).resolve(bootstrapServers));
    const hash = createHash('md5').update(servers).digest('hex');
    return logicalIdUnder(target, `KafkaEventSource:${hash}:${topic}`);
  }

  private constructor() {}
}

/**
 * The logical id of a mapping under a function, before renamings.
 *
 * A resource is made at its place, its logical id is read, and it is removed again.
 */
function logicalIdUnder(target: IConstruct, id: string): string {
  const mapping = new Construct(target as Construct, id);
  const resource = new CfnResource(mapping, 'Resource', { type: 'AWS::Lambda::EventSourceMapping' });
  const logicalId = allocatedLogicalId(Stack.of(target), resource);
  target.node.tryRemoveChild(mapping.node.id);
  return logicalId;
}
