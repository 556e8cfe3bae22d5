package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

// pattern is a JSON object, as filters have them.
type pattern = map[string]any

func seconds(count float64) awscdk.Duration {
	return awscdk.Duration_Seconds(jsii.Number(count))
}

func minutes(count float64) awscdk.Duration {
	return awscdk.Duration_Minutes(jsii.Number(count))
}

func newPrivateBucket(scope constructs.Construct, id string) awss3.Bucket {
	return awss3.NewBucket(scope, &id, &awss3.BucketProps{
		EnforceSSL:        jsii.Bool(true),
		BlockPublicAccess: awss3.BlockPublicAccess_BLOCK_ALL(),
	})
}

func newSecurityGroup(scope constructs.Construct, id string, vpc awsec2.IVpc) awsec2.SecurityGroup {
	return awsec2.NewSecurityGroup(scope, &id, &awsec2.SecurityGroupProps{Vpc: vpc})
}
