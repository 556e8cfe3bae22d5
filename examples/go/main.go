package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	mappings "github.com/cdk-event-source-mappings/cdk-event-source-mappings-go/cdkeventsourcemappings"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	NewEventSourcesStack(app, "EventSources", nil)
	app.Synth(nil)
}

// NewEventSourcesStack makes a web shop that reacts to all that a Lambda function can be behind: ten event sources.
func NewEventSourcesStack(scope constructs.Construct, id string, props *awscdk.StackProps) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, props)
	vpc := awsec2.NewVpc(stack, jsii.String("Vpc"), &awsec2.VpcProps{
		MaxAzs:      jsii.Number(2),
		NatGateways: jsii.Number(1),
	})

	addStreams(stack)
	addQueues(stack)
	addKafka(stack, vpc)
	addBrokers(stack, vpc)
	addDatabases(stack, vpc)

	mappings.NewEventSourceMappingDashboard(stack, jsii.String("Dashboard"), nil)
	return stack
}
