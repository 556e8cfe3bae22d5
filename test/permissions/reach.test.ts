import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as amazonmq from 'aws-cdk-lib/aws-amazonmq';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as msk from 'aws-cdk-lib/aws-msk';
import { Construct } from 'constructs';
import { resourcesIn } from './template';
import {
  ActiveMqEventSourceMapping,
  DocumentDbAuthentication,
  DocumentDbEventSourceMapping,
  KafkaAuthentication,
  MqAuthentication,
  MskAuthentication,
  MskCluster,
  MskEventSourceMapping,
  RabbitMqEventSourceMapping,
  SelfManagedKafkaEventSourceMapping,
  StreamStartingPosition,
} from '../../src';
import { Fixtures } from '../fixtures';
import { mskSecretIn } from '../related/world';

const startingPosition = StreamStartingPosition.latest();

/** Rules by which members of a group reach each other: a line for each, ordered. */
function rulesIn(stack: Stack): string[] {
  return Object.values(resourcesIn(stack))
    .filter(({ Type }) => /^AWS::EC2::SecurityGroup(In|E)gress$/.test(Type))
    .map(({ Type, Properties }) => {
      const {
        GroupId,
        SourceSecurityGroupId,
        DestinationSecurityGroupId = SourceSecurityGroupId,
        FromPort,
        ToPort,
      } = Properties;
      const itself = JSON.stringify(GroupId) === JSON.stringify(DestinationSecurityGroupId) ? 'itself' : 'another';
      return (
        `${Type.slice('AWS::EC2::SecurityGroup'.length)} ${itself} ` +
        `${JSON.stringify(FromPort)}-${JSON.stringify(ToPort)}`
      );
    })
    .sort();
}

const inAt = (port: number) => `Ingress itself ${port}-${port}`;
const outAt = (port: number) => `Egress itself ${port}-${port}`;

const l1Group = (f: Fixtures, props: Partial<ec2.CfnSecurityGroupProps> = {}) =>
  new ec2.CfnSecurityGroup(f.stack, 'Group', { groupDescription: 'of the source', vpcId: 'vpc-1', ...props });
const l2Group = (f: Fixtures, props: Partial<ec2.SecurityGroupProps> = {}) =>
  new ec2.SecurityGroup(f.stack, 'Group', { vpc: f.vpc, ...props });

type Groups = (f: Fixtures) => string;
const GROUPS: [string, Groups][] = [
  ['an L2', (f) => l2Group(f).securityGroupId],
  ['an L1', (f) => l1Group(f).attrGroupId],
  ['an L1, by its Ref', (f) => l1Group(f).ref],
];

function mskMapping(
  f: Fixtures,
  group: string,
  props: Partial<msk.CfnClusterProps> = {},
  authentication?: MskAuthentication,
): Construct {
  const cluster = new msk.CfnCluster(f.stack, 'Cluster', {
    clusterName: 'clicks',
    kafkaVersion: '3.6.0',
    numberOfBrokerNodes: 2,
    brokerNodeGroupInfo: {
      clientSubnets: ['subnet-1', 'subnet-2'],
      instanceType: 'kafka.m5.large',
      securityGroups: [group],
    },
    ...props,
  });
  return new MskEventSourceMapping(f.stack, 'Mapping', {
    cluster: MskCluster.provisioned(cluster),
    topic: 'clicks',
    target: f.target,
    startingPosition,
    authentication,
  });
}

function serverlessMapping(f: Fixtures, group: string): Construct {
  const cluster = new msk.CfnServerlessCluster(f.stack, 'Cluster', {
    clusterName: 'clicks',
    clientAuthentication: { sasl: { iam: { enabled: true } } },
    vpcConfigs: [{ subnetIds: ['subnet-1', 'subnet-2'], securityGroups: [group] }],
  });
  return new MskEventSourceMapping(f.stack, 'Mapping', {
    cluster: MskCluster.serverless(cluster),
    topic: 'clicks',
    target: f.target,
    startingPosition,
  });
}

function brokerMapping(f: Fixtures, group: string, engineType = 'ACTIVEMQ', grantAccess?: boolean): Construct {
  const broker = new amazonmq.CfnBroker(f.stack, 'Broker', {
    brokerName: 'tickets',
    deploymentMode: 'SINGLE_INSTANCE',
    engineType,
    hostInstanceType: 'mq.m5.large',
    publiclyAccessible: false,
    securityGroups: [group],
  });
  const props = {
    broker,
    queueName: 'tickets',
    authentication: MqAuthentication.basic(f.secret),
    target: f.target,
    grantAccess,
  };
  return engineType === 'ACTIVEMQ'
    ? new ActiveMqEventSourceMapping(f.stack, 'Mapping', props)
    : new RabbitMqEventSourceMapping(f.stack, 'Mapping', props);
}

