import { App, Duration, Stack } from 'aws-cdk-lib';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  FailureDestination,
  KinesisEventSourceMapping,
  SqsEventSourceMapping,
  StreamStartingPosition,
} from '../../src';

function world() {
  const stack = new Stack(new App(), 'MyStack');
  const target = new lambda.Function(stack, 'Handler', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    timeout: Duration.seconds(20),
  });
  return { stack, target };
}

test('a mapping explains itself, in the names of its options and of the constructs around it', () => {
  const { stack, target } = world();
  const mapping = new KinesisEventSourceMapping(stack, 'Orders', {
    stream: new kinesis.Stream(stack, 'Stream', { shardCount: 4 }),
    target,
    startingPosition: StreamStartingPosition.trimHorizon(),
    retryAttempts: 3,
    onFailure: FailureDestination.queue(new sqs.Queue(stack, 'Failed')),
  });
  const texts = mapping.explain();
  expect(texts[0]).toMatch(
    /^A batch with a record that always fails is tried at most 4 times: once, and 3 times more \(retryAttempts\)\. .* https:/,
  );
  expect(texts[1]).toContain('up to 1 min 20 s (4 × 20 s, the timeout of the function)');
  expect(texts[2]).toContain('Then MyStack/Failed, the failure destination, learns where the batch was');
  expect(texts[2]).toContain('(24 h after it came there: the retention period of the stream)');
  expect(texts.join('\n')).toContain('At most 4 batches are processed at the same time: 4 shards.');
});

test('of a queue, by what its redrive policy says when it is asked', () => {
  const { stack, target } = world();
  const queue = new sqs.Queue(stack, 'Jobs', { visibilityTimeout: Duration.minutes(2) });
  const mapping = new SqsEventSourceMapping(stack, 'Mapping', { queue, target });
  expect(mapping.explain().join('\n')).toContain('When it expires, it is lost.');
  const dead = new sqs.Queue(stack, 'Dead');
  (queue.node.defaultChild as sqs.CfnQueue).redrivePolicy = { deadLetterTargetArn: dead.queueArn, maxReceiveCount: 5 };
  expect(mapping.explain().join('\n')).toContain(
    'Then it goes to MyStack/Dead, the dead-letter queue, at least 10 min after the first try',
  );
});

test('of a source that was made elsewhere', () => {
  const { stack, target } = world();
  const queue = sqs.Queue.fromQueueArn(stack, 'Imported', 'arn:aws:sqs:eu-west-1:123456789012:jobs');
  const texts = new SqsEventSourceMapping(stack, 'Mapping', { queue, target }).explain().join('\n');
  expect(texts).toContain('is up to the redrive policy of the queue, which is not known here');
});
