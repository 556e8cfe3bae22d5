import { App, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { ISecurityGroup, IVpc, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Role } from 'aws-cdk-lib/aws-iam';
import { IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Function, IFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';

const ENV = { account: '111122223333', region: 'eu-central-1' };

/**
 * The resources that mappings refer to, all imported: the template holds the mapping alone, and is the same with each
 * aws-cdk-lib.
 */
export class Surroundings {
  public readonly stack: Stack;
  public readonly target: IFunction;
  public readonly deadLetters: IQueue;
  public readonly bucket: IBucket;
  public readonly key: IKey;
  public readonly credentials: ISecret;
  public readonly certificate: ISecret;
  public readonly vpc: IVpc;
  public readonly securityGroup: ISecurityGroup;

  constructor() {
    // The version of the bootstrap stack says nothing of a mapping.
    const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
    this.stack = new Stack(new App({ analyticsReporting: false }), 'Stack', { env: ENV, synthesizer });

    this.target = Function.fromFunctionAttributes(this.stack, 'Target', {
      functionArn: arn('lambda', 'function:handler'),
      role: Role.fromRoleArn(this.stack, 'Role', `arn:aws:iam::${ENV.account}:role/handler`),
    });
    this.deadLetters = Queue.fromQueueArn(this.stack, 'DeadLetters', arn('sqs', 'dead-letters'));
    this.bucket = Bucket.fromBucketArn(this.stack, 'Bucket', 'arn:aws:s3:::dead-letters');
    this.key = Key.fromKeyArn(this.stack, 'Key', arn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab'));
    this.credentials = Secret.fromSecretCompleteArn(
      this.stack,
      'Credentials',
      arn('secretsmanager', 'secret:credentials-AbCdEf'),
    );
    this.certificate = Secret.fromSecretCompleteArn(
      this.stack,
      'Certificate',
      arn('secretsmanager', 'secret:certificate-AbCdEf'),
    );
    this.vpc = Vpc.fromVpcAttributes(this.stack, 'Vpc', {
      vpcId: 'vpc-0a1b2c3d',
      availabilityZones: ['eu-central-1a', 'eu-central-1b'],
      privateSubnetIds: ['subnet-0a1b2c3d', 'subnet-1b2c3d4e'],
    });
    this.securityGroup = SecurityGroup.fromSecurityGroupId(this.stack, 'SecurityGroup', 'sg-0a1b2c3d');
  }
}

export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${ENV.region}:${ENV.account}:${resource}`;
}
