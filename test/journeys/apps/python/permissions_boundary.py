from aws_cdk import App, Duration, PermissionsBoundary, Stack, Stage, Validations, aws_lambda as lambda_, aws_sqs as sqs
from cdk_event_source_mappings import EventSourceMappingValidation, SqsEventSourceMapping

app = App()
Validations.of(app).add_plugins(EventSourceMappingValidation())
stage = Stage(app, "Production", permissions_boundary=PermissionsBoundary.from_name("developers"))
stack = Stack(stage, "Shop")

SqsEventSourceMapping(
    stack,
    "Jobs",
    queue=sqs.Queue(
        stack,
        "Queue",
        visibility_timeout=Duration.seconds(180),
        dead_letter_queue=sqs.DeadLetterQueue(queue=sqs.Queue(stack, "Failed"), max_receive_count=5),
    ),
    target=lambda_.Function(
        stack,
        "Handler",
        runtime=lambda_.Runtime.PYTHON_3_13,
        handler="index.handler",
        code=lambda_.Code.from_inline("def handler(event, context): print(event)"),
        timeout=Duration.seconds(30),
    ),
)
app.synth()
