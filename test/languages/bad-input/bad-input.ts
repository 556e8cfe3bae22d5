import { Duration, Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { SqsEventSourceMapping, SqsScaling } from 'cdk-event-source-mappings';

const stack = new Stack(undefined, 'MyStack');

try {
  new SqsEventSourceMapping(stack, 'Jobs', {
    queue: new Queue(stack, 'Queue'),
    target: new Function(stack, 'Handler', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => {};'),
    }),
    maxBatchingWindow: Duration.seconds(400),
    scaling: SqsScaling.maxConcurrency(1),
  });
} catch (error) {
  console.log((error as Error).message);
}
