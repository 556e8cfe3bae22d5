import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as amazonmq from 'aws-cdk-lib/aws-amazonmq';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as msk from 'aws-cdk-lib/aws-msk';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';

type Makers = { readonly [name: string]: (names: Names) => unknown };
type Names = (name: string) => never;

const visibilityTimeout = Duration.minutes(5);

/**
 * The values of the names that the examples use, as `rosetta/default.ts-fixture` declares them; each is made at its
 * first use.
 */
const MAKERS: Makers = {
  app: () => new App({ analyticsReporting: false }),
  stack: (of) => new Stack(of('app'), 'Shop'),
  scope: (of) => of('stack'),
  handler: (of) =>
    new lambda.Function(of('stack'), 'Handler', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
      timeout: Duration.seconds(30),
    }),
  queue: (of) =>
    new sqs.Queue(of('stack'), 'SomeQueue', {
      visibilityTimeout,
      deadLetterQueue: { queue: of('dlq'), maxReceiveCount: 5 },
    }),
  dlq: (of) => new sqs.Queue(of('stack'), 'SomeFailedMessages'),
  topic: (of) => new sns.Topic(of('stack'), 'SomeTopic'),
  bucket: (of) => new s3.Bucket(of('stack'), 'SomeBucket', { removalPolicy: RemovalPolicy.DESTROY }),
  key: (of) => new kms.Key(of('stack'), 'SomeKey'),
  stream: (of) => new kinesis.Stream(of('stack'), 'SomeStream'),
  consumer: (of) =>
    new kinesis.StreamConsumer(of('stack'), 'SomeConsumer', { streamConsumerName: 'reader', stream: of('stream') }),
  table: (of) =>
    new dynamodb.Table(of('stack'), 'SomeTable', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
    }),
  vpc: (of) => new ec2.Vpc(of('stack'), 'SomeVpc', { maxAzs: 2 }),
  securityGroup: (of) => new ec2.SecurityGroup(of('stack'), 'SomeSecurityGroup', { vpc: of('vpc') }),
  credentials: (of) => new secretsmanager.Secret(of('stack'), 'SomeSecret'),
  cluster: (of) =>
    new msk.CfnCluster(of('stack'), 'SomeCluster', {
      clusterName: 'clicks',
      kafkaVersion: '3.8.x',
      numberOfBrokerNodes: 2,
      brokerNodeGroupInfo: {
        instanceType: 'kafka.m7g.large',
        clientSubnets: (of('vpc') as ec2.Vpc).privateSubnets.map(({ subnetId }) => subnetId),
        securityGroups: [(of('securityGroup') as ec2.SecurityGroup).securityGroupId],
      },
      clientAuthentication: { sasl: { iam: { enabled: true } } },
    }),
  broker: (of) =>
    new amazonmq.CfnBroker(of('stack'), 'SomeBroker', {
      brokerName: 'tickets',
      deploymentMode: 'SINGLE_INSTANCE',
      engineType: 'ACTIVEMQ',
      hostInstanceType: 'mq.m5.large',
      publiclyAccessible: true,
      users: [{ username: 'lambda', password: 'not-a-real-password' }],
    }),
};

export const FIXTURE_NAMES = Object.keys(MAKERS);

/** The names for one example: an app of its own. */
export function fixture(): (name: string) => unknown {
  const made = new Map<string, unknown>();
  const of = (name: string): unknown => {
    if (!made.has(name)) made.set(name, MAKERS[name](of as Names));
    return made.get(name);
  };
  return of;
}
