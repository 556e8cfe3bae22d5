import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Stream } from 'aws-cdk-lib/aws-kinesis';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  EventSourceMappingValidation,
  KinesisEventSourceMapping,
  SqsEventSourceMapping,
  StreamStartingPosition,
} from 'cdk-event-source-mappings';

const app = new App();
Validations.of(app).addPlugins(new EventSourceMappingValidation());

const sources = new Stack(app, 'Sources');
const stream = new Stream(sources, 'OrderStream');
const jobs = new Queue(sources, 'JobQueue', {
  visibilityTimeout: Duration.seconds(180),
  deadLetterQueue: { queue: new Queue(sources, 'FailedJobs'), maxReceiveCount: 5 },
});

// The sources are in the other stack.
const functions = new Stack(app, 'Functions');
const handler = new Function(functions, 'Handler', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => {};'),
  timeout: Duration.seconds(30),
});
new SqsEventSourceMapping(functions, 'Jobs', { queue: jobs, target: handler });
new KinesisEventSourceMapping(functions, 'Orders', {
  stream,
  target: handler,
  startingPosition: StreamStartingPosition.latest(),
});

// The function is in the other stack.
const reports = new Stack(app, 'Reports');
new SqsEventSourceMapping(reports, 'Reports', {
  queue: new Queue(reports, 'ReportQueue', {
    visibilityTimeout: Duration.seconds(180),
    deadLetterQueue: { queue: new Queue(reports, 'FailedReports'), maxReceiveCount: 5 },
  }),
  target: handler,
});
