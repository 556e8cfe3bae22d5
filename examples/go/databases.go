package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdocdb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	mappings "github.com/cdk-event-source-mappings/cdk-event-source-mappings-go/cdkeventsourcemappings"
)

// addDatabases adds the products of the shop, whose changes go to the search index.
func addDatabases(scope constructs.Construct, vpc awsec2.IVpc) {
	cluster := awsdocdb.NewDatabaseCluster(scope, jsii.String("ShopCluster"), &awsdocdb.DatabaseClusterProps{
		Vpc:           vpc,
		EngineVersion: jsii.String("5.0.0"),
		InstanceType:  awsec2.InstanceType_Of(awsec2.InstanceClass_R6G, awsec2.InstanceSize_LARGE),
		MasterUser:    &awsdocdb.Login{Username: jsii.String("shop")},
		ParameterGroup: awsdocdb.NewClusterParameterGroup(scope, jsii.String("ShopParameters"), &awsdocdb.ClusterParameterGroupProps{
			Family: jsii.String("docdb5.0"),
			// The change stream itself is turned on in the database, with modifyChangeStreams.
			Parameters: &map[string]*string{
				"tls":                                  jsii.String("enabled"),
				"change_stream_log_retention_duration": jsii.String("86400"),
			},
		}),
	})

	mappings.NewDocumentDbEventSourceMapping(scope, jsii.String("Products"), &mappings.DocumentDbEventSourceMappingProps{
		Cluster:          cluster,
		DatabaseName:     jsii.String("shop"),
		CollectionName:   jsii.String("products"),
		Authentication:   mappings.DocumentDbAuthentication_Basic(cluster.Secret()),
		Target:           newHandlerWithTimeout(scope, "IndexProduct", minutes(1)),
		StartingPosition: mappings.StreamStartingPosition_TrimHorizon(),
		FullDocument:     mappings.FullDocument_UPDATE_LOOKUP,
		BatchSize:        jsii.Number(250),
	})
}
