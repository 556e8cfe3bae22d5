from aws_cdk import App, Environment, Stack, Validations, aws_kinesis as kinesis, aws_lambda as lambda_
from cdk_event_source_mappings import KinesisEventSourceMapping, StreamStartingPosition
from cdk_nag import AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R4Checks, NIST80053R5Checks, PCIDSS321Checks

app = App()
Validations.of(app).add_plugins(
    AwsSolutionsChecks(),
    HIPAASecurityChecks(),
    NIST80053R4Checks(),
    NIST80053R5Checks(),
    PCIDSS321Checks(),
)
stack = Stack(app, "Shop", env=Environment(account="111122223333", region="eu-west-1"))

# Without its role: nothing that this app deploys gives the function any rights.
KinesisEventSourceMapping(
    stack,
    "Orders",
    stream=kinesis.Stream(stack, "OrderStream", encryption=kinesis.StreamEncryption.MANAGED),
    target=lambda_.Function.from_function_arn(
        stack, "Handler", "arn:aws:lambda:eu-west-1:111122223333:function:handler"
    ),
    starting_position=StreamStartingPosition.latest(),
)
app.synth()
