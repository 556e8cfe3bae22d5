import { App, CfnResource, Duration, Stack } from 'aws-cdk-lib';
import { SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { CfnCluster } from 'aws-cdk-lib/aws-msk';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { IConstruct } from 'constructs';
import {
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  SqsEventSourceMapping,
  StreamStartingPosition,
} from '../../src';

/** An example: makes everything around the mapping, and returns the function that makes the mapping. */
type Example = (stack: Stack) => () => void;

function handlerIn(stack: Stack): Function {
  const code = Code.fromInline('exports.handler = async () => {};');
  return new Function(stack, 'Handler', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code });
}

const QUEUE: Example = (stack) => {
  const handler = handlerIn(stack);
  const queue = new Queue(stack, 'Queue', {
    visibilityTimeout: Duration.minutes(3),
    encryptionMasterKey: new Key(stack, 'Key'),
    deadLetterQueue: { queue: new Queue(stack, 'Failed'), maxReceiveCount: 5 },
  });
  return () => new SqsEventSourceMapping(stack, 'Jobs', { queue, target: handler });
};

const KAFKA: Example = (stack) => {
  const handler = handlerIn(stack);
  const subnetConfiguration = [{ name: 'kafka', subnetType: SubnetType.PRIVATE_ISOLATED }];
  const vpc = new Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 0, subnetConfiguration });
  const brokers = new SecurityGroup(stack, 'Brokers', { vpc });
  const cluster = new CfnCluster(stack, 'Cluster', {
    clusterName: 'clicks',
    kafkaVersion: '3.8.x',
    numberOfBrokerNodes: 2,
    brokerNodeGroupInfo: {
      instanceType: 'kafka.m7g.large',
      clientSubnets: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
      securityGroups: [brokers.securityGroupId],
    },
    clientAuthentication: { sasl: { iam: { enabled: true } } },
  });
  return () =>
    new MskEventSourceMapping(stack, 'Clicks', {
      cluster: MskCluster.provisioned(cluster),
      topic: 'clicks',
      target: handler,
      startingPosition: StreamStartingPosition.trimHorizon(),
      authentication: MskAuthentication.iam(),
    });
};

/** The subnets of a VPC are many, and not what the page is about. */
const UNTOLD = /^Shop\/Vpc\/./;

interface Line {
  readonly path: string;
  readonly text: string;
  readonly resource?: CfnResource;
}

/** The constructs that are a resource or have one below them, in the order of their paths. */
function linesOf(construct: IConstruct, depth = 0): Line[] {
  const { path, children, id } = construct.node;
  const below = children.flatMap((child) => linesOf(child, depth + 1));
  const resource = CfnResource.isCfnResource(construct) ? construct : undefined;
  if (UNTOLD.test(path) || (resource === undefined && below.length === 0 && id !== 'Vpc')) return [];
  return [{ path, text: `${'  '.repeat(depth)}${id}`, resource }, ...below];
}

/** The construct tree as a difference: what the mapping adds has a plus in front. */
function treeOf(example: Example): string {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Shop');
  const makeMapping = example(stack);
  const before = new Set(linesOf(stack).map(({ path }) => path));
  makeMapping();
  const lines = linesOf(stack);
  const width = Math.max(...lines.map(({ text }) => text.length));
  return [
    '```diff',
    ...lines.map(({ path, text, resource }) => {
      const type = resource === undefined ? '' : resource.cfnResourceType;
      return `${before.has(path) ? ' ' : '+'} ${text.padEnd(width)}  ${type}`.trimEnd();
    }),
    '```',
  ].join('\n');
}

/** The resources of the given types, as the template has them. */
function resourcesOf(example: Example, types: RegExp): string {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'Shop');
  example(stack)();
  const { Resources } = app.synth().getStackByName('Shop').template as {
    Resources: { [id: string]: { Type: string } };
  };
  const some = Object.entries(Resources).filter(([, { Type }]) => types.test(Type));
  return ['```json', JSON.stringify(Object.fromEntries(some), undefined, 2), '```'].join('\n');
}

/** The texts between the marks of the page on created resources. */
export const CREATED_RESOURCES: { readonly [mark: string]: () => string } = {
  'queue-tree': () => treeOf(QUEUE),
  'queue-template': () => resourcesOf(QUEUE, /EventSourceMapping$|::Policy$/),
  'kafka-tree': () => treeOf(KAFKA),
};
