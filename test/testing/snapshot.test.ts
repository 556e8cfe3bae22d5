import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  EventSourceMappingSnapshot,
  KafkaAuthentication,
  SelfManagedKafkaEventSourceMapping,
  SqsEventSourceMapping,
  SqsFilter,
} from '../../src';
import { eventSourceMappingSerializer } from '../../src/testing/snapshot-serializer';

function templateWith(batchSize: number, code = 'exports.handler = async () => {};'): { [name: string]: unknown } {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Jobs');
  const target = new lambda.Function(stack, 'Handler', {
    code: lambda.Code.fromInline(code),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
  }).currentVersion;
  new SqsEventSourceMapping(stack, 'Mapping', {
    queue: new sqs.Queue(stack, 'Queue', {
      visibilityTimeout: Duration.minutes(1),
      deadLetterQueue: { queue: new sqs.Queue(stack, 'Dead'), maxReceiveCount: 5 },
    }),
    target,
    batchSize,
    maxBatchingWindow: Duration.seconds(1),
    filters: [SqsFilter.fromPattern({ body: { kind: ['order'] } })],
  });
  new SelfManagedKafkaEventSourceMapping(stack, 'Audit', {
    bootstrapServers: ['broker-1.example.com:9096'],
    topic: 'audit',
    target,
    authentication: KafkaAuthentication.basic(new secretsmanager.Secret(stack, 'Secret')),
  });
  return Template.fromStack(stack).toJSON();
}

const lines = (template: { [name: string]: unknown }) => EventSourceMappingSnapshot.of(template).split('\n');

test('a mapping is its properties, one a line', () => {
  expect(lines(templateWith(100))).toEqual([
    'Audit',
    '  FunctionName: ${Handler}:${HandlerCurrentVersion}',
    '  SelfManagedEventSource.Endpoints.KafkaBootstrapServers[0]: broker-1.example.com:9096',
    '  SourceAccessConfigurations[BASIC_AUTH].Type: BASIC_AUTH',
    '  SourceAccessConfigurations[BASIC_AUTH].URI: Secret',
    '  Topics[0]: audit',
    '',
    'Mapping',
    '  BatchSize: 100',
    '  EventSourceArn: Queue.Arn',
    '  FilterCriteria.Filters[0].Pattern: {"body":{"kind":["order"]}}',
    '  FunctionName: ${Handler}:${HandlerCurrentVersion}',
    '  MaximumBatchingWindowInSeconds: 1',
  ]);
});

test('a change of one option is a change of one line', () => {
  const [before, after] = [lines(templateWith(100)), lines(templateWith(200))];
  expect(after.filter((line, index) => line !== before[index])).toEqual(['  BatchSize: 200']);
  expect(after).toHaveLength(before.length);
});

test('a source of another stack is called the same, by a strong and by a weak reference', () => {
  const texts = ['strong', 'weak', 'both'].map((strength) => {
    const app = new App({
      analyticsReporting: false,
      context: { '@aws-cdk/core:defaultCrossStackReferences': strength },
    });
    const jobs = new Stack(app, 'Jobs');
    new lambda.CfnEventSourceMapping(jobs, 'Mapping', {
      functionName: 'handler',
      eventSourceArn: new sqs.Queue(new Stack(app, 'Data'), 'Queue').queueArn,
    });
    return lines(Template.fromStack(jobs).toJSON());
  });
  const expected = ['Mapping', '  EventSourceArn: QueueArn of Data', '  FunctionName: handler'];
  expect(texts).toEqual([expected, expected, expected]);
});

test.each<[unknown, string]>([
  [{ 'Fn::ImportValue': 'jobs' }, 'import of jobs'],
  [{ 'Fn::ImportValue': { 'Fn::Sub': '${Stage}-jobs' } }, 'import of ${Stage}-jobs'],
  [{ 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'Arn' } }, 'output Arn of Data'],
  [
    { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'Arn', Region: { Ref: 'AWS::Region' } } },
    'output Arn of Data',
  ],
  [
    { 'Fn::GetStackOutput': { StackName: { Ref: 'Stack' }, OutputName: 'Arn', Region: 'eu-west-1' } },
    'output Arn of Stack ({"Region":"eu-west-1"})',
  ],
  [{ Ref: 'referencetoDataQueue4A7E3555Arn' }, 'referencetoDataQueueArn'],
])('%j is written as %s', (arn, words) => {
  const template = {
    Resources: { Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn: arn } } },
  };
  expect(lines(template)).toEqual(['Mapping', `  EventSourceArn: ${words}`]);
});

test('changed code changes nothing', () =>
  expect(lines(templateWith(100, 'exports.handler = async () => 1;'))).toEqual(lines(templateWith(100))));

describe('the serializer', () => {
  beforeAll(() => expect.addSnapshotSerializer(eventSourceMappingSerializer));

  test('writes the mappings of a template, and leaves the rest to Jest', () => {
    const template = {
      Resources: {
        QueueA1B2C3D4: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60 } },
        JobsE5F6A7B8: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            FunctionName: { Ref: 'HandlerC9D0E1F2' },
            EventSourceArn: { 'Fn::GetAtt': ['QueueA1B2C3D4', 'Arn'] },
            BatchSize: 100,
            FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] },
          },
          DependsOn: ['PolicyA3B4C5D6'],
          Condition: 'IsProduction',
        },
      },
      Outputs: { Id: { Value: { Ref: 'JobsE5F6A7B8' } } },
    };
    expect(template).toMatchInlineSnapshot(`
      {
        "Outputs": {
          "Id": {
            "Value": {
              "Ref": "JobsE5F6A7B8",
            },
          },
        },
        "Resources": {
          "JobsE5F6A7B8": AWS::Lambda::EventSourceMapping {
            BatchSize: 100
            EventSourceArn: Queue.Arn
            FilterCriteria.Filters[0].Pattern: {"body":{"kind":["order"]}}
            FunctionName: Handler
            Condition: IsProduction
            DependsOn[0]: PolicyA3B4C5D6
          },
          "QueueA1B2C3D4": {
            "Properties": {
              "VisibilityTimeout": 60,
            },
            "Type": "AWS::SQS::Queue",
          },
        },
      }
    `);
  });

  test('is for nothing but mappings', () => {
    const others = [templateWith(100), { Type: 'AWS::SQS::Queue' }, { Resources: {} }, null, undefined, 'text', 5];
    expect(others.filter((value) => eventSourceMappingSerializer.test(value))).toEqual([]);
  });
});
