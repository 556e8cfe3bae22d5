from aws_cdk import Duration, aws_lambda as lambda_
from constructs import Construct

LOG_EVENT = "exports.handler = async (event) => { console.log(JSON.stringify(event)); return { batchItemFailures: [] }; };"


class Handler(lambda_.Function):
    """A function that logs what it gets, and says that none of it failed."""

    def __init__(
        self, scope: Construct, construct_id: str, *, timeout: Duration = Duration.seconds(30)
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            runtime=lambda_.Runtime.NODEJS_22_X,
            handler="index.handler",
            code=lambda_.Code.from_inline(LOG_EVENT),
            timeout=timeout,
        )
