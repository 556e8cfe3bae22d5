import { App, Stack } from 'aws-cdk-lib';
import {
  DynamoDbEventSourceMapping,
  DynamoDbStartingPosition,
  KafkaAuthentication,
  KinesisConsumerEventSourceMapping,
  KinesisEventSourceMapping,
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
  SqsEventSourceMapping,
  SqsScaling,
  StreamStartingPosition,
} from 'cdk-event-source-mappings';
import { aliasIn, handlerIn, Sources } from './sources';

/** The same app, moved. Whoever moves it writes the texts that `migrate` prints. */
const app = new App();
const stack = new Stack(app, 'Live');
const startingPosition = StreamStartingPosition.trimHorizon();
const { queue, stream, consumer, table, clusterArn, bootstrapServers, credentials } = new Sources(stack, 'Of');

new SqsEventSourceMapping(stack, 'Jobs', {
  queue,
  target: handlerIn(stack, 'ReadQueue'),
  batchSize: 5,
  scaling: SqsScaling.maxConcurrency(7),
  reportBatchItemFailures: true,
});
new KinesisEventSourceMapping(stack, 'Events', {
  stream,
  target: aliasIn(stack, 'ReadStream'),
  startingPosition,
  retryAttempts: 3,
});
new KinesisConsumerEventSourceMapping(stack, 'ConsumerEvents', {
  consumer,
  target: handlerIn(stack, 'ReadConsumer'),
  startingPosition,
});
new DynamoDbEventSourceMapping(stack, 'Changes', {
  table,
  target: handlerIn(stack, 'ReadTable'),
  startingPosition: DynamoDbStartingPosition.trimHorizon(),
});
new MskEventSourceMapping(stack, 'Clicks', {
  cluster: MskCluster.arn(clusterArn),
  topic: 'clicks',
  target: handlerIn(stack, 'ReadCluster'),
  authentication: MskAuthentication.saslScram512(credentials),
  startingPosition,
});
new SelfManagedKafkaEventSourceMapping(stack, 'Audit', {
  bootstrapServers,
  topic: 'audit',
  target: handlerIn(stack, 'ReadServers'),
  authentication: KafkaAuthentication.saslScram512(credentials),
  startingPosition,
});
