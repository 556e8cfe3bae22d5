import { Duration } from 'aws-cdk-lib';
import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Stream, StreamConsumer } from 'aws-cdk-lib/aws-kinesis';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  DynamoDbEventName,
  DynamoDbEventSourceMapping,
  DynamoDbFilter,
  DynamoDbStartingPosition,
  FailureDestination,
  FieldRule,
  KinesisConsumerEventSourceMapping,
  KinesisEventSourceMapping,
  KinesisFilter,
  MetricGroup,
  StreamStartingPosition,
} from 'cdk-event-source-mappings';
import { Construct } from 'constructs';
import { Handler } from './handler';

/** Orders, which one function books and another checks for fraud, and the changes of the customers. */
export function addStreams(scope: Construct): void {
  const orders = new Stream(scope, 'OrderStream', { shardCount: 4 });
  bookOrders(scope, orders);
  checkOrders(scope, orders);
  followCustomers(scope);
}

function bookOrders(scope: Construct, orders: Stream) {
  // Through an alias, a new version takes over without a change of the mapping.
  const live = new Handler(scope, 'BookOrder').addAlias('live');
  const failed = new Queue(scope, 'FailedOrders', { retentionPeriod: Duration.days(14), enforceSSL: true });

  new KinesisEventSourceMapping(scope, 'Orders', {
    stream: orders,
    target: live,
    startingPosition: StreamStartingPosition.trimHorizon(),
    batchSize: 500,
    maxBatchingWindow: Duration.seconds(5),
    parallelizationFactor: 4,
    retryAttempts: 3,
    maxRecordAge: Duration.hours(6),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: FailureDestination.queue(failed),
  });
}

function checkOrders(scope: Construct, orders: Stream) {
  const suspicious = new Topic(scope, 'UncheckedOrders', { enforceSSL: true });

  new KinesisConsumerEventSourceMapping(scope, 'Fraud', {
    consumer: new StreamConsumer(scope, 'FraudConsumer', { stream: orders, streamConsumerName: 'fraud' }),
    target: new Handler(scope, 'CheckOrder', { timeout: Duration.minutes(2) }),
    startingPosition: StreamStartingPosition.atTimestamp(new Date('2026-01-01T00:00:00Z')),
    tumblingWindow: Duration.minutes(1),
    retryAttempts: 10,
    onFailure: FailureDestination.topic(suspicious),
    filters: [KinesisFilter.of({ jsonData: { total: FieldRule.numberIn({ atLeast: 1000 }) } })],
    metricGroups: [MetricGroup.EVENT_COUNT],
  });
}

function followCustomers(scope: Construct) {
  const customers = new Table(scope, 'Customers', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
  });
  const failed = new Bucket(scope, 'FailedChanges', {
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  });

  new DynamoDbEventSourceMapping(scope, 'Changes', {
    table: customers,
    target: new Handler(scope, 'FollowCustomer'),
    startingPosition: DynamoDbStartingPosition.latest(),
    maxBatchingWindow: Duration.seconds(1),
    retryAttempts: 5,
    reportBatchItemFailures: true,
    onFailure: FailureDestination.bucket(failed),
    filters: [DynamoDbFilter.of({ eventNames: [DynamoDbEventName.INSERT, DynamoDbEventName.MODIFY] })],
  });
}
