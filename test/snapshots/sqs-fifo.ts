import { Queue } from 'aws-cdk-lib/aws-sqs';
import { arn, Surroundings } from './surroundings';
import {
  MetricGroup,
  SqsFifoEventSourceMapping,
  SqsFifoEventSourceMappingProps,
  SqsFilter,
  SqsScaling,
} from '../../src';

export const Mapping = SqsFifoEventSourceMapping;

export function smallest({ stack, target }: Surroundings): SqsFifoEventSourceMappingProps {
  return { queue: Queue.fromQueueArn(stack, 'Queue', arn('sqs', 'payments.fifo')), target };
}

export function fullest({ stack, target, key }: Surroundings): SqsFifoEventSourceMappingProps {
  return {
    queue: Queue.fromQueueArn(stack, 'Queue', arn('sqs', 'payments.fifo')),
    target,
    batchSize: 5,
    scaling: SqsScaling.provisioned({ minimumPollers: 2, maximumPollers: 20 }),
    reportBatchItemFailures: true,
    filters: [SqsFilter.fromPattern({ body: { currency: ['EUR'] } })],
    filterEncryption: key,
    metricGroups: [MetricGroup.EVENT_COUNT],
    enabled: false,
    grantAccess: true,
    tags: { team: 'shop' },
  };
}
