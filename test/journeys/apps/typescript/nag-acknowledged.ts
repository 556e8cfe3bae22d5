import { App, Stack, Validations } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Stream, StreamEncryption } from 'aws-cdk-lib/aws-kinesis';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { FailureDestination, KinesisEventSourceMapping, StreamStartingPosition } from 'cdk-event-source-mappings';
import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  NIST80053R4Checks,
  NIST80053R5Checks,
  PCIDSS321Checks,
} from 'cdk-nag';

const app = new App();
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(),
  new HIPAASecurityChecks(),
  new NIST80053R4Checks(),
  new NIST80053R5Checks(),
  new PCIDSS321Checks(),
);
const stack = new Stack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });

const orders = new KinesisEventSourceMapping(stack, 'Orders', {
  stream: new Stream(stack, 'OrderStream', { encryption: StreamEncryption.MANAGED }),
  target: Function.fromFunctionAttributes(stack, 'Handler', {
    functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:handler',
    role: Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/handler'),
  }),
  startingPosition: StreamStartingPosition.latest(),
  onFailure: FailureDestination.bucket(Bucket.fromBucketName(stack, 'Failed', 'failed-orders')),
});
Validations.of(orders.rolePolicies!).acknowledge(
  {
    id: 'AwsSolutions-IAM5[Resource::arn:aws:s3:::failed-orders/*]',
    reason: 'Lambda chooses the keys of the objects that it writes',
  },
  ...['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'].map((pack) => ({
    id: `${pack}-IAMNoInlinePolicy`,
    reason: 'The policy belongs to one role, and is deleted with its mappings',
  })),
);