function documentsMapping(f: Fixtures, group: string, port?: number): Construct {
  const cluster = new docdb.CfnDBCluster(f.stack, 'Documents', { vpcSecurityGroupIds: [group], port });
  return new DocumentDbEventSourceMapping(f.stack, 'Mapping', {
    cluster,
    databaseName: 'shop',
    authentication: DocumentDbAuthentication.basic(f.secret),
    target: f.target,
    startingPosition,
  });
}

function kafkaMapping(
  f: Fixtures,
  securityGroups: (ec2.ISecurityGroup | ec2.CfnSecurityGroup)[],
  bootstrapServers = ['broker-1.example.com:9096'],
): Construct {
  return new SelfManagedKafkaEventSourceMapping(f.stack, 'Mapping', {
    bootstrapServers,
    topic: 'clicks',
    target: f.target,
    authentication: KafkaAuthentication.basic(f.secret),
    network: { vpc: f.vpc, securityGroups },
  });
}

const iam = { clientAuthentication: { sasl: { iam: { enabled: true } } } };
const all = {
  clientAuthentication: { sasl: { iam: { enabled: true }, scram: { enabled: true } }, tls: { enabled: true } },
};
const clientBroker = (how: string) => ({ encryptionInfo: { encryptionInTransit: { clientBroker: how } } });

const SOURCES: [string, (f: Fixtures, group: string) => Construct, number][] = [
  ['MSK', (f, group) => mskMapping(f, group), 9094],
  ['MSK in plain text', (f, group) => mskMapping(f, group, clientBroker('PLAINTEXT')), 9092],
  ['MSK in plain text and by TLS', (f, group) => mskMapping(f, group, clientBroker('TLS_PLAINTEXT')), 9094],
  ['MSK, a cluster that has IAM', (f, group) => mskMapping(f, group, iam), 9098],
  ['MSK with IAM', (f, group) => mskMapping(f, group, {}, MskAuthentication.iam()), 9098],
  [
    'MSK with SCRAM',
    (f, group) => mskMapping(f, group, all, MskAuthentication.saslScram512(mskSecretIn(f, 'Credentials'))),
    9096,
  ],
  [
    'MSK with mutual TLS',
    (f, group) => mskMapping(f, group, all, MskAuthentication.clientCertificateTls(f.secret)),
    9094,
  ],
  ['MSK serverless', serverlessMapping, 9098],
  ['ActiveMQ', (f, group) => brokerMapping(f, group), 61617],
  ['RabbitMQ', (f, group) => brokerMapping(f, group, 'RABBITMQ'), 5671],
  ['DocumentDB', (f, group) => documentsMapping(f, group), 27017],
  ['DocumentDB at another port', (f, group) => documentsMapping(f, group, 27018), 27018],
];

describe.each(GROUPS)('the group of the source is %s', (_, groupIn) => {
  test.each(SOURCES)(
    '%s: its members reach each other at the port, and the mapping waits for that',
    (__, make, port) => {
      const f = new Fixtures();
      make(f, groupIn(f));
      expect(rulesIn(f.stack)).toEqual([inAt(port)]);
      const resources = Object.entries(resourcesIn(f.stack));
      const [rule] = resources.find(([, { Type }]) => Type === 'AWS::EC2::SecurityGroupIngress')!;
      expect(resources.find(([, { Type }]) => Type === 'AWS::Lambda::EventSourceMapping')![1].DependsOn).toContain(
        rule,
      );
      const waitedFor = resources.flatMap(([, { DependsOn = [] }]) => DependsOn);
      expect(waitedFor.filter((id) => !resources.some(([other]) => other === id))).toEqual([]);
      ['Group', 'Mapping'].forEach((id) =>
        Annotations.fromStack(f.stack).hasNoWarning(`/MyStack/${id}`, Match.anyValue()),
      );
    },
  );
});

/** A rule of the app that lets the members of a group into a group, its own where no other is given. */
function letMembersIn(f: Fixtures, group: ec2.CfnSecurityGroup, ipProtocol: string, groupId = group.attrGroupId): void {
  new ec2.CfnSecurityGroupIngress(f.stack, 'Own', {
    ipProtocol,
    fromPort: 9094,
    toPort: 9094,
    groupId,
    sourceSecurityGroupId: group.attrGroupId,
  });
}

test.each([['tcp'], ['6'], ['-1']])(
  'a rule of the app for the protocol %s is not made again, because EC2 would refuse the second',
  (ipProtocol) => {
    const f = new Fixtures();
    const group = l1Group(f);
    letMembersIn(f, group, ipProtocol);
    mskMapping(f, group.attrGroupId);
    expect(rulesIn(f.stack)).toEqual([inAt(9094)]);
  },
);

