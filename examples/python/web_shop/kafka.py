"""The shop's clicks, on Amazon MSK, and an audit log on a cluster in the data centre."""

import json

from aws_cdk import (
    Duration,
    aws_ec2 as ec2,
    aws_glue as glue,
    aws_msk as msk,
    aws_s3 as s3,
    aws_secretsmanager as secretsmanager,
)
from cdk_event_source_mappings import (
    FailureDestination,
    KafkaAuthentication,
    KafkaFilter,
    KafkaMetricGroup,
    KafkaNetworkOptions,
    KafkaProvisionedModeOptions,
    KafkaRecordFormat,
    MskAuthentication,
    MskCluster,
    MskEventSourceMapping,
    PollerLogLevel,
    SchemaRegistry,
    SchemaValidationAttribute,
    SelfManagedKafkaEventSourceMapping,
    StreamStartingPosition,
)
from constructs import Construct

from web_shop.handler import Handler


def add_kafka(scope: Construct, vpc: ec2.IVpc) -> None:
    _count_clicks(scope, vpc)
    _keep_audit_log(scope, vpc)


def _count_clicks(scope: Construct, vpc: ec2.IVpc) -> None:
    cluster = msk.CfnCluster(
        scope,
        "ClickCluster",
        cluster_name="clicks",
        kafka_version="3.8.x",
        number_of_broker_nodes=2,
        broker_node_group_info=msk.CfnCluster.BrokerNodeGroupInfoProperty(
            instance_type="kafka.m7g.large",
            client_subnets=[subnet.subnet_id for subnet in vpc.private_subnets],
            security_groups=[ec2.SecurityGroup(scope, "ClickBrokers", vpc=vpc).security_group_id],
        ),
        client_authentication=msk.CfnCluster.ClientAuthenticationProperty(
            sasl=msk.CfnCluster.SaslProperty(iam=msk.CfnCluster.IamProperty(enabled=True))
        ),
    )
    failed = s3.Bucket(
        scope,
        "FailedClicks",
        enforce_ssl=True,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
    )

    MskEventSourceMapping(
        scope,
        "Clicks",
        cluster=MskCluster.provisioned(cluster),
        topic="clicks",
        consumer_group_id="shop-clicks",
        target=Handler(scope, "CountClicks"),
        starting_position=StreamStartingPosition.latest(),
        authentication=MskAuthentication.iam(),
        batch_size=1000,
        max_batching_window=Duration.seconds(2),
        on_failure=FailureDestination.bucket(failed),
        metric_groups=[KafkaMetricGroup.EVENT_COUNT, KafkaMetricGroup.KAFKA_METRICS],
        provisioned_mode=KafkaProvisionedModeOptions(
            minimum_pollers=1,
            maximum_pollers=20,
            retry_attempts=5,
            bisect_batch_on_error=True,
            report_batch_item_failures=True,
            schema_registry=SchemaRegistry.glue(
                glue.CfnRegistry(scope, "Schemas", name="clicks").attr_arn,
                format=KafkaRecordFormat.JSON,
                validate=[SchemaValidationAttribute.VALUE],
            ),
            log_level=PollerLogLevel.INFO,
        ),
    )


def _keep_audit_log(scope: Construct, vpc: ec2.IVpc) -> None:
    credentials = secretsmanager.Secret(
        scope,
        "AuditCredentials",
        generate_secret_string=secretsmanager.SecretStringGenerator(
            secret_string_template=json.dumps({"username": "audit"}, separators=(",", ":")),
            generate_string_key="password",
        ),
    )

    SelfManagedKafkaEventSourceMapping(
        scope,
        "Audit",
        bootstrap_servers=["broker-1.example.com:9096", "broker-2.example.com:9096"],
        topic="audit",
        target=Handler(scope, "KeepAudit", timeout=Duration.minutes(5)),
        starting_position=StreamStartingPosition.trim_horizon(),
        authentication=KafkaAuthentication.sasl_scram512(credentials),
        root_ca_certificate=secretsmanager.Secret(scope, "AuditAuthority"),
        network=KafkaNetworkOptions(
            vpc=vpc, security_groups=[ec2.SecurityGroup(scope, "AuditPollers", vpc=vpc)]
        ),
        batch_size=200,
        filters=[KafkaFilter.from_pattern({"value": {"level": ["WARN", "ERROR"]}})],
    )
