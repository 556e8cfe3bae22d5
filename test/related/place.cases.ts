import { App, CfnOutput, NestedStack, Stack } from 'aws-cdk-lib';
import * as amazonmq from 'aws-cdk-lib/aws-amazonmq';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as msk from 'aws-cdk-lib/aws-msk';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ALL, RelatedCase } from './cases';
import { functionIn } from './world';
import { MskCluster } from '../../src';
import { Fixtures } from '../fixtures';

const HERE = { region: 'eu-west-1', account: '111122223333' };
const ARN = (region: string, account: string) => `arn:aws:lambda:${region}:${account}:function:handler`;
const target = (region: string, account: string) => (f: Fixtures) => ({
  target: lambda.Function.fromFunctionArn(f.stack, 'Elsewhere', ARN(region, account)),
});

/** A mapping in one nested stack, and its function in another one. */
function nested(name: string, isNeeded: boolean, problems: readonly string[]): RelatedCase {
  return {
    name: `a function of another nested stack, ${name}`,
    sources: ALL,
    scope: (f) => new NestedStack(f.stack, 'Data'),
    given: (f) => {
      const functions = new NestedStack(f.stack, 'Functions');
      const topic = new sns.Topic(f.stack.node.findChild('Data'), 'Topic');
      if (isNeeded) new CfnOutput(functions, 'Taken', { value: topic.topicArn });
      return { target: functionIn({ stack: functions }, 'Handler') };
    },
    problems,
  };
}

const NESTED: RelatedCase[] = [
  nested('which needs nothing of that of the mapping', false, []),
  nested('which needs that of the mapping', true, ['mapping-nested-stack-cycle']),
];

const FUNCTIONS: RelatedCase[] = [
  {
    name: 'a function of the same place, by its ARN',
    sources: ALL,
    ...HERE,
    given: target(HERE.region, HERE.account),
    problems: [],
  },
  {
    name: 'a function of another Region',
    sources: ALL,
    ...HERE,
    given: target('us-east-1', HERE.account),
    problems: ['mapping-function-in-region'],
  },
  {
    name: 'a function of another account',
    sources: ALL.filter((source) => source !== 'kinesis-consumer'),
    ...HERE,
    given: target(HERE.region, '444455556666'),
    problems: ['mapping-function-in-account'],
  },
  {
    name: 'a function of another account, for a consumer that is there already',
    sources: ['kinesis-consumer'],
    ...HERE,
    given: (f) => ({
      ...target(HERE.region, '444455556666')(f),
      consumer: kinesis.StreamConsumer.fromStreamConsumerArn(
        f.stack,
        'Imported',
        'arn:aws:kinesis:eu-west-1:111122223333:stream/clicks/consumer/reader:1540591608',
      ),
    }),
    problems: ['mapping-function-in-account'],
  },
  {
    name: 'a function of a place that is not known to be another one',
    sources: ['kinesis'],
    given: target('us-east-1', '444455556666'),
    problems: [],
  },
  {
    name: 'a version of a function of another Region',
    sources: ['kinesis'],
    ...HERE,
    given: (f) => ({
      target: lambda.Version.fromVersionArn(f.stack, 'Version', `${ARN('us-east-1', HERE.account)}:1`),
    }),
    problems: ['mapping-function-in-region'],
  },
];

const far = (f: Fixtures) =>
  new Stack(f.stack.node.root as App, 'Far', { env: { ...HERE, region: 'us-east-1' }, crossRegionReferences: true });
const near = (f: Fixtures) => new Stack(f.stack.node.root as App, 'Near', { env: HERE });

/** A source of each kind in a stack. */
const MAKE: { readonly [source: string]: (stack: Stack) => object } = {
  kinesis: (stack) => ({ stream: new kinesis.Stream(stack, 'Stream', { streamName: 'clicks' }) }),
  'kinesis-consumer': (stack) => ({
    consumer: new kinesis.CfnStreamConsumer(stack, 'Consumer', {
      consumerName: 'reader',
      streamArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/clicks',
    }),
  }),
  dynamodb: (stack) => ({ table: tableIn(stack) }),
  sqs: (stack) => ({
    queue: new sqs.CfnQueue(stack, 'Jobs', { queueName: 'jobs', redriveAllowPolicy: {}, visibilityTimeout: 60 }),
  }),
  'sqs-fifo': (stack) => ({
    queue: new sqs.CfnQueue(stack, 'Jobs', {
      queueName: 'jobs.fifo',
      fifoQueue: true,
      redriveAllowPolicy: {},
      visibilityTimeout: 60,
    }),
  }),
  msk: (stack) => ({ cluster: MskCluster.provisioned(clusterIn(stack)) }),
  'active-mq': (stack) => ({ broker: broker(stack, 'ACTIVEMQ') }),
  'rabbit-mq': (stack) => ({ broker: broker(stack, 'RABBITMQ') }),
  documentdb: (stack) => ({ cluster: new docdb.CfnDBCluster(stack, 'Cluster', { dbClusterIdentifier: 'orders' }) }),
};

