import { App, Duration, Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { SqsEventSourceMapping } from 'cdk-event-source-mappings';

const app = new App();
const stack = new Stack(app, 'Shop');

new SqsEventSourceMapping(stack, 'Jobs', {
  queue: new Queue(stack, 'Queue', {
    visibilityTimeout: Duration.seconds(180),
    deadLetterQueue: { queue: new Queue(stack, 'Failed'), maxReceiveCount: 5 },
  }),
  target: new Function(stack, 'Handler', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {};'),
    timeout: Duration.seconds(30),
  }),
  batchSize: 10,
});
