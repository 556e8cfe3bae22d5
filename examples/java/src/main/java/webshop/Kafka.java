package webshop;

import io.github.cdkeventsourcemappings.FailureDestination;
import io.github.cdkeventsourcemappings.KafkaAuthentication;
import io.github.cdkeventsourcemappings.KafkaFilter;
import io.github.cdkeventsourcemappings.KafkaMetricGroup;
import io.github.cdkeventsourcemappings.KafkaNetworkOptions;
import io.github.cdkeventsourcemappings.KafkaProvisionedModeOptions;
import io.github.cdkeventsourcemappings.KafkaRecordFormat;
import io.github.cdkeventsourcemappings.MskAuthentication;
import io.github.cdkeventsourcemappings.MskCluster;
import io.github.cdkeventsourcemappings.MskEventSourceMapping;
import io.github.cdkeventsourcemappings.PollerLogLevel;
import io.github.cdkeventsourcemappings.SchemaRegistry;
import io.github.cdkeventsourcemappings.SchemaRegistryOptions;
import io.github.cdkeventsourcemappings.SchemaValidationAttribute;
import io.github.cdkeventsourcemappings.SelfManagedKafkaEventSourceMapping;
import io.github.cdkeventsourcemappings.StreamStartingPosition;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.glue.CfnRegistry;
import software.amazon.awscdk.services.msk.CfnCluster;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** The shop's clicks, on Amazon MSK, and an audit log on a cluster in the data centre. */
final class Kafka {
    private Kafka() {
    }

    static void addTo(final Construct scope, final IVpc vpc) {
        countClicks(scope, vpc);
        keepAuditLog(scope, vpc);
    }

    private static void countClicks(final Construct scope, final IVpc vpc) {
        CfnCluster cluster = CfnCluster.Builder.create(scope, "ClickCluster")
            .clusterName("clicks")
            .kafkaVersion("3.8.x")
            .numberOfBrokerNodes(2)
            .brokerNodeGroupInfo(CfnCluster.BrokerNodeGroupInfoProperty.builder()
                .instanceType("kafka.m7g.large")
                .clientSubnets(vpc.getPrivateSubnets().stream().map(ISubnet::getSubnetId).toList())
                .securityGroups(List.of(SecurityGroup.Builder.create(scope, "ClickBrokers").vpc(vpc).build().getSecurityGroupId()))
                .build())
            .clientAuthentication(CfnCluster.ClientAuthenticationProperty.builder()
                .sasl(CfnCluster.SaslProperty.builder()
                    .iam(CfnCluster.IamProperty.builder().enabled(true).build())
                    .build())
                .build())
            .build();
        Bucket failed = Bucket.Builder.create(scope, "FailedClicks")
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .build();

        MskEventSourceMapping.Builder.create(scope, "Clicks")
            .cluster(MskCluster.provisioned(cluster))
            .topic("clicks")
            .consumerGroupId("shop-clicks")
            .target(new Handler(scope, "CountClicks"))
            .startingPosition(StreamStartingPosition.latest())
            .authentication(MskAuthentication.iam())
            .batchSize(1000)
            .maxBatchingWindow(Duration.seconds(2))
            .onFailure(FailureDestination.bucket(failed))
            .metricGroups(List.of(KafkaMetricGroup.EVENT_COUNT, KafkaMetricGroup.KAFKA_METRICS))
            .provisionedMode(KafkaProvisionedModeOptions.builder()
                .minimumPollers(1)
                .maximumPollers(20)
                .retryAttempts(5)
                .bisectBatchOnError(true)
                .reportBatchItemFailures(true)
                .schemaRegistry(clickSchemas(scope))
                .logLevel(PollerLogLevel.INFO)
                .build())
            .build();
    }

    private static SchemaRegistry clickSchemas(final Construct scope) {
        CfnRegistry registry = CfnRegistry.Builder.create(scope, "Schemas").name("clicks").build();
        return SchemaRegistry.glue(registry.getAttrArn(), SchemaRegistryOptions.builder()
            .format(KafkaRecordFormat.JSON)
            .validate(List.of(SchemaValidationAttribute.VALUE))
            .build());
    }

    private static void keepAuditLog(final Construct scope, final IVpc vpc) {
        Secret credentials = Secret.Builder.create(scope, "AuditCredentials")
            .generateSecretString(SecretStringGenerator.builder()
                .secretStringTemplate("{\"username\":\"audit\"}")
                .generateStringKey("password")
                .build())
            .build();

        SelfManagedKafkaEventSourceMapping.Builder.create(scope, "Audit")
            .bootstrapServers(List.of("broker-1.example.com:9096", "broker-2.example.com:9096"))
            .topic("audit")
            .target(new Handler(scope, "KeepAudit", Duration.minutes(5)))
            .startingPosition(StreamStartingPosition.trimHorizon())
            .authentication(KafkaAuthentication.saslScram512(credentials))
            .rootCaCertificate(new Secret(scope, "AuditAuthority"))
            .network(KafkaNetworkOptions.builder()
                .vpc(vpc)
                .securityGroups(List.of(SecurityGroup.Builder.create(scope, "AuditPollers").vpc(vpc).build()))
                .build())
            .batchSize(200)
            .filters(List.of(KafkaFilter.fromPattern(Map.of("value", Map.of("level", List.of("WARN", "ERROR"))))))
            .build();
    }
}
