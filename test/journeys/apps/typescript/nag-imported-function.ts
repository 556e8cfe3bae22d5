import { App, Stack, Validations } from 'aws-cdk-lib';
import { Stream, StreamEncryption } from 'aws-cdk-lib/aws-kinesis';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSourceMapping, StreamStartingPosition } from 'cdk-event-source-mappings';
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

// Without its role: nothing that this app deploys gives the function any rights.
new KinesisEventSourceMapping(stack, 'Orders', {
  stream: new Stream(stack, 'OrderStream', { encryption: StreamEncryption.MANAGED }),
  target: Function.fromFunctionArn(stack, 'Handler', 'arn:aws:lambda:eu-west-1:111122223333:function:handler'),
  startingPosition: StreamStartingPosition.latest(),
});
