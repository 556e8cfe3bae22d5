import { App, Duration, Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { ManagedKafkaEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';

const app = new App();
const stack = new Stack(app, 'Shop');
const clusterArn = 'arn:aws:kafka:eu-west-1:123456789012:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2';
const queue = new Queue(stack, 'Queue', {
  visibilityTimeout: Duration.seconds(180),
  deadLetterQueue: { queue: new Queue(stack, 'Failed'), maxReceiveCount: 5 },
});
const handler = new Function(stack, 'Handler', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => {};'),
  timeout: Duration.seconds(30),
});

handler.addEventSource(new SqsEventSource(queue, { batchSize: 5 }));
handler.addEventSource(
  new ManagedKafkaEventSource({ clusterArn, topic: 'clicks', startingPosition: StartingPosition.LATEST }),
);
