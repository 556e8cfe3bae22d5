import { Duration } from 'aws-cdk-lib';
import { StreamConsumer } from 'aws-cdk-lib/aws-kinesis';
import { arn, Surroundings } from './surroundings';
import {
  FailureDestination,
  KinesisConsumerEventSourceMapping,
  KinesisConsumerEventSourceMappingProps,
  KinesisFilter,
  MetricGroup,
  StreamStartingPosition,
} from '../../src';

export const Mapping = KinesisConsumerEventSourceMapping;

export function smallest({ stack, target }: Surroundings): KinesisConsumerEventSourceMappingProps {
  return {
    consumer: StreamConsumer.fromStreamConsumerArn(
      stack,
      'Consumer',
      arn('kinesis', 'stream/orders/consumer/fraud:1767225600'),
    ),
    target,
    startingPosition: StreamStartingPosition.trimHorizon(),
  };
}

export function fullest({ stack, target, deadLetters, key }: Surroundings): KinesisConsumerEventSourceMappingProps {
  return {
    consumer: StreamConsumer.fromStreamConsumerArn(
      stack,
      'Consumer',
      arn('kinesis', 'stream/orders/consumer/fraud:1767225600'),
    ),
    target,
    startingPosition: StreamStartingPosition.atTimestamp(new Date('2026-01-01T00:00:00Z')),
    batchSize: 500,
    maxBatchingWindow: Duration.seconds(5),
    parallelizationFactor: 1,
    tumblingWindow: Duration.minutes(1),
    retryAttempts: 3,
    maxRecordAge: Duration.hours(6),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: FailureDestination.queue(deadLetters),
    filters: [KinesisFilter.fromPattern({ data: { total: [{ numeric: ['>=', 1000] }] } })],
    filterEncryption: key,
    metricGroups: [MetricGroup.EVENT_COUNT],
    enabled: false,
    grantAccess: true,
    tags: { team: 'shop' },
  };
}
