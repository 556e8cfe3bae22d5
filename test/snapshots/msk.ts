import { Duration } from 'aws-cdk-lib';
import { arn, Surroundings } from './surroundings';
import {
  KafkaRecordFormat,
  KafkaFilter,
  KafkaMetricGroup,
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  MskEventSourceMappingProps,
  PollerLogLevel,
  SchemaRegistry,
  SchemaValidationAttribute,
  StreamStartingPosition,
} from '../../src';

export const Mapping = MskEventSourceMapping;

const CLUSTER = MskCluster.arn(arn('kafka', 'cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2'));

export function smallest({ target }: Surroundings): MskEventSourceMappingProps {
  return { cluster: CLUSTER, topic: 'clicks', target, startingPosition: StreamStartingPosition.latest() };
}

export function fullest({ target, credentials, key }: Surroundings): MskEventSourceMappingProps {
  return {
    cluster: CLUSTER,
    topic: 'clicks',
    consumerGroupId: 'shop-clicks',
    target,
    startingPosition: StreamStartingPosition.atTimestamp(new Date('2026-01-01T00:00:00Z')),
    authentication: MskAuthentication.saslScram512(credentials),
    batchSize: 1000,
    maxBatchingWindow: Duration.seconds(2),
    filters: [KafkaFilter.fromPattern({ value: { page: ['checkout'] } })],
    filterEncryption: key,
    metricGroups: [KafkaMetricGroup.EVENT_COUNT, KafkaMetricGroup.ERROR_COUNT, KafkaMetricGroup.KAFKA_METRICS],
    provisionedMode: {
      minimumPollers: 1,
      maximumPollers: 20,
      pollerGroupName: 'shop',
      retryAttempts: 5,
      maxRecordAge: Duration.hours(6),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      onFailureTopic: 'clicks-failed',
      schemaRegistry: SchemaRegistry.glue(arn('glue', 'registry/clicks'), {
        format: KafkaRecordFormat.JSON,
        validate: [SchemaValidationAttribute.KEY, SchemaValidationAttribute.VALUE],
      }),
      logLevel: PollerLogLevel.INFO,
    },
    enabled: false,
    grantAccess: true,
    restrictNetworkInterfacesToLambda: true,
    tags: { team: 'shop' },
  };
}

/** The failed records go to `provisionedMode.onFailureTopic`. */
export const leftOut = ['onFailure'];
