package main

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskinesis"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	mappings "github.com/cdk-event-source-mappings/cdk-event-source-mappings-go/cdkeventsourcemappings"
)

// addStreams adds orders, which one function books and another checks for fraud, and the changes of the customers.
func addStreams(scope constructs.Construct) {
	orders := awskinesis.NewStream(scope, jsii.String("OrderStream"), &awskinesis.StreamProps{ShardCount: jsii.Number(4)})
	bookOrders(scope, orders)
	checkOrders(scope, orders)
	followCustomers(scope)
}

func bookOrders(scope constructs.Construct, orders awskinesis.IStream) {
	// Through an alias, a new version takes over without a change of the mapping.
	live := newHandler(scope, "BookOrder").AddAlias(jsii.String("live"), nil)
	failed := awssqs.NewQueue(scope, jsii.String("FailedOrders"), &awssqs.QueueProps{
		RetentionPeriod: awscdk.Duration_Days(jsii.Number(14)),
		EnforceSSL:      jsii.Bool(true),
	})

	mappings.NewKinesisEventSourceMapping(scope, jsii.String("Orders"), &mappings.KinesisEventSourceMappingProps{
		Stream:                  orders,
		Target:                  live,
		StartingPosition:        mappings.StreamStartingPosition_TrimHorizon(),
		BatchSize:               jsii.Number(500),
		MaxBatchingWindow:       seconds(5),
		ParallelizationFactor:   jsii.Number(4),
		RetryAttempts:           jsii.Number(3),
		MaxRecordAge:            awscdk.Duration_Hours(jsii.Number(6)),
		BisectBatchOnError:      jsii.Bool(true),
		ReportBatchItemFailures: jsii.Bool(true),
		OnFailure:               mappings.FailureDestination_Queue(failed),
	})
}

func checkOrders(scope constructs.Construct, orders awskinesis.IStream) {
	suspicious := awssns.NewTopic(scope, jsii.String("UncheckedOrders"), &awssns.TopicProps{EnforceSSL: jsii.Bool(true)})
	start := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

	mappings.NewKinesisConsumerEventSourceMapping(scope, jsii.String("Fraud"), &mappings.KinesisConsumerEventSourceMappingProps{
		Consumer: awskinesis.NewStreamConsumer(scope, jsii.String("FraudConsumer"), &awskinesis.StreamConsumerProps{
			Stream:             orders,
			StreamConsumerName: jsii.String("fraud"),
		}),
		Target:           newHandlerWithTimeout(scope, "CheckOrder", minutes(2)),
		StartingPosition: mappings.StreamStartingPosition_AtTimestamp(&start),
		TumblingWindow:   minutes(1),
		RetryAttempts:    jsii.Number(10),
		OnFailure:        mappings.FailureDestination_Topic(suspicious),
		Filters: &[]mappings.KinesisFilter{mappings.KinesisFilter_FromPattern(&pattern{
			"data": pattern{"total": []any{pattern{"numeric": []any{">=", 1000}}}},
		})},
		MetricGroups: &[]mappings.MetricGroup{mappings.MetricGroup_EVENT_COUNT},
	})
}

func followCustomers(scope constructs.Construct) {
	customers := awsdynamodb.NewTable(scope, jsii.String("Customers"), &awsdynamodb.TableProps{
		PartitionKey: &awsdynamodb.Attribute{Name: jsii.String("id"), Type: awsdynamodb.AttributeType_STRING},
		Stream:       awsdynamodb.StreamViewType_NEW_AND_OLD_IMAGES,
	})
	failed := newPrivateBucket(scope, "FailedChanges")

	mappings.NewDynamoDbEventSourceMapping(scope, jsii.String("Changes"), &mappings.DynamoDbEventSourceMappingProps{
		Table:                   customers,
		Target:                  newHandler(scope, "FollowCustomer"),
		StartingPosition:        mappings.DynamoDbStartingPosition_Latest(),
		MaxBatchingWindow:       seconds(1),
		RetryAttempts:           jsii.Number(5),
		ReportBatchItemFailures: jsii.Bool(true),
		OnFailure:               mappings.FailureDestination_Bucket(failed),
		Filters: &[]mappings.DynamoDbFilter{mappings.DynamoDbFilter_FromPattern(&pattern{
			"eventName": []any{"INSERT", "MODIFY"},
		})},
	})
}
