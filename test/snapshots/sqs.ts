import { Duration } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { arn, Surroundings } from './surroundings';
import { MetricGroup, SqsEventSourceMapping, SqsEventSourceMappingProps, SqsFilter, SqsScaling } from '../../src';

export const Mapping = SqsEventSourceMapping;

export function smallest({ stack, target }: Surroundings): SqsEventSourceMappingProps {
  return { queue: Queue.fromQueueArn(stack, 'Queue', arn('sqs', 'thumbnails')), target };
}

export function fullest({ stack, target, key }: Surroundings): SqsEventSourceMappingProps {
  return {
    queue: Queue.fromQueueArn(stack, 'Queue', arn('sqs', 'thumbnails')),
    target,
    batchSize: 1000,
    maxBatchingWindow: Duration.seconds(10),
    scaling: SqsScaling.maxConcurrency(50),
    reportBatchItemFailures: true,
    filters: [
      SqsFilter.fromPattern({ body: { type: ['image/png'] } }),
      SqsFilter.fromPattern({ body: { type: ['image/jpeg'] } }),
    ],
    filterEncryption: key,
    metricGroups: [MetricGroup.EVENT_COUNT],
    enabled: false,
    grantAccess: true,
    tags: { team: 'shop' },
  };
}
