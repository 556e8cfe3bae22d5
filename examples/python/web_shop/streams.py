"""Orders, which one function books and another checks for fraud, and the changes of the customers."""

from datetime import datetime, timezone

from aws_cdk import (
    Duration,
    aws_dynamodb as dynamodb,
    aws_kinesis as kinesis,
    aws_s3 as s3,
    aws_sns as sns,
    aws_sqs as sqs,
)
from cdk_event_source_mappings import (
    DynamoDbEventSourceMapping,
    DynamoDbFilter,
    DynamoDbStartingPosition,
    FailureDestination,
    KinesisConsumerEventSourceMapping,
    KinesisEventSourceMapping,
    KinesisFilter,
    MetricGroup,
    StreamStartingPosition,
)
from constructs import Construct

from web_shop.handler import Handler


def add_streams(scope: Construct) -> None:
    orders = kinesis.Stream(scope, "OrderStream", shard_count=4)
    _book_orders(scope, orders)
    _check_orders(scope, orders)
    _follow_customers(scope)


def _book_orders(scope: Construct, orders: kinesis.IStream) -> None:
    # Through an alias, a new version takes over without a change of the mapping.
    live = Handler(scope, "BookOrder").add_alias("live")
    failed = sqs.Queue(scope, "FailedOrders", retention_period=Duration.days(14), enforce_ssl=True)

    KinesisEventSourceMapping(
        scope,
        "Orders",
        stream=orders,
        target=live,
        starting_position=StreamStartingPosition.trim_horizon(),
        batch_size=500,
        max_batching_window=Duration.seconds(5),
        parallelization_factor=4,
        retry_attempts=3,
        max_record_age=Duration.hours(6),
        bisect_batch_on_error=True,
        report_batch_item_failures=True,
        on_failure=FailureDestination.queue(failed),
    )


def _check_orders(scope: Construct, orders: kinesis.IStream) -> None:
    suspicious = sns.Topic(scope, "UncheckedOrders", enforce_ssl=True)

    KinesisConsumerEventSourceMapping(
        scope,
        "Fraud",
        consumer=kinesis.StreamConsumer(
            scope, "FraudConsumer", stream=orders, stream_consumer_name="fraud"
        ),
        target=Handler(scope, "CheckOrder", timeout=Duration.minutes(2)),
        starting_position=StreamStartingPosition.at_timestamp(datetime(2026, 1, 1, tzinfo=timezone.utc)),
        tumbling_window=Duration.minutes(1),
        retry_attempts=10,
        on_failure=FailureDestination.topic(suspicious),
        filters=[KinesisFilter.from_pattern({"data": {"total": [{"numeric": [">=", 1000]}]}})],
        metric_groups=[MetricGroup.EVENT_COUNT],
    )


def _follow_customers(scope: Construct) -> None:
    customers = dynamodb.Table(
        scope,
        "Customers",
        partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
        stream=dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
    )
    failed = s3.Bucket(
        scope,
        "FailedChanges",
        enforce_ssl=True,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
    )

    DynamoDbEventSourceMapping(
        scope,
        "Changes",
        table=customers,
        target=Handler(scope, "FollowCustomer"),
        starting_position=DynamoDbStartingPosition.latest(),
        max_batching_window=Duration.seconds(1),
        retry_attempts=5,
        report_batch_item_failures=True,
        on_failure=FailureDestination.bucket(failed),
        filters=[DynamoDbFilter.from_pattern({"eventName": ["INSERT", "MODIFY"]})],
    )
