"""An app with five mappings, written with this library or with aws-lambda-event-sources."""

import sys

from aws_cdk import App, Duration, Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_kinesis as kinesis
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs

CLUSTER_ARN = "arn:aws:kafka:eu-central-1:111122223333:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2"
WINDOW = Duration.seconds(5)

app = App(analytics_reporting=False)
stack = Stack(app, "Shop")
handler = lambda_.Function(
    stack,
    "Handler",
    runtime=lambda_.Runtime.PYTHON_3_13,
    handler="index.handler",
    code=lambda_.Code.from_inline("def handler(event, context): pass"),
)
dead_letters = sqs.Queue(stack, "DeadLetters")
queue = sqs.Queue(
    stack,
    "Queue",
    visibility_timeout=Duration.minutes(5),
    dead_letter_queue=sqs.DeadLetterQueue(queue=dead_letters, max_receive_count=5),
)
fifo_dead_letters = sqs.Queue(stack, "FifoDeadLetters", fifo=True)
fifo = sqs.Queue(
    stack,
    "Fifo",
    fifo=True,
    visibility_timeout=Duration.minutes(5),
    dead_letter_queue=sqs.DeadLetterQueue(queue=fifo_dead_letters, max_receive_count=5),
)
stream = kinesis.Stream(stack, "Stream")
table = dynamodb.Table(
    stack,
    "Table",
    partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
    stream=dynamodb.StreamViewType.NEW_IMAGE,
)


def with_this_library() -> None:
    import cdk_event_source_mappings as ours

    start = ours.StreamStartingPosition.trim_horizon()
    ours.SqsEventSourceMapping(stack, "Jobs", queue=queue, target=handler, report_batch_item_failures=True)
    ours.SqsFifoEventSourceMapping(stack, "Payments", queue=fifo, target=handler, report_batch_item_failures=True)
    ours.KinesisEventSourceMapping(
        stack,
        "Orders",
        stream=stream,
        target=handler,
        starting_position=start,
        max_batching_window=WINDOW,
        retry_attempts=3,
        on_failure=ours.FailureDestination.queue(dead_letters),
    )
    ours.DynamoDbEventSourceMapping(
        stack,
        "Changes",
        table=table,
        target=handler,
        starting_position=ours.DynamoDbStartingPosition.trim_horizon(),
        max_batching_window=WINDOW,
        retry_attempts=3,
        on_failure=ours.FailureDestination.queue(dead_letters),
    )
    ours.MskEventSourceMapping(
        stack,
        "Clicks",
        cluster=ours.MskCluster.arn(CLUSTER_ARN),
        topic="clicks",
        target=handler,
        starting_position=start,
        max_batching_window=WINDOW,
    )


def with_event_sources() -> None:
    from aws_cdk import aws_lambda_event_sources as sources

    start = lambda_.StartingPosition.TRIM_HORIZON
    failures = sources.SqsDlq(dead_letters)
    handler.add_event_source(sources.SqsEventSource(queue, report_batch_item_failures=True))
    handler.add_event_source(sources.SqsEventSource(fifo, report_batch_item_failures=True))
    handler.add_event_source(
        sources.KinesisEventSource(
            stream, starting_position=start, max_batching_window=WINDOW, retry_attempts=3, on_failure=failures
        )
    )
    handler.add_event_source(
        sources.DynamoEventSource(
            table, starting_position=start, max_batching_window=WINDOW, retry_attempts=3, on_failure=failures
        )
    )
    handler.add_event_source(
        sources.ManagedKafkaEventSource(
            cluster_arn=CLUSTER_ARN, topic="clicks", starting_position=start, max_batching_window=WINDOW
        )
    )


WAYS = {"none": lambda: None, "this library": with_this_library, "event-sources": with_event_sources}
WAYS[sys.argv[1]]()
app.synth()
