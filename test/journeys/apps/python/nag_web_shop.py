from aws_cdk import App, Validations
from cdk_nag import AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R4Checks, NIST80053R5Checks, PCIDSS321Checks

from web_shop.event_sources_stack import EventSourcesStack

app = App()
Validations.of(app).add_plugins(
    AwsSolutionsChecks(),
    HIPAASecurityChecks(),
    NIST80053R4Checks(),
    NIST80053R5Checks(),
    PCIDSS321Checks(),
)
EventSourcesStack(app, "EventSources")
app.synth()