test('a rule of the app for another protocol does not serve', () => {
  const f = new Fixtures();
  const group = l1Group(f);
  letMembersIn(f, group, '17');
  mskMapping(f, group.attrGroupId);
  expect(rulesIn(f.stack)).toEqual([inAt(9094), inAt(9094)]);
});

test('a rule of the app that lets the members of the group into another one does not serve', () => {
  const f = new Fixtures();
  const group = l1Group(f);
  const other = new ec2.SecurityGroup(f.stack, 'Other', { vpc: f.vpc });
  letMembersIn(f, group, 'tcp', other.securityGroupId);
  mskMapping(f, group.attrGroupId);
  expect(rulesIn(f.stack)).toEqual(['Ingress another 9094-9094', inAt(9094)]);
});

describe('self-managed Kafka', () => {
  test.each<[string, (f: Fixtures) => ec2.ISecurityGroup | ec2.CfnSecurityGroup]>([
    ['an L2', l2Group],
    ['an L1', l1Group],
  ])('%s, at the ports of its brokers', (_, groupIn) => {
    const f = new Fixtures();
    kafkaMapping(f, [groupIn(f)], ['a.example.com:9096', 'b.example.com:9096', 'c.example.com:9097']);
    expect(rulesIn(f.stack)).toEqual([inAt(9096), inAt(9097)]);
  });

  test('whose brokers are not known yet has no rule', () => {
    const f = new Fixtures();
    kafkaMapping(f, [l2Group(f)], f.list);
    expect(rulesIn(f.stack)).toEqual([]);
  });
});

describe('a cluster of DocumentDB, an L2', () => {
  const cluster = (f: Fixtures, props: Partial<docdb.DatabaseClusterProps> = {}) =>
    new docdb.DatabaseCluster(f.stack, 'Documents', {
      masterUser: { username: 'admin1' },
      vpc: f.vpc,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.R5, ec2.InstanceSize.LARGE),
      ...props,
    });
  const mapping = (f: Fixtures, documents: docdb.IDatabaseCluster) =>
    new DocumentDbEventSourceMapping(f.stack, 'Mapping', {
      cluster: documents,
      databaseName: 'shop',
      authentication: DocumentDbAuthentication.basic(f.secret),
      target: f.target,
      startingPosition,
    });

  test('has the group that it makes', () => {
    const f = new Fixtures();
    mapping(f, cluster(f));
    expect(rulesIn(f.stack)).toEqual([inAt(27017)]);
  });

  test.each([
    ['before', true],
    ['after', false],
  ])('that is opened at its default port %s has one rule, because EC2 would refuse the second', (_, isBefore) => {
    const f = new Fixtures();
    const documents = cluster(f);
    if (isBefore) documents.connections.allowDefaultPortInternally();
    mapping(f, documents);
    if (!isBefore) documents.connections.allowDefaultPortInternally();
    expect(rulesIn(f.stack)).toHaveLength(1);
    expect(rulesIn(f.stack)[0]).toContain('Port');
  });
});

