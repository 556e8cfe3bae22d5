from aws_cdk import (
    Acknowledgment,
    App,
    Environment,
    Stack,
    Validations,
    aws_iam as iam,
    aws_kinesis as kinesis,
    aws_lambda as lambda_,
    aws_s3 as s3,
)
from cdk_event_source_mappings import FailureDestination, KinesisEventSourceMapping, StreamStartingPosition
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

orders = KinesisEventSourceMapping(
    stack,
    "Orders",
    stream=kinesis.Stream(stack, "OrderStream", encryption=kinesis.StreamEncryption.MANAGED),
    target=lambda_.Function.from_function_attributes(
        stack,
        "Handler",
        function_arn="arn:aws:lambda:eu-west-1:111122223333:function:handler",
        role=iam.Role.from_role_arn(stack, "Role", "arn:aws:iam::111122223333:role/handler"),
    ),
    starting_position=StreamStartingPosition.latest(),
    on_failure=FailureDestination.bucket(s3.Bucket.from_bucket_name(stack, "Failed", "failed-orders")),
)
Validations.of(orders.role_policies).acknowledge(
    Acknowledgment(
        id="AwsSolutions-IAM5[Resource::arn:aws:s3:::failed-orders/*]",
        reason="Lambda chooses the keys of the objects that it writes",
    ),
    *(
        Acknowledgment(
            id=f"{pack}-IAMNoInlinePolicy", reason="The policy belongs to one role, and is deleted with its mappings"
        )
        for pack in ["HIPAA.Security", "NIST.800.53.R4", "NIST.800.53.R5", "PCI.DSS.321"]
    ),
)
app.synth()
