import { Duration } from 'aws-cdk-lib';
import { IVpc, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { CfnRegistry } from 'aws-cdk-lib/aws-glue';
import { CfnCluster } from 'aws-cdk-lib/aws-msk';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import {
  KafkaRecordFormat,
  FailureDestination,
  FieldRule,
  KafkaAuthentication,
  KafkaFilter,
  KafkaMetricGroup,
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  PollerLogLevel,
  SchemaRegistry,
  SchemaValidationAttribute,
  SelfManagedKafkaEventSourceMapping,
  StreamStartingPosition,
} from 'cdk-event-source-mappings';
import { Construct } from 'constructs';
import { Handler } from './handler';

/** The shop's clicks, on Amazon MSK, and an audit log on a cluster in the data centre. */
export function addKafka(scope: Construct, vpc: IVpc): void {
  countClicks(scope, vpc);
  keepAuditLog(scope, vpc);
}

function countClicks(scope: Construct, vpc: IVpc) {
  const cluster = new CfnCluster(scope, 'ClickCluster', {
    clusterName: 'clicks',
    kafkaVersion: '3.8.x',
    numberOfBrokerNodes: 2,
    brokerNodeGroupInfo: {
      instanceType: 'kafka.m7g.large',
      clientSubnets: vpc.privateSubnets.map((subnet) => subnet.subnetId),
      securityGroups: [new SecurityGroup(scope, 'ClickBrokers', { vpc }).securityGroupId],
    },
    clientAuthentication: { sasl: { iam: { enabled: true } } },
  });
  const failed = new Bucket(scope, 'FailedClicks', {
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  });

  new MskEventSourceMapping(scope, 'Clicks', {
    cluster: MskCluster.provisioned(cluster),
    topic: 'clicks',
    consumerGroupId: 'shop-clicks',
    target: new Handler(scope, 'CountClicks'),
    startingPosition: StreamStartingPosition.latest(),
    authentication: MskAuthentication.iam(),
    batchSize: 1000,
    maxBatchingWindow: Duration.seconds(2),
    onFailure: FailureDestination.bucket(failed),
    metricGroups: [KafkaMetricGroup.EVENT_COUNT, KafkaMetricGroup.KAFKA_METRICS],
    provisionedMode: {
      minimumPollers: 1,
      maximumPollers: 20,
      retryAttempts: 5,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      schemaRegistry: SchemaRegistry.glue(new CfnRegistry(scope, 'Schemas', { name: 'clicks' }).attrArn, {
        format: KafkaRecordFormat.JSON,
        validate: [SchemaValidationAttribute.VALUE],
      }),
      logLevel: PollerLogLevel.INFO,
    },
  });
}

function keepAuditLog(scope: Construct, vpc: IVpc) {
  const credentials = new Secret(scope, 'AuditCredentials', {
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ username: 'audit' }),
      generateStringKey: 'password',
    },
  });

  new SelfManagedKafkaEventSourceMapping(scope, 'Audit', {
    bootstrapServers: ['broker-1.example.com:9096', 'broker-2.example.com:9096'],
    topic: 'audit',
    target: new Handler(scope, 'KeepAudit', { timeout: Duration.minutes(5) }),
    startingPosition: StreamStartingPosition.trimHorizon(),
    authentication: KafkaAuthentication.saslScram512(credentials),
    rootCaCertificate: new Secret(scope, 'AuditAuthority'),
    network: { vpc, securityGroups: [new SecurityGroup(scope, 'AuditPollers', { vpc })] },
    batchSize: 200,
    filters: [KafkaFilter.of({ jsonValue: { level: FieldRule.string('WARN', 'ERROR') } })],
  });
}
