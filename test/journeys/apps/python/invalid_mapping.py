from aws_cdk import App, Duration, Stack, aws_lambda as lambda_, aws_sqs as sqs
from cdk_event_source_mappings import SqsEventSourceMapping, SqsScaling

app = App()
stack = Stack(app, "Shop")

SqsEventSourceMapping(
    stack,
    "Jobs",
    queue=sqs.Queue(stack, "Queue"),
    target=lambda_.Function(
        stack,
        "Handler",
        runtime=lambda_.Runtime.PYTHON_3_13,
        handler="index.handler",
        code=lambda_.Code.from_inline("def handler(event, context): print(event)"),
    ),
    batch_size=500,
    max_batching_window=Duration.seconds(400),
    scaling=SqsScaling.max_concurrency(1),
)
app.synth()