describe('a rule that the app has already is not made again', () => {
  const l2Rule = (group: ec2.SecurityGroup) => void group.connections.allowInternally(ec2.Port.tcp(61617));
  const l1Rule = (group: ec2.SecurityGroup | ec2.CfnSecurityGroup, ports = [61617, 61617], ipProtocol = 'tcp') => {
    const id = group instanceof ec2.SecurityGroup ? group.securityGroupId : group.attrGroupId;
    new ec2.CfnSecurityGroupIngress(Stack.of(group), 'Rule', {
      ipProtocol,
      fromPort: ports[0],
      toPort: ports[1],
      groupId: id,
      sourceSecurityGroupId: id,
    });
  };
  const L2_RULES: [string, (group: ec2.SecurityGroup) => void][] = [
    ['of the L2', l2Rule],
    ['of the L2, with a description', (group) => group.addIngressRule(group, ec2.Port.tcp(61617), 'for all')],
    ['of all traffic', (group) => group.connections.allowInternally(ec2.Port.allTraffic())],
    ['of a range', (group) => group.connections.allowInternally(ec2.Port.tcpRange(61000, 62000))],
    ['an L1', (group) => l1Rule(group)],
    [
      'of a port that is not known',
      (group) => {
        const port = new CfnParameter(Stack.of(group), 'Port', { type: 'Number' }).valueAsNumber;
        l1Rule(group, [port, port]);
      },
    ],
  ];

  test.each(
    L2_RULES.flatMap(([name, rule]): [string, string, typeof rule][] => [
      [name, 'before', rule],
      [name, 'after', rule],
    ]),
  )('a rule %s, made %s the mapping', (_, when, rule) => {
    const f = new Fixtures();
    const group = l2Group(f);
    if (when === 'before') rule(group);
    brokerMapping(f, group.securityGroupId);
    if (when === 'after') rule(group);
    expect(rulesIn(f.stack)).toHaveLength(1);
  });

  test('and does not change its logical id when the app makes the same one later', () => {
    const ids = [false, true].map((isMade) => {
      const f = new Fixtures();
      const group = l2Group(f);
      if (isMade) l2Rule(group);
      brokerMapping(f, group.securityGroupId);
      return Object.entries(resourcesIn(f.stack))
        .filter(([, { Type }]) => Type === 'AWS::EC2::SecurityGroupIngress')
        .map(([id]) => id);
    });
    expect(ids[0]).toEqual(ids[1]);
  });

  test.each<[string, number[] | undefined, string, string[]]>([
    ['the same', undefined, 'tcp', [inAt(61617)]],
    ['all protocols', undefined, '-1', [inAt(61617)]],
    ['another port', [443, 443], 'tcp', [inAt(443), inAt(61617)]],
    ['another protocol', undefined, 'udp', [inAt(61617), inAt(61617)]],
  ])('a rule of an L1 group: %s', (_, ports, ipProtocol, expected) => {
    const f = new Fixtures();
    const group = l1Group(f);
    brokerMapping(f, group.attrGroupId);
    l1Rule(group, ports, ipProtocol);
    expect(rulesIn(f.stack)).toEqual(expected);
  });

  test("another group's rule counts for nothing", () => {
    const f = new Fixtures();
    const group = l2Group(f);
    group.addIngressRule(new ec2.SecurityGroup(f.stack, 'Other', { vpc: f.vpc }), ec2.Port.tcp(61617));
    brokerMapping(f, group.securityGroupId);
    expect(rulesIn(f.stack)).toEqual(['Ingress another 61617-61617', inAt(61617)]);
  });

  test('two mappings of a source share the rule', () => {
    const f = new Fixtures();
    const group = l1Group(f);
    brokerMapping(f, group.attrGroupId);
    const broker = f.stack.node.findChild('Broker') as amazonmq.CfnBroker;
    new ActiveMqEventSourceMapping(f.stack, 'Other', {
      broker,
      queueName: 'mails',
      authentication: MqAuthentication.basic(f.secret),
      target: f.target,
    });
    expect(rulesIn(f.stack)).toEqual([inAt(61617)]);
  });
});

describe('what goes out', () => {
  const TO_ALL = { cidrIp: '0.0.0.0/0', ipProtocol: '-1' };

  test.each<[string, Groups, string[]]>([
    ['an L2 that lets all out', (f) => l2Group(f).securityGroupId, [inAt(61617)]],
    [
      'an L2 that does not',
      (f) => l2Group(f, { allowAllOutbound: false }).securityGroupId,
      [outAt(61617), inAt(61617)],
    ],
    ['an L1 that says nothing', (f) => l1Group(f).attrGroupId, [inAt(61617)]],
    ['an L1 that lets all out', (f) => l1Group(f, { securityGroupEgress: [TO_ALL] }).attrGroupId, [inAt(61617)]],
    [
      'an L1 that does not',
      (f) =>
        l1Group(f, { securityGroupEgress: [{ ...TO_ALL, ipProtocol: 'tcp', fromPort: 443, toPort: 443 }] }).attrGroupId,
      [outAt(61617), inAt(61617)],
    ],
  ])('%s', (_, groupIn, expected) => {
    const f = new Fixtures();
    brokerMapping(f, groupIn(f));
    expect(rulesIn(f.stack)).toEqual(expected);
  });
});

describe('nothing is opened', () => {
  test.each<[string, (f: Fixtures) => void]>([
    ['of a group that exists already', (f) => void brokerMapping(f, 'sg-0a1b2c3d')],
    [
      'of a group that was imported',
      (f) => void kafkaMapping(f, [ec2.SecurityGroup.fromSecurityGroupId(f.stack, 'Imported', 'sg-0a1b2c3d')]),
    ],
    ['of a group that is a parameter', (f) => void brokerMapping(f, f.text)],
    ['with grantAccess: false', (f) => void brokerMapping(f, l2Group(f).securityGroupId, 'ACTIVEMQ', false)],
  ])('%s', (_, make) => {
    const f = new Fixtures();
    make(f);
    expect(rulesIn(f.stack)).toEqual([]);
  });
});

test('a group in another stack has its rule there, and no stack waits in a circle', () => {
  const f = new Fixtures();
  const app = f.stack.node.root as App;
  const network = new Stack(app, 'Network');
  const group = new ec2.CfnSecurityGroup(network, 'Group', { groupDescription: 'of the source', vpcId: 'vpc-1' });
  brokerMapping(f, group.attrGroupId);
  app.synth();
  expect(rulesIn(network)).toEqual([inAt(61617)]);
  expect(rulesIn(f.stack)).toEqual([]);
});
