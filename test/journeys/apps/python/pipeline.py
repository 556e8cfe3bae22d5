from aws_cdk import App, Stack, Stage, Validations, pipelines
from cdk_event_source_mappings import EventSourceMappingValidation
from constructs import Construct

from web_shop.event_sources_stack import EventSourcesStack


class Shop(Stage):
    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        EventSourcesStack(self, "EventSources")


app = App()
Validations.of(app).add_plugins(EventSourceMappingValidation())
stack = Stack(app, "Delivery")
pipeline = pipelines.CodePipeline(
    stack,
    "Pipeline",
    synth=pipelines.ShellStep(
        "Synth",
        input=pipelines.CodePipelineSource.connection(
            "example/web-shop",
            "main",
            connection_arn="arn:aws:codeconnections:eu-west-1:111122223333:connection/00000000-0000-0000-0000-000000000000",
        ),
        commands=["pip install -r requirements.txt", "npx cdk synth"],
    ),
)
pipeline.add_stage(Shop(stack, "Test"))
pipeline.add_stage(Shop(stack, "Production"))
app.synth()
