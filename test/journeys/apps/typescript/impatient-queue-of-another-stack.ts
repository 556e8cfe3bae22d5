import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { EventSourceMappingValidation } from 'cdk-event-source-mappings';

const app = new App();
Validations.of(app).addPlugins(new EventSourceMappingValidation());

const sources = new Stack(app, 'Sources');
const queue = new Queue(sources, 'Queue', {
  visibilityTimeout: Duration.seconds(10),
  deadLetterQueue: { queue: new Queue(sources, 'Failed'), maxReceiveCount: 5 },
});

const functions = new Stack(app, 'Functions');
const handler = new Function(functions, 'Handler', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => {};'),
  timeout: Duration.seconds(30),
});
handler.addEventSource(new SqsEventSource(queue));
