import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { EventSourceMappingValidation } from 'cdk-event-source-mappings';

const app = new App();
Validations.of(app).addPlugins(new EventSourceMappingValidation());
const stack = new Stack(app, 'Shop');

const handler = new Function(stack, 'Handler', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => {};'),
  timeout: Duration.seconds(120),
});
handler.addEventSource(
  new SqsEventSource(
    new Queue(stack, 'Queue', {
      visibilityTimeout: Duration.seconds(30),
      deadLetterQueue: { queue: new Queue(stack, 'Failed'), maxReceiveCount: 5 },
    }),
  ),
);
