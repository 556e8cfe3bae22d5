package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsglue"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsmsk"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssecretsmanager"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsec2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	mappings "github.com/cdk-event-source-mappings/cdk-event-source-mappings-go/cdkeventsourcemappings"
)

// addKafka adds the shop's clicks, on Amazon MSK, and an audit log on a cluster in the data centre.
func addKafka(scope constructs.Construct, vpc awsec2.IVpc) {
	countClicks(scope, vpc)
	keepAuditLog(scope, vpc)
}

func countClicks(scope constructs.Construct, vpc awsec2.IVpc) {
	var subnets []*string
	for _, subnet := range *vpc.PrivateSubnets() {
		subnets = append(subnets, subnet.SubnetId())
	}
	cluster := awsmsk.NewCfnCluster(scope, jsii.String("ClickCluster"), &awsmsk.CfnClusterProps{
		ClusterName:         jsii.String("clicks"),
		KafkaVersion:        jsii.String("3.8.x"),
		NumberOfBrokerNodes: jsii.Number(2),
		BrokerNodeGroupInfo: &awsmsk.CfnCluster_BrokerNodeGroupInfoProperty{
			InstanceType:   jsii.String("kafka.m7g.large"),
			ClientSubnets:  &subnets,
			SecurityGroups: &[]*string{newSecurityGroup(scope, "ClickBrokers", vpc).SecurityGroupId()},
		},
		ClientAuthentication: &awsmsk.CfnCluster_ClientAuthenticationProperty{
			Sasl: &awsmsk.CfnCluster_SaslProperty{Iam: &awsmsk.CfnCluster_IamProperty{Enabled: jsii.Bool(true)}},
		},
	})
	failed := newPrivateBucket(scope, "FailedClicks")

	mappings.NewMskEventSourceMapping(scope, jsii.String("Clicks"), &mappings.MskEventSourceMappingProps{
		Cluster:           mappings.MskCluster_Provisioned(cluster),
		Topic:             jsii.String("clicks"),
		ConsumerGroupId:   jsii.String("shop-clicks"),
		Target:            newHandler(scope, "CountClicks"),
		StartingPosition:  mappings.StreamStartingPosition_Latest(),
		Authentication:    mappings.MskAuthentication_Iam(),
		BatchSize:         jsii.Number(1000),
		MaxBatchingWindow: seconds(2),
		OnFailure:         mappings.FailureDestination_Bucket(failed),
		MetricGroups:      &[]mappings.KafkaMetricGroup{mappings.KafkaMetricGroup_EVENT_COUNT, mappings.KafkaMetricGroup_KAFKA_METRICS},
		ProvisionedMode: &mappings.KafkaProvisionedModeOptions{
			MinimumPollers:          jsii.Number(1),
			MaximumPollers:          jsii.Number(20),
			RetryAttempts:           jsii.Number(5),
			BisectBatchOnError:      jsii.Bool(true),
			ReportBatchItemFailures: jsii.Bool(true),
			SchemaRegistry:          clickSchemas(scope),
			LogLevel:                mappings.PollerLogLevel_INFO,
		},
	})
}

func clickSchemas(scope constructs.Construct) mappings.SchemaRegistry {
	registry := awsglue.NewCfnRegistry(scope, jsii.String("Schemas"), &awsglue.CfnRegistryProps{Name: jsii.String("clicks")})
	return mappings.SchemaRegistry_Glue(registry.AttrArn(), &mappings.SchemaRegistryOptions{
		Format:   mappings.KafkaRecordFormat_JSON,
		Validate: &[]mappings.SchemaValidationAttribute{mappings.SchemaValidationAttribute_VALUE},
	})
}

func keepAuditLog(scope constructs.Construct, vpc awsec2.IVpc) {
	credentials := awssecretsmanager.NewSecret(scope, jsii.String("AuditCredentials"), &awssecretsmanager.SecretProps{
		GenerateSecretString: &awssecretsmanager.SecretStringGenerator{
			SecretStringTemplate: jsii.String(`{"username":"audit"}`),
			GenerateStringKey:    jsii.String("password"),
		},
	})

	mappings.NewSelfManagedKafkaEventSourceMapping(scope, jsii.String("Audit"), &mappings.SelfManagedKafkaEventSourceMappingProps{
		BootstrapServers:  jsii.Strings("broker-1.example.com:9096", "broker-2.example.com:9096"),
		Topic:             jsii.String("audit"),
		Target:            newHandlerWithTimeout(scope, "KeepAudit", minutes(5)),
		StartingPosition:  mappings.StreamStartingPosition_TrimHorizon(),
		Authentication:    mappings.KafkaAuthentication_SaslScram512(credentials),
		RootCaCertificate: awssecretsmanager.NewSecret(scope, jsii.String("AuditAuthority"), nil),
		Network: &mappings.KafkaNetworkOptions{
			Vpc:            vpc,
			SecurityGroups: &[]interfacesawsec2.ISecurityGroupRef{newSecurityGroup(scope, "AuditPollers", vpc)},
		},
		BatchSize: jsii.Number(200),
		Filters: &[]mappings.KafkaFilter{mappings.KafkaFilter_FromPattern(&pattern{
			"value": pattern{"level": []any{"WARN", "ERROR"}},
		})},
	})
}
