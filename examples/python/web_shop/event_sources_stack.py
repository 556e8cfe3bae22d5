from typing import Any

from aws_cdk import Stack, aws_ec2 as ec2
from cdk_event_source_mappings import EventSourceMappingDashboard
from constructs import Construct

from web_shop.brokers import add_brokers
from web_shop.databases import add_databases
from web_shop.kafka import add_kafka
from web_shop.queues import add_queues
from web_shop.streams import add_streams


class EventSourcesStack(Stack):
    """A web shop that reacts to all that a Lambda function can be behind: ten event sources."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs: Any) -> None:
        super().__init__(scope, construct_id, **kwargs)
        vpc = ec2.Vpc(self, "Vpc", max_azs=2, nat_gateways=1)

        add_streams(self)
        add_queues(self)
        add_kafka(self, vpc)
        add_brokers(self, vpc)
        add_databases(self, vpc)

        EventSourceMappingDashboard(self, "Dashboard")
