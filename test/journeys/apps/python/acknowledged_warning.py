from aws_cdk import Acknowledgment, App, Stack, Validations, aws_lambda as lambda_, aws_sqs as sqs
from cdk_event_source_mappings import SqsEventSourceMapping

app = App()
stack = Stack(app, "Shop")


def add_mapping(name: str) -> SqsEventSourceMapping:
    failed = sqs.Queue(stack, f"Failed{name}")
    return SqsEventSourceMapping(
        stack,
        name,
        queue=sqs.Queue(
            stack, f"{name}Queue", dead_letter_queue=sqs.DeadLetterQueue(queue=failed, max_receive_count=5)
        ),
        target=lambda_.Function.from_function_name(stack, f"{name}Handler", name.lower()),
    )


rights = Acknowledgment(id="Annotation::mapping-access-not-granted", reason="the function has these rights already")
Validations.of(add_mapping("Jobs")).acknowledge(rights)
add_mapping("Reports")
Validations.of(stack.node.find_child("ReportsHandler")).acknowledge(rights)
add_mapping("Mails")
app.synth()
