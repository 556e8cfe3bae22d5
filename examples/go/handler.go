package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

const logEvent = "exports.handler = async (event) => { console.log(JSON.stringify(event)); return { batchItemFailures: [] }; };"

// newHandler makes a function that logs what it gets, and says that none of it failed.
func newHandler(scope constructs.Construct, id string) awslambda.Function {
	return newHandlerWithTimeout(scope, id, seconds(30))
}

func newHandlerWithTimeout(scope constructs.Construct, id string, timeout awscdk.Duration) awslambda.Function {
	return awslambda.NewFunction(scope, &id, &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_NODEJS_22_X(),
		Handler: jsii.String("index.handler"),
		Code:    awslambda.Code_FromInline(jsii.String(logEvent)),
		Timeout: timeout,
	})
}