function tableIn(stack: Stack): dynamodb.Table {
  const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
  return new dynamodb.Table(stack, 'Table', {
    tableName: 'orders',
    partitionKey,
    stream: dynamodb.StreamViewType.NEW_IMAGE,
  });
}

function replicatedIn(stack: Stack): dynamodb.TableV2 {
  return new dynamodb.TableV2(stack, 'Table', {
    tableName: 'orders',
    partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    dynamoStream: dynamodb.StreamViewType.NEW_IMAGE,
    replicas: [{ region: HERE.region }],
  });
}

function clusterIn(stack: Stack): msk.CfnCluster {
  return new msk.CfnCluster(stack, 'Cluster', {
    clusterName: 'clicks',
    kafkaVersion: '3.6.0',
    numberOfBrokerNodes: 2,
    brokerNodeGroupInfo: { clientSubnets: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'], instanceType: 'kafka.m5.large' },
    clientAuthentication: { sasl: { iam: { enabled: true } } },
  });
}

function broker(stack: Stack, engineType: string): amazonmq.CfnBroker {
  return new amazonmq.CfnBroker(stack, 'Broker', {
    brokerName: 'tickets',
    deploymentMode: 'SINGLE_INSTANCE',
    engineType,
    hostInstanceType: 'mq.m5.large',
    publiclyAccessible: true,
    users: [],
  });
}

const made = (
  source: string,
  problems: readonly string[],
  stackOf: (f: Fixtures) => Stack,
  name: string,
): RelatedCase => ({ name, sources: [source], ...HERE, given: (f) => MAKE[source](stackOf(f)), problems });

const SOURCES: RelatedCase[] = Object.keys(MAKE).flatMap((source) => [
  made(source, ['mapping-source-in-region'], far, 'a source of another Region, of the app'),
  made(source, [], near, 'a source of the same Region, of another stack'),
]);

const arn = (region: string) => (f: Fixtures) => ({
  stream: kinesis.Stream.fromStreamArn(f.stack, 'Imported', `arn:aws:kinesis:${region}:111122223333:stream/clicks`),
});

/** A reference, as a construct of others may be one. */
const consumerAt = (f: Fixtures, consumerArn: string) => ({
  streamConsumerRef: { consumerArn },
  node: f.consumer.node,
  env: f.consumer.env,
});

const BY_ARN: RelatedCase[] = [
  {
    name: 'a stream of another Region, by its ARN',
    sources: ['kinesis'],
    ...HERE,
    given: arn('us-east-1'),
    problems: ['mapping-source-in-region'],
  },
  {
    name: 'a stream of the same Region, by its ARN',
    sources: ['kinesis'],
    ...HERE,
    given: arn('eu-west-1'),
    problems: [],
  },
  {
    name: 'a stream of a Region that is not known to be another one',
    sources: ['kinesis'],
    given: arn('us-east-1'),
    problems: [],
  },
  {
    name: 'a stream of another account',
    sources: ['kinesis'],
    ...HERE,
    given: (f) => ({
      stream: kinesis.Stream.fromStreamArn(f.stack, 'Imported', 'arn:aws:kinesis:eu-west-1:444455556666:stream/clicks'),
    }),
    problems: [],
  },
  {
    name: 'the replica of a table',
    sources: ['dynamodb'],
    ...HERE,
    given: (f) => ({ table: replicatedIn(far(f)).replica(HERE.region) }),
    problems: ['stream-pattern'],
  },
  {
    name: "the end of a consumer's ARN without the time",
    sources: ['kinesis-consumer'],
    given: (f) => ({ consumer: consumerAt(f, `${f.stream.attrArn}/consumer/reader`) }),
    problems: ['consumer-without-time'],
  },
  {
    name: "the end of a consumer's ARN with the time",
    sources: ['kinesis-consumer'],
    given: (f) => ({ consumer: consumerAt(f, `${f.stream.attrArn}/consumer/reader:1540591608`) }),
    problems: [],
  },
  {
    name: "a stream by the end of a consumer's ARN",
    sources: ['kinesis'],
    given: (f) => ({
      stream: kinesis.Stream.fromStreamArn(f.stack, 'Imported', `${f.stream.attrArn}/consumer/reader`),
    }),
    problems: ['consumer-without-time'],
  },
];

export const PLACE_CASES: readonly RelatedCase[] = [...FUNCTIONS, ...NESTED, ...SOURCES, ...BY_ARN];
