from aws_cdk import App, Duration, Stack, Validations, aws_lambda as lambda_, aws_lambda_event_sources as sources, aws_sqs as sqs
from cdk_event_source_mappings import EventSourceMappingValidation

app = App()
Validations.of(app).add_plugins(EventSourceMappingValidation())

sources_stack = Stack(app, "Sources")
queue = sqs.Queue(
    sources_stack,
    "Queue",
    visibility_timeout=Duration.seconds(10),
    dead_letter_queue=sqs.DeadLetterQueue(queue=sqs.Queue(sources_stack, "Failed"), max_receive_count=5),
)

functions = Stack(app, "Functions")
handler = lambda_.Function(
    functions,
    "Handler",
    runtime=lambda_.Runtime.PYTHON_3_13,
    handler="index.handler",
    code=lambda_.Code.from_inline("def handler(event, context): print(event)"),
    timeout=Duration.seconds(30),
)
handler.add_event_source(sources.SqsEventSource(queue))
app.synth()
