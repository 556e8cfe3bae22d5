from aws_cdk import Duration, Stack, aws_lambda as lambda_, aws_sqs as sqs
from cdk_event_source_mappings import SqsEventSourceMapping, SqsScaling

stack = Stack(None, "MyStack")

try:
    SqsEventSourceMapping(
        stack,
        "Jobs",
        queue=sqs.Queue(stack, "Queue"),
        target=lambda_.Function(
            stack,
            "Handler",
            runtime=lambda_.Runtime.NODEJS_22_X,
            handler="index.handler",
            code=lambda_.Code.from_inline("exports.handler = async () => {};"),
        ),
        max_batching_window=Duration.seconds(400),
        scaling=SqsScaling.max_concurrency(1),
    )
except RuntimeError as error:
    print(error)
