import { Duration, Stack } from 'aws-cdk-lib';
import { ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { arn, Surroundings } from './surroundings';
import {
  DynamoDbEventSourceMapping,
  DynamoDbEventSourceMappingProps,
  DynamoDbFilter,
  DynamoDbStartingPosition,
  FailureDestination,
  MetricGroup,
} from '../../src';

export const Mapping = DynamoDbEventSourceMapping;

export function smallest({ stack, target }: Surroundings): DynamoDbEventSourceMappingProps {
  return {
    table: customers(stack),
    target,
    startingPosition: DynamoDbStartingPosition.trimHorizon(),
  };
}

export function fullest({ stack, target, deadLetters, key }: Surroundings): DynamoDbEventSourceMappingProps {
  return {
    table: customers(stack),
    target,
    startingPosition: DynamoDbStartingPosition.latest(),
    batchSize: 500,
    maxBatchingWindow: Duration.seconds(5),
    parallelizationFactor: 1,
    tumblingWindow: Duration.minutes(1),
    retryAttempts: 3,
    maxRecordAge: Duration.hours(6),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: FailureDestination.queue(deadLetters),
    filters: [DynamoDbFilter.fromPattern({ eventName: ['INSERT'] })],
    filterEncryption: key,
    metricGroups: [MetricGroup.EVENT_COUNT],
    enabled: false,
    grantAccess: true,
    tags: { team: 'shop' },
  };
}

function customers(stack: Stack): ITable {
  return Table.fromTableAttributes(stack, 'Table', {
    tableArn: arn('dynamodb', 'table/customers'),
    tableStreamArn: arn('dynamodb', 'table/customers/stream/2026-01-01T00:00:00.000'),
  });
}
