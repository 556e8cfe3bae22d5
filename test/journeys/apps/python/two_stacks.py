from aws_cdk import App, Duration, Stack, Validations, aws_kinesis as kinesis, aws_lambda as lambda_, aws_sqs as sqs
from cdk_event_source_mappings import (
    EventSourceMappingValidation,
    KinesisEventSourceMapping,
    SqsEventSourceMapping,
    StreamStartingPosition,
)

app = App()
Validations.of(app).add_plugins(EventSourceMappingValidation())

sources = Stack(app, "Sources")
stream = kinesis.Stream(sources, "OrderStream")
jobs = sqs.Queue(
    sources,
    "JobQueue",
    visibility_timeout=Duration.seconds(180),
    dead_letter_queue=sqs.DeadLetterQueue(queue=sqs.Queue(sources, "FailedJobs"), max_receive_count=5),
)

# The sources are in the other stack.
functions = Stack(app, "Functions")
handler = lambda_.Function(
    functions,
    "Handler",
    runtime=lambda_.Runtime.PYTHON_3_13,
    handler="index.handler",
    code=lambda_.Code.from_inline("def handler(event, context): print(event)"),
    timeout=Duration.seconds(30),
)
SqsEventSourceMapping(functions, "Jobs", queue=jobs, target=handler)
KinesisEventSourceMapping(
    functions, "Orders", stream=stream, target=handler, starting_position=StreamStartingPosition.latest()
)

# The function is in the other stack.
reports = Stack(app, "Reports")
SqsEventSourceMapping(
    reports,
    "Reports",
    queue=sqs.Queue(
        reports,
        "ReportQueue",
        visibility_timeout=Duration.seconds(180),
        dead_letter_queue=sqs.DeadLetterQueue(queue=sqs.Queue(reports, "FailedReports"), max_receive_count=5),
    ),
    target=handler,
)
app.synth()
