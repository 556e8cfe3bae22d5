"""Thumbnails, in any order, and payments, in order."""

from aws_cdk import (
    Duration,
    aws_cloudwatch_actions as actions,
    aws_kms as kms,
    aws_sns as sns,
    aws_sqs as sqs,
)
from cdk_event_source_mappings import (
    AlarmTuningOptions,
    EventSourceMappingAlarms,
    MetricGroup,
    SqsEventSourceMapping,
    SqsFifoEventSourceMapping,
    SqsFilter,
    SqsScaling,
)
from constructs import Construct

from web_shop.handler import Handler

FUNCTION_TIMEOUT = Duration.seconds(30)
WINDOW = Duration.seconds(10)


def add_queues(scope: Construct) -> None:
    _make_thumbnails(scope)
    _take_payments(scope)


def _make_thumbnails(scope: Construct) -> None:
    thumbnails = sqs.Queue(
        scope,
        "ThumbnailQueue",
        # What Lambda recommends: six times the function's timeout, and the batching window.
        visibility_timeout=Duration.seconds(6 * FUNCTION_TIMEOUT.to_seconds() + WINDOW.to_seconds()),
        dead_letter_queue=sqs.DeadLetterQueue(
            queue=sqs.Queue(scope, "FailedThumbnails", enforce_ssl=True), max_receive_count=5
        ),
        enforce_ssl=True,
    )

    mapping = SqsEventSourceMapping(
        scope,
        "Thumbnails",
        queue=thumbnails,
        target=Handler(scope, "MakeThumbnail", timeout=FUNCTION_TIMEOUT),
        batch_size=100,
        max_batching_window=WINDOW,
        scaling=SqsScaling.max_concurrency(50),
        report_batch_item_failures=True,
        filters=[SqsFilter.from_pattern({"body": {"type": ["image/png", "image/jpeg"]}})],
        filter_encryption=kms.Key(scope, "FilterKey", enable_key_rotation=True),
        metric_groups=[MetricGroup.EVENT_COUNT],
    )

    # Half of an hour is late for a thumbnail; the queue keeps messages for four days.
    alarms = EventSourceMappingAlarms(
        scope, "ThumbnailAlarms", mapping=mapping, lag=AlarmTuningOptions(threshold=1800)
    )
    alarms.add_alarm_action(actions.SnsAction(sns.Topic(scope, "Alerts", enforce_ssl=True)))


def _take_payments(scope: Construct) -> None:
    payments = sqs.Queue(
        scope,
        "PaymentQueue",
        fifo=True,
        visibility_timeout=Duration.seconds(6 * FUNCTION_TIMEOUT.to_seconds()),
        dead_letter_queue=sqs.DeadLetterQueue(
            queue=sqs.Queue(scope, "FailedPayments", fifo=True, enforce_ssl=True),
            max_receive_count=5,
        ),
        enforce_ssl=True,
    )

    # The form that users of aws-lambda-event-sources know.
    Handler(scope, "TakePayment", timeout=FUNCTION_TIMEOUT).add_event_source(
        SqsFifoEventSourceMapping.as_event_source(
            "Payments",
            queue=payments,
            batch_size=10,
            scaling=SqsScaling.provisioned(minimum_pollers=2, maximum_pollers=20),
            report_batch_item_failures=True,
        )
    )
