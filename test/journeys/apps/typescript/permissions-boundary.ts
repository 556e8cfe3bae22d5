import { App, Duration, PermissionsBoundary, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { EventSourceMappingValidation, SqsEventSourceMapping } from 'cdk-event-source-mappings';

const app = new App();
Validations.of(app).addPlugins(new EventSourceMappingValidation());
const stage = new Stage(app, 'Production', { permissionsBoundary: PermissionsBoundary.fromName('developers') });
const stack = new Stack(stage, 'Shop');

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
});
