"""The products of the shop, whose changes go to the search index."""

from aws_cdk import Duration, aws_docdb as docdb, aws_ec2 as ec2
from cdk_event_source_mappings import (
    DocumentDbAuthentication,
    DocumentDbEventSourceMapping,
    FullDocument,
    StreamStartingPosition,
)
from constructs import Construct

from web_shop.handler import Handler


def add_databases(scope: Construct, vpc: ec2.IVpc) -> None:
    cluster = docdb.DatabaseCluster(
        scope,
        "ShopCluster",
        vpc=vpc,
        engine_version="5.0.0",
        instance_type=ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
        master_user=docdb.Login(username="shop"),
        parameter_group=docdb.ClusterParameterGroup(
            scope,
            "ShopParameters",
            family="docdb5.0",
            # The change stream itself is turned on in the database, with modifyChangeStreams.
            parameters={"tls": "enabled", "change_stream_log_retention_duration": "86400"},
        ),
    )

    DocumentDbEventSourceMapping(
        scope,
        "Products",
        cluster=cluster,
        database_name="shop",
        collection_name="products",
        authentication=DocumentDbAuthentication.basic(cluster.secret),
        target=Handler(scope, "IndexProduct", timeout=Duration.minutes(1)),
        starting_position=StreamStartingPosition.trim_horizon(),
        full_document=FullDocument.UPDATE_LOOKUP,
        batch_size=250,
    )
