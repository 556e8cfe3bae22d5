from aws_cdk import App
from cdk_event_source_mappings import EventSourceMappingValidation

from web_shop.event_sources_stack import EventSourcesStack

app = App(policy_validation_beta1=[EventSourceMappingValidation()])
EventSourcesStack(app, "EventSources")
app.synth()
