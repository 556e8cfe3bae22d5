import { App, Duration, Stack } from 'aws-cdk-lib';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { filterEncryptionCases } from './shared/filter-encryption.cases';
import { filterCases, Filters, jsonOnlyCases } from './shared/filters.cases';
import { sourceArnCases } from './shared/source-arn.cases';
import { requiredPositionCases, startingPositionCases } from './shared/starting-position.cases';
import { streamCases } from './shared/streams.cases';
import {
  FailureDestination,
  KinesisConsumerEventSourceMappingProps as Props,
  KinesisFilter,
  MetricGroup,
  StreamStartingPosition,
} from '../../src';
import type { Case, Smallest } from '../cases';
import type { Fixtures } from '../fixtures';

const SOURCE = 'kinesis-consumer';
const FILTERS: Filters<KinesisFilter> = {
  source: SOURCE,
  fromPattern: KinesisFilter.fromPattern,
  fromJson: KinesisFilter.fromJson,
  key: 'data',
  otherKeys: ['body', 'kinesis', 'value'],
  unseenKey: 'eventSourceARN',
};

const consumerIn = (partition: string, region: string) =>
  `arn:${partition}:kinesis:${region}:123456789012:stream/lambda-stream/consumer/con1:1540591608`;

export const smallest: Smallest<Props> = {
  props: (f) => ({ consumer: f.consumer, target: f.target, startingPosition: StreamStartingPosition.latest() }),
  properties: { EventSourceArn: consumerIn('aws', 'us-east-2'), FunctionName: 'handler', StartingPosition: 'LATEST' },
};

export const fullest = (f: Fixtures): Props => ({
  consumer: f.consumer,
  target: f.target,
  startingPosition: StreamStartingPosition.atTimestamp(new Date('2024-01-01T00:00:00Z')),
  enabled: true,
  grantAccess: true,
  tags: { team: 'orders' },
  batchSize: 500,
  maxBatchingWindow: Duration.seconds(5),
  parallelizationFactor: 10,
  tumblingWindow: Duration.seconds(0),
  retryAttempts: 10_000,
  maxRecordAge: Duration.days(7),
  bisectBatchOnError: true,
  reportBatchItemFailures: true,
  onFailure: FailureDestination.queue(f.deadLetters),
  filters: [KinesisFilter.fromPattern({ data: { type: ['created'] } })],
  filterEncryption: f.key,
  metricGroups: [MetricGroup.EVENT_COUNT],
});

/** A function of an account that is known, and a stack of another. */
function inTwoAccounts(f: Fixtures) {
  const target = lambda.Function.fromFunctionArn(
    f.stack,
    'Elsewhere',
    'arn:aws:lambda:us-east-2:999999999999:function:handler',
  );
  const stack = new Stack(f.stack.node.root as App, 'Owner', { env: { account: '123456789012', region: 'us-east-2' } });
  return { target, stack };
}

const ACCOUNTS: Case<Props>[] = [
  {
    name: 'consumer that is made in another account',
    props: (f) => {
      const { target, stack } = inTwoAccounts(f);
      const stream = new kinesis.Stream(stack, 'Owned', { streamName: 'lambda-stream' });
      return {
        target,
        consumer: new kinesis.StreamConsumer(stack, 'Consumer', { stream, streamConsumerName: 'con1' }),
      };
    },
    problems: ['kinesis-consumer-consumer-made-elsewhere'],
  },
  {
    name: 'consumer that is there, in another account',
    props: (f) => ({
      target: inTwoAccounts(f).target,
      consumer: kinesis.StreamConsumer.fromStreamConsumerArn(f.stack, 'Imported', consumerIn('aws', 'us-east-2')),
    }),
    problems: [],
  },
];

export const cases: readonly Case<Props>[] = [
  ...streamCases(SOURCE),
  ...ACCOUNTS,
  ...startingPositionCases(SOURCE),
  ...requiredPositionCases(SOURCE),
  ...filterCases(FILTERS),
  ...jsonOnlyCases(FILTERS),
  ...filterEncryptionCases(FILTERS),
  ...sourceArnCases<Props>({
    rule: 'kinesis-consumer-consumer',
    arn: consumerIn,
    also: [`arn:aws:kinesis:us-east-2:123456789012:stream/${'s'.repeat(128)}/consumer/${'c'.repeat(128)}:1`],
    others: [
      'arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream',
      'arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream/consumer/con1',
      `arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream/consumer/${'c'.repeat(129)}:1`,
      'arn:aws:sqs:us-east-2:123456789012:my-queue',
    ],
    props: (f, arn) => ({ consumer: kinesis.StreamConsumer.fromStreamConsumerArn(f.stack, 'Imported', arn) }),
  }),
  {
    name: 'consumer that is a stream',
    properties: { EventSourceArn: 'arn:aws-cn:kinesis:cn-north-1:123456789012:stream/lambda-stream' },
    problems: ['kinesis-consumer-consumer-arn'],
  },
];
