package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatchactions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	mappings "github.com/cdk-event-source-mappings/cdk-event-source-mappings-go/cdkeventsourcemappings"
)

const (
	functionTimeoutSeconds = 30
	windowSeconds          = 10
)

// addQueues adds thumbnails, in any order, and payments, in order.
func addQueues(scope constructs.Construct) {
	makeThumbnails(scope)
	takePayments(scope)
}

func makeThumbnails(scope constructs.Construct) {
	thumbnails := awssqs.NewQueue(scope, jsii.String("ThumbnailQueue"), &awssqs.QueueProps{
		// What Lambda recommends: six times the function's timeout, and the batching window.
		VisibilityTimeout: seconds(6*functionTimeoutSeconds + windowSeconds),
		DeadLetterQueue: &awssqs.DeadLetterQueue{
			Queue:           awssqs.NewQueue(scope, jsii.String("FailedThumbnails"), &awssqs.QueueProps{EnforceSSL: jsii.Bool(true)}),
			MaxReceiveCount: jsii.Number(5),
		},
		EnforceSSL: jsii.Bool(true),
	})

	mapping := mappings.NewSqsEventSourceMapping(scope, jsii.String("Thumbnails"), &mappings.SqsEventSourceMappingProps{
		Queue:                   thumbnails,
		Target:                  newHandlerWithTimeout(scope, "MakeThumbnail", seconds(functionTimeoutSeconds)),
		BatchSize:               jsii.Number(100),
		MaxBatchingWindow:       seconds(windowSeconds),
		Scaling:                 mappings.SqsScaling_MaxConcurrency(jsii.Number(50)),
		ReportBatchItemFailures: jsii.Bool(true),
		Filters: &[]mappings.SqsFilter{mappings.SqsFilter_FromPattern(&pattern{
			"body": pattern{"type": []any{"image/png", "image/jpeg"}},
		})},
		FilterEncryption: awskms.NewKey(scope, jsii.String("FilterKey"), &awskms.KeyProps{EnableKeyRotation: jsii.Bool(true)}),
		MetricGroups:     &[]mappings.MetricGroup{mappings.MetricGroup_EVENT_COUNT},
	})

	// Half of an hour is late for a thumbnail; the queue keeps messages for four days.
	alarms := mappings.NewEventSourceMappingAlarms(scope, jsii.String("ThumbnailAlarms"), &mappings.EventSourceMappingAlarmsProps{
		Mapping: mapping,
		Lag:     &mappings.AlarmTuningOptions{Threshold: jsii.Number(1800)},
	})
	topic := awssns.NewTopic(scope, jsii.String("Alerts"), &awssns.TopicProps{EnforceSSL: jsii.Bool(true)})
	alarms.AddAlarmAction(awscloudwatchactions.NewSnsAction(topic))
}

func takePayments(scope constructs.Construct) {
	payments := awssqs.NewQueue(scope, jsii.String("PaymentQueue"), &awssqs.QueueProps{
		Fifo:              jsii.Bool(true),
		VisibilityTimeout: seconds(6 * functionTimeoutSeconds),
		DeadLetterQueue: &awssqs.DeadLetterQueue{
			Queue: awssqs.NewQueue(scope, jsii.String("FailedPayments"), &awssqs.QueueProps{
				Fifo:       jsii.Bool(true),
				EnforceSSL: jsii.Bool(true),
			}),
			MaxReceiveCount: jsii.Number(5),
		},
		EnforceSSL: jsii.Bool(true),
	})

	// The form that users of aws-lambda-event-sources know.
	handler := newHandlerWithTimeout(scope, "TakePayment", seconds(functionTimeoutSeconds))
	handler.AddEventSource(mappings.SqsFifoEventSourceMapping_AsEventSource(jsii.String("Payments"), &mappings.SqsFifoEventSourceMappingOptions{
		Queue:     payments,
		BatchSize: jsii.Number(10),
		Scaling: mappings.SqsScaling_Provisioned(&mappings.SqsPollerOptions{
			MinimumPollers: jsii.Number(2),
			MaximumPollers: jsii.Number(20),
		}),
		ReportBatchItemFailures: jsii.Bool(true),
	}))
}
