import { Duration } from 'aws-cdk-lib';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import { Surroundings } from './surroundings';
import {
  ConsumptionMode,
  KafkaRecordFormat,
  FailureDestination,
  KafkaAuthentication,
  KafkaFilter,
  KafkaMetricGroup,
  PollerLogLevel,
  SchemaRegistry,
  SchemaRegistryAuthentication,
  SchemaValidationAttribute,
  SelfManagedKafkaEventSourceMapping,
  SelfManagedKafkaEventSourceMappingProps,
  StreamStartingPosition,
} from '../../src';

export const Mapping = SelfManagedKafkaEventSourceMapping;

export function smallest({ target, credentials }: Surroundings): SelfManagedKafkaEventSourceMappingProps {
  return {
    bootstrapServers: ['broker-1.example.com:9096'],
    topic: 'audit',
    target,
    authentication: KafkaAuthentication.saslScram512(credentials),
  };
}

export function fullest(around: Surroundings): SelfManagedKafkaEventSourceMappingProps {
  const { target, bucket, credentials, certificate, key, vpc, securityGroup } = around;
  return {
    bootstrapServers: ['broker-1.example.com:9096', 'broker-2.example.com:9096'],
    topic: 'audit',
    consumerGroupId: 'shop-audit',
    target,
    startingPosition: StreamStartingPosition.atTimestamp(new Date('2026-01-01T00:00:00Z')),
    authentication: KafkaAuthentication.basic(credentials),
    rootCaCertificate: certificate,
    network: {
      vpc,
      subnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      securityGroups: [securityGroup],
    },
    batchSize: 200,
    maxBatchingWindow: Duration.seconds(1),
    onFailure: FailureDestination.bucket(bucket),
    filters: [KafkaFilter.fromPattern({ value: { level: ['WARN', 'ERROR'] } })],
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
      schemaRegistry: SchemaRegistry.confluent('https://schemas.example.com', {
        format: KafkaRecordFormat.SOURCE,
        validate: [SchemaValidationAttribute.VALUE],
        authentication: SchemaRegistryAuthentication.basic(credentials),
        rootCaCertificate: certificate,
      }),
      logLevel: PollerLogLevel.DEBUG,
    },
    consumptionMode: ConsumptionMode.STREAM,
    enabled: false,
    grantAccess: true,
    restrictNetworkInterfacesToLambda: true,
    tags: { team: 'shop' },
  };
}
