import { App, Stack } from 'aws-cdk-lib';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import {
  DynamoEventSource,
  KinesisConsumerEventSource,
  KinesisEventSource,
  ManagedKafkaEventSource,
  SelfManagedKafkaEventSource,
  SqsEventSource,
} from 'aws-cdk-lib/aws-lambda-event-sources';
import { aliasIn, handlerIn, Sources } from './sources';

/** The app as it is live: with each class of aws-lambda-event-sources. */
const app = new App();
const stack = new Stack(app, 'Live');
const startingPosition = StartingPosition.TRIM_HORIZON;
const { queue, stream, consumer, table, clusterArn, bootstrapServers, credentials: secret } = new Sources(stack, 'Of');

handlerIn(stack, 'ReadQueue').addEventSource(
  new SqsEventSource(queue, { batchSize: 5, maxConcurrency: 7, reportBatchItemFailures: true }),
);
aliasIn(stack, 'ReadStream').addEventSource(new KinesisEventSource(stream, { startingPosition, retryAttempts: 3 }));
handlerIn(stack, 'ReadConsumer').addEventSource(new KinesisConsumerEventSource(consumer, { startingPosition }));
handlerIn(stack, 'ReadTable').addEventSource(new DynamoEventSource(table, { startingPosition }));
handlerIn(stack, 'ReadCluster').addEventSource(
  new ManagedKafkaEventSource({ clusterArn, topic: 'clicks', secret, startingPosition }),
);
handlerIn(stack, 'ReadServers').addEventSource(
  new SelfManagedKafkaEventSource({ bootstrapServers, topic: 'audit', secret, startingPosition }),
);
