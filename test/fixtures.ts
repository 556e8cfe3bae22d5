import { App, CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import * as amazonmq from 'aws-cdk-lib/aws-amazonmq';
import * as docdb from 'aws-cdk-lib/aws-docdb';
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

/** The resources that a case can use: each is made at its first use, in the case's own stack. */
export class Fixtures {
  public readonly stack: Stack;
  private readonly made = new Map<string, unknown>();

  constructor(region?: string, account?: string) {
    this.stack = new Stack(new App({ analyticsReporting: false }), 'MyStack', {
      env: { region, account },
      crossRegionReferences: true,
    });
  }

  public get target(): lambda.Function {
    return this.once(
      'Handler',
      (id) =>
        new lambda.Function(this.stack, id, {
          code: lambda.Code.fromInline('exports.handler = async () => {};'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_22_X,
        }),
    );
  }

  public get stream(): kinesis.CfnStream {
    return this.once('Stream', (id) => new kinesis.CfnStream(this.stack, id, { shardCount: 1 }));
  }

  public get consumer(): kinesis.CfnStreamConsumer {
    return this.once(
      'Consumer',
      (id) => new kinesis.CfnStreamConsumer(this.stack, id, { consumerName: 'reader', streamArn: this.stream.attrArn }),
    );
  }

  public get table(): dynamodb.Table {
    return this.once(
      'Table',
      (id) =>
        new dynamodb.Table(this.stack, id, {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
        }),
    );
  }

  public get tableWithoutStream(): dynamodb.Table {
    return this.once(
      'StillTable',
      (id) => new dynamodb.Table(this.stack, id, { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }),
    );
  }

  public get queue(): sqs.Queue {
    return this.once('Queue', (id) => new sqs.Queue(this.stack, id));
  }

  public get fifoQueue(): sqs.Queue {
    return this.once('FifoQueue', (id) => new sqs.Queue(this.stack, id, { fifo: true }));
  }

  /** A second queue, so that a source and its failure destination are two. */
  public get deadLetters(): sqs.Queue {
    return this.once('DeadLetters', (id) => new sqs.Queue(this.stack, id));
  }

  public get topic(): sns.Topic {
    return this.once('Topic', (id) => new sns.Topic(this.stack, id));
  }

  public get fifoTopic(): sns.Topic {
    return this.once('FifoTopic', (id) => new sns.Topic(this.stack, id, { fifo: true }));
  }

  public get bucket(): s3.Bucket {
    return this.once('Bucket', (id) => new s3.Bucket(this.stack, id));
  }

  public get secret(): secretsmanager.Secret {
    return this.once('Secret', (id) => new secretsmanager.Secret(this.stack, id));
  }

  public get otherSecret(): secretsmanager.Secret {
    return this.once('OtherSecret', (id) => new secretsmanager.Secret(this.stack, id));
  }

  public get key(): kms.Key {
    return this.once('Key', (id) => new kms.Key(this.stack, id));
  }

  public get vpc(): ec2.IVpc {
    return this.once('Vpc', (id) =>
      ec2.Vpc.fromVpcAttributes(this.stack, id, {
        vpcId: 'vpc-0a1b2c3d',
        availabilityZones: ['us-east-1a', 'us-east-1b'],
        privateSubnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'],
        publicSubnetIds: ['subnet-8c9d0e1f', 'subnet-2a3b4c5d'],
      }),
    );
  }

  public get securityGroup(): ec2.CfnSecurityGroup {
    return this.once(
      'SecurityGroup',
      (id) => new ec2.CfnSecurityGroup(this.stack, id, { groupDescription: 'of the pollers', vpcId: this.vpc.vpcId }),
    );
  }

  public get cluster(): msk.CfnCluster {
    return this.once(
      'Cluster',
      (id) =>
        new msk.CfnCluster(this.stack, id, {
          clusterName: 'clicks',
          kafkaVersion: '3.6.0',
          numberOfBrokerNodes: 2,
          brokerNodeGroupInfo: {
            clientSubnets: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'],
            instanceType: 'kafka.m5.large',
          },
          clientAuthentication: {
            sasl: { iam: { enabled: true }, scram: { enabled: true } },
            tls: { enabled: true },
            unauthenticated: { enabled: true },
          },
        }),
    );
  }

  public get serverlessCluster(): msk.CfnServerlessCluster {
    return this.once(
      'ServerlessCluster',
      (id) =>
        new msk.CfnServerlessCluster(this.stack, id, {
          clusterName: 'clicks',
          clientAuthentication: { sasl: { iam: { enabled: true } } },
          vpcConfigs: [{ subnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'] }],
        }),
    );
  }

  public get broker(): amazonmq.CfnBroker {
    return this.once(
      'Broker',
      (id) =>
        new amazonmq.CfnBroker(this.stack, id, {
          brokerName: 'tickets',
          deploymentMode: 'SINGLE_INSTANCE',
          engineType: 'ACTIVEMQ',
          hostInstanceType: 'mq.m5.large',
          publiclyAccessible: false,
        }),
    );
  }

  public get rabbitBroker(): amazonmq.CfnBroker {
    return this.once(
      'RabbitBroker',
      (id) =>
        new amazonmq.CfnBroker(this.stack, id, {
          brokerName: 'mails',
          deploymentMode: 'SINGLE_INSTANCE',
          engineType: 'RABBITMQ',
          hostInstanceType: 'mq.m5.large',
          publiclyAccessible: false,
        }),
    );
  }

  public get documents(): docdb.CfnDBCluster {
    return this.once('Documents', (id) => new docdb.CfnDBCluster(this.stack, id, { engineVersion: '5.0.0' }));
  }

  /** A text that only the deployment knows, and that may be anything. */
  public get text(): string {
    return this.once('Text', (id) => new CfnParameter(this.stack, id)).valueAsString;
  }

  /** A number that only the deployment knows, and that may be anything. */
  public get number(): number {
    return this.once('Number', (id) => new CfnParameter(this.stack, id, { type: 'Number' })).valueAsNumber;
  }

  public get list(): string[] {
    return this.once('List', (id) => new CfnParameter(this.stack, id, { type: 'CommaDelimitedList' })).valueAsList;
  }

  /** Known at synthesis, but not before. */
  public get lazyText(): string {
    return this.once('LazyText', () => Lazy.string({ produce: () => 'later' }));
  }

  /** A switch that only the deployment knows: no type of CDK says so, but its users write it. */
  public get flag(): boolean {
    return this.once('Flag', () => Lazy.any({ produce: () => true })) as unknown as boolean;
  }

  private once<T>(id: string, make: (id: string) => T): T {
    if (!this.made.has(id)) this.made.set(id, make(id));
    return this.made.get(id) as T;
  }
}
