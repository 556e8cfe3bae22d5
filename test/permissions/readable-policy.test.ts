import { App, Aws, CfnParameter, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { readablePolicy } from '../../src/permissions/readable-policy';

test('what is known only at deployment is a name in a policy to copy', () => {
  const stack = new Stack(new App(), 'MyStack');
  const { attrArn } = new CfnQueue(stack, 'Queue');
  const resources = [
    attrArn,
    `arn:${Aws.PARTITION}:sqs:eu-west-1:123456789012:jobs`,
    new CfnParameter(stack, 'Name').valueAsString,
  ];
  const statements = [new PolicyStatement({ actions: ['sqs:ReceiveMessage'], resources })];
  expect(JSON.parse(readablePolicy(new PolicyDocument({ statements }), stack))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sqs:ReceiveMessage',
        Resource: ['<Arn of Queue>', 'arn:<AWS::Partition>:sqs:eu-west-1:123456789012:jobs', '<Name>'],
      },
    ],
  });
});
