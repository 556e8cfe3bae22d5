import { Duration } from 'aws-cdk-lib';
import { Stream } from 'aws-cdk-lib/aws-kinesis';
import { arn, Surroundings } from './surroundings';
import {
  FailureDestination,
  KinesisEventSourceMapping,
  KinesisEventSourceMappingProps,
  KinesisFilter,
  MetricGroup,
  StreamStartingPosition,
} from '../../src';

export const Mapping = KinesisEventSourceMapping;

export function smallest({ stack, target }: Surroundings): KinesisEventSourceMappingProps {
  return {
    stream: Stream.fromStreamArn(stack, 'Stream', arn('kinesis', 'stream/orders')),
    target,
    startingPosition: StreamStartingPosition.trimHorizon(),
  };
}

export function fullest({ stack, target, deadLetters, key }: Surroundings): KinesisEventSourceMappingProps {
  return {
    stream: Stream.fromStreamArn(stack, 'Stream', arn('kinesis', 'stream/orders')),
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
