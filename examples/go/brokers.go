package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2/awsamazonmq"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssecretsmanager"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	mappings "github.com/cdk-event-source-mappings/cdk-event-source-mappings-go/cdkeventsourcemappings"
)

// addBrokers adds tickets of the help desk, and mails to be sent.
func addBrokers(scope constructs.Construct, vpc awsec2.IVpc) {
	answerTickets(scope, vpc)
	sendMails(scope, vpc)
}

func answerTickets(scope constructs.Construct, vpc awsec2.IVpc) {
	credentials := newBrokerCredentials(scope, "TicketCredentials")
	broker := newBroker(scope, "TicketBroker", vpc, credentials, awsamazonmq.CfnBrokerProps{
		BrokerName:    jsii.String("tickets"),
		EngineType:    jsii.String("ACTIVEMQ"),
		EngineVersion: jsii.String("5.18"),
	})

	mappings.NewActiveMqEventSourceMapping(scope, jsii.String("Tickets"), &mappings.ActiveMqEventSourceMappingProps{
		Broker:            broker,
		QueueName:         jsii.String("tickets"),
		Authentication:    mappings.MqAuthentication_Basic(credentials),
		Target:            newHandlerWithTimeout(scope, "AnswerTicket", minutes(10)),
		BatchSize:         jsii.Number(20),
		MaxBatchingWindow: seconds(30),
		Filters: &[]mappings.ActiveMqFilter{mappings.ActiveMqFilter_FromPattern(&pattern{
			"data": pattern{"priority": []any{"high"}},
		})},
	})
}

func sendMails(scope constructs.Construct, vpc awsec2.IVpc) {
	credentials := newBrokerCredentials(scope, "MailCredentials")
	broker := newBroker(scope, "MailBroker", vpc, credentials, awsamazonmq.CfnBrokerProps{
		BrokerName:    jsii.String("mails"),
		EngineType:    jsii.String("RABBITMQ"),
		EngineVersion: jsii.String("3.13"),
	})

	mappings.NewRabbitMqEventSourceMapping(scope, jsii.String("Mails"), &mappings.RabbitMqEventSourceMappingProps{
		Broker:         broker,
		QueueName:      jsii.String("mails"),
		Authentication: mappings.MqAuthentication_Basic(credentials),
		Target:         newHandler(scope, "SendMail"),
		BatchSize:      jsii.Number(50),
	})
}

func newBrokerCredentials(scope constructs.Construct, id string) awssecretsmanager.Secret {
	return awssecretsmanager.NewSecret(scope, &id, &awssecretsmanager.SecretProps{
		GenerateSecretString: &awssecretsmanager.SecretStringGenerator{
			SecretStringTemplate: jsii.String(`{"username":"shop"}`),
			GenerateStringKey:    jsii.String("password"),
			ExcludePunctuation:   jsii.Bool(true),
		},
	})
}

// newBroker adds to the engine's properties what both brokers have in common.
func newBroker(
	scope constructs.Construct, id string, vpc awsec2.IVpc, credentials awssecretsmanager.Secret, props awsamazonmq.CfnBrokerProps,
) awsamazonmq.CfnBroker {
	props.DeploymentMode = jsii.String("SINGLE_INSTANCE")
	props.HostInstanceType = jsii.String("mq.m5.large")
	props.PubliclyAccessible = jsii.Bool(false)
	props.AutoMinorVersionUpgrade = jsii.Bool(true)
	props.SubnetIds = &[]*string{(*vpc.PrivateSubnets())[0].SubnetId()}
	props.SecurityGroups = &[]*string{newSecurityGroup(scope, id+"Access", vpc).SecurityGroupId()}
	// Both become references to the secret: its value is not in the template.
	props.Users = &[]*awsamazonmq.CfnBroker_UserProperty{{
		Username: credentials.SecretValueFromJson(jsii.String("username")).UnsafeUnwrap(),
		Password: credentials.SecretValueFromJson(jsii.String("password")).UnsafeUnwrap(),
	}}
	return awsamazonmq.NewCfnBroker(scope, &id, &props)
}
