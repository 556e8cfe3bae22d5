from aws_cdk import App

from web_shop.event_sources_stack import EventSourcesStack

app = App()
EventSourcesStack(app, "EventSources")
app.synth()
