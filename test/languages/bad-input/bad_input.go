package main

import (
	"fmt"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/jsii-runtime-go"
	mappings "github.com/cdk-event-source-mappings/cdk-event-source-mappings-go/cdkeventsourcemappings"
)

func main() {
	defer jsii.Close()
	defer func() { fmt.Println(recover()) }()

	stack := awscdk.NewStack(nil, jsii.String("MyStack"), nil)
	mappings.NewSqsEventSourceMapping(stack, jsii.String("Jobs"), &mappings.SqsEventSourceMappingProps{
		Queue: awssqs.NewQueue(stack, jsii.String("Queue"), nil),
		Target: awslambda.NewFunction(stack, jsii.String("Handler"), &awslambda.FunctionProps{
			Runtime: awslambda.Runtime_NODEJS_22_X(),
			Handler: jsii.String("index.handler"),
			Code:    awslambda.Code_FromInline(jsii.String("exports.handler = async () => {};")),
		}),
		MaxBatchingWindow: awscdk.Duration_Seconds(jsii.Number(400)),
		Scaling:           mappings.SqsScaling_MaxConcurrency(jsii.Number(1)),
	})
}
