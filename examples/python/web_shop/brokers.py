"""Tickets of the help desk, and mails to be sent."""

import json

from aws_cdk import Duration, aws_amazonmq as amazonmq, aws_ec2 as ec2, aws_secretsmanager as secretsmanager
from cdk_event_source_mappings import (
    ActiveMqEventSourceMapping,
    ActiveMqFilter,
    MqAuthentication,
    RabbitMqEventSourceMapping,
)
from constructs import Construct

from web_shop.handler import Handler


def add_brokers(scope: Construct, vpc: ec2.IVpc) -> None:
    _answer_tickets(scope, vpc)
    _send_mails(scope, vpc)


def _answer_tickets(scope: Construct, vpc: ec2.IVpc) -> None:
    credentials = _broker_credentials(scope, "TicketCredentials")
    broker = _broker(
        scope, "TicketBroker", vpc, credentials, name="tickets", engine="ACTIVEMQ", version="5.18"
    )

    ActiveMqEventSourceMapping(
        scope,
        "Tickets",
        broker=broker,
        queue_name="tickets",
        authentication=MqAuthentication.basic(credentials),
        target=Handler(scope, "AnswerTicket", timeout=Duration.minutes(10)),
        batch_size=20,
        max_batching_window=Duration.seconds(30),
        filters=[ActiveMqFilter.from_pattern({"data": {"priority": ["high"]}})],
    )


def _send_mails(scope: Construct, vpc: ec2.IVpc) -> None:
    credentials = _broker_credentials(scope, "MailCredentials")
    broker = _broker(
        scope, "MailBroker", vpc, credentials, name="mails", engine="RABBITMQ", version="3.13"
    )

    RabbitMqEventSourceMapping(
        scope,
        "Mails",
        broker=broker,
        queue_name="mails",
        authentication=MqAuthentication.basic(credentials),
        target=Handler(scope, "SendMail"),
        batch_size=50,
    )


def _broker_credentials(scope: Construct, construct_id: str) -> secretsmanager.Secret:
    return secretsmanager.Secret(
        scope,
        construct_id,
        generate_secret_string=secretsmanager.SecretStringGenerator(
            secret_string_template=json.dumps({"username": "shop"}, separators=(",", ":")),
            generate_string_key="password",
            exclude_punctuation=True,
        ),
    )


def _broker(
    scope: Construct,
    construct_id: str,
    vpc: ec2.IVpc,
    credentials: secretsmanager.Secret,
    *,
    name: str,
    engine: str,
    version: str,
) -> amazonmq.CfnBroker:
    access = ec2.SecurityGroup(scope, f"{construct_id}Access", vpc=vpc)
    return amazonmq.CfnBroker(
        scope,
        construct_id,
        broker_name=name,
        engine_type=engine,
        engine_version=version,
        deployment_mode="SINGLE_INSTANCE",
        host_instance_type="mq.m5.large",
        publicly_accessible=False,
        auto_minor_version_upgrade=True,
        subnet_ids=[vpc.private_subnets[0].subnet_id],
        security_groups=[access.security_group_id],
        # Both become references to the secret: its value is not in the template.
        users=[
            amazonmq.CfnBroker.UserProperty(
                username=credentials.secret_value_from_json("username").unsafe_unwrap(),
                password=credentials.secret_value_from_json("password").unsafe_unwrap(),
            )
        ],
    )
