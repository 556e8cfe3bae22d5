import { App, Duration, Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { SqsEventSourceMapping, SqsScaling } from 'cdk-event-source-mappings';

const app = new App();
const stack = new Stack(app, 'Shop');

new SqsEventSourceMapping(stack, 'Jobs', {
  queue: new Queue(stack, 'Queue'),
  target: new Function(stack, 'Handler', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {};'),
  }),
  batchSize: 500,
  maxBatchingWindow: Duration.seconds(400),
  scaling: SqsScaling.maxConcurrency(1),
});
