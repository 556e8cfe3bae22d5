import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { IStream, Stream } from 'aws-cdk-lib/aws-kinesis';
import {
  CfnEventSourceMapping,
  Code,
  FilterCriteria,
  Function,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource, ManagedKafkaEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import * as ours from 'cdk-event-source-mappings';

/** As many as leave 450 mappings room for functions, roles, policies and log groups in one stack. */
const MAPPINGS_A_FUNCTION = 45;

const QUEUE_PATTERN = { body: { type: ['image/png'] } };
const STREAM_PATTERN = { data: { total: [{ numeric: ['>=', 1000] }] } };
const KAFKA_PATTERN = { value: { type: ['created'] } };

/** One way to write a mapping of a source. */
type Write<Source> = (stack: Stack, id: string, source: Source, target: Function) => void;

interface Kind<Source> {
  readonly source: (stack: Stack, id: string) => Source;
  readonly ways: { readonly [way: string]: Write<Source> };
}

const sqs: Kind<IQueue> = {
  source: (stack, id) => Queue.fromQueueArn(stack, id, `arn:aws:sqs:eu-central-1:111122223333:${id}`),
  ways: {
    none: () => {},
    'L1 and statement': (stack, id, queue, target) => {
      target.addToRolePolicy(
        new PolicyStatement({
          actions: [
            'sqs:ReceiveMessage',
            'sqs:ChangeMessageVisibility',
            'sqs:GetQueueUrl',
            'sqs:DeleteMessage',
            'sqs:GetQueueAttributes',
          ],
          resources: [queue.queueArn],
        }),
      );
      sqsL1(stack, id, queue, target);
    },
    'event-sources': (_stack, _id, queue, target) =>
      target.addEventSource(
        new SqsEventSource(queue, {
          batchSize: 100,
          maxBatchingWindow: Duration.seconds(10),
          maxConcurrency: 50,
          reportBatchItemFailures: true,
          filters: [FilterCriteria.filter(QUEUE_PATTERN)],
        }),
      ),
    'this library': (stack, id, queue, target) =>
      void new ours.SqsEventSourceMapping(stack, id, {
        queue,
        target,
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(10),
        scaling: ours.SqsScaling.maxConcurrency(50),
        reportBatchItemFailures: true,
        filters: [ours.SqsFilter.fromPattern(QUEUE_PATTERN)],
      }),
  },
};

function sqsL1(stack: Stack, id: string, queue: IQueue, target: Function): void {
  new CfnEventSourceMapping(stack, id, {
    eventSourceArn: queue.queueArn,
    functionName: target.functionName,
    batchSize: 100,
    maximumBatchingWindowInSeconds: 10,
    scalingConfig: { maximumConcurrency: 50 },
    functionResponseTypes: ['ReportBatchItemFailures'],
    filterCriteria: { filters: [{ pattern: JSON.stringify(QUEUE_PATTERN) }] },
  });
}

const kinesis: Kind<IStream> = {
  source: (stack, id) => Stream.fromStreamArn(stack, id, `arn:aws:kinesis:eu-central-1:111122223333:stream/${id}`),
  ways: {
    none: () => {},
    'L1 and statement': (stack, id, stream, target) => {
      target.addToRolePolicy(
        new PolicyStatement({
          actions: [
            'kinesis:DescribeStream',
            'kinesis:DescribeStreamSummary',
            'kinesis:GetRecords',
            'kinesis:GetShardIterator',
            'kinesis:ListShards',
          ],
          resources: [stream.streamArn],
        }),
      );
      kinesisL1(stack, id, stream, target);
    },
    'event-sources': (_stack, _id, stream, target) =>
      target.addEventSource(
        new KinesisEventSource(stream, {
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize: 500,
          maxBatchingWindow: Duration.seconds(5),
          parallelizationFactor: 4,
          retryAttempts: 3,
          maxRecordAge: Duration.hours(6),
          bisectBatchOnError: true,
          reportBatchItemFailures: true,
          filters: [FilterCriteria.filter(STREAM_PATTERN)],
        }),
      ),
    'this library': (stack, id, stream, target) =>
      void new ours.KinesisEventSourceMapping(stack, id, {
        stream,
        target,
        startingPosition: ours.StreamStartingPosition.trimHorizon(),
        batchSize: 500,
        maxBatchingWindow: Duration.seconds(5),
        parallelizationFactor: 4,
        retryAttempts: 3,
        maxRecordAge: Duration.hours(6),
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        filters: [ours.KinesisFilter.fromPattern(STREAM_PATTERN)],
      }),
  },
};

function kinesisL1(stack: Stack, id: string, stream: IStream, target: Function): void {
  new CfnEventSourceMapping(stack, id, {
    eventSourceArn: stream.streamArn,
    functionName: target.functionName,
    startingPosition: 'TRIM_HORIZON',
    batchSize: 500,
    maximumBatchingWindowInSeconds: 5,
    parallelizationFactor: 4,
    maximumRetryAttempts: 3,
    maximumRecordAgeInSeconds: 6 * 60 * 60,
    bisectBatchOnFunctionError: true,
    functionResponseTypes: ['ReportBatchItemFailures'],
    filterCriteria: { filters: [{ pattern: JSON.stringify(STREAM_PATTERN) }] },
  });
}

const msk: Kind<string> = {
  source: (_stack, id) =>
    `arn:aws:kafka:eu-central-1:111122223333:cluster/${id}/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2`,
  ways: {
    none: () => {},
    'L1 and statement': (stack, id, clusterArn, target) => {
      target.addToRolePolicy(
        new PolicyStatement({
          actions: ['kafka:DescribeCluster', 'kafka:GetBootstrapBrokers', 'kafka:ListScramSecrets'],
          resources: [clusterArn],
        }),
      );
      mskL1(stack, id, clusterArn, target);
    },
    'event-sources': (_stack, id, clusterArn, target) =>
      target.addEventSource(
        new ManagedKafkaEventSource({
          clusterArn,
          // The event source's id is made of it, so that a function can't read the same topic of two clusters.
          topic: topicOf(id),
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize: 500,
          maxBatchingWindow: Duration.seconds(5),
          filters: [FilterCriteria.filter(KAFKA_PATTERN)],
        }),
      ),
    'this library': (stack, id, clusterArn, target) =>
      void new ours.MskEventSourceMapping(stack, id, {
        cluster: ours.MskCluster.arn(clusterArn),
        topic: topicOf(id),
        target,
        startingPosition: ours.StreamStartingPosition.trimHorizon(),
        batchSize: 500,
        maxBatchingWindow: Duration.seconds(5),
        filters: [ours.KafkaFilter.fromPattern(KAFKA_PATTERN)],
      }),
  },
};

function mskL1(stack: Stack, id: string, clusterArn: string, target: Function): void {
  new CfnEventSourceMapping(stack, id, {
    eventSourceArn: clusterArn,
    functionName: target.functionName,
    topics: [topicOf(id)],
    startingPosition: 'TRIM_HORIZON',
    batchSize: 500,
    maximumBatchingWindowInSeconds: 5,
    filterCriteria: { filters: [{ pattern: JSON.stringify(KAFKA_PATTERN) }] },
  });
}

function topicOf(id: string): string {
  return `clicks-${id}`;
}

export const KINDS = { sqs, kinesis, msk };
export const WAYS = Object.keys(sqs.ways);

/** Fills a stack with functions, sources and mappings, written in one way. */
export function fill(stack: Stack, kind: keyof typeof KINDS, way: string, mappings: number): void {
  const { source, ways } = KINDS[kind] as Kind<unknown>;
  const targets = Array.from(
    { length: Math.ceil(mappings / MAPPINGS_A_FUNCTION) },
    (_, index) =>
      new Function(stack, `Handler${index}`, {
        runtime: Runtime.NODEJS_22_X,
        handler: 'index.handler',
        code: Code.fromInline('exports.handler = async () => {};'),
      }),
  );
  for (let index = 0; index < mappings; index += 1) {
    ways[way](stack, `Mapping${index}`, source(stack, `Source${index}`), targets[index % targets.length]);
  }
}
