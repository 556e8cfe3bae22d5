from aws_cdk import App, Validations
from cdk_event_source_mappings import EventSourceMappingValidation

from web_shop.event_sources_stack import EventSourcesStack

app = App()
Validations.of(app).add_plugins(EventSourceMappingValidation())
EventSourcesStack(app, "EventSources")
app.synth()
