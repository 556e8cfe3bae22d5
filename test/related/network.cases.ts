import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { BEHIND_A_BROKER, BROKERS, KAFKA, RelatedCase } from './cases';
import { FailureDestination, KafkaAuthentication, MskCluster } from '../../src';
import { Fixtures } from '../fixtures';

const { InterfaceVpcEndpointAwsService: Service, SubnetType } = ec2;
const NEEDED = [Service.LAMBDA, Service.STS, Service.SECRETS_MANAGER];

function vpcIn(
  f: Fixtures,
  subnetType: ec2.SubnetType,
  services: readonly ec2.InterfaceVpcEndpointAwsService[] = [],
  id = 'Net',
): ec2.Vpc {
  const vpc = new ec2.Vpc(f.stack, id, {
    natGateways: subnetType === SubnetType.PRIVATE_WITH_EGRESS ? 1 : 0,
    subnetConfiguration: [
      { name: 'Given', subnetType },
      ...(subnetType === SubnetType.PUBLIC ? [] : [{ name: 'Public', subnetType: SubnetType.PUBLIC }]),
    ],
  });
  services.forEach((service) => vpc.addInterfaceEndpoint(service.shortName, { service }));
  return vpc;
}

function netIn(f: Fixtures): ec2.Vpc {
  return f.stack.node.findChild('Net') as ec2.Vpc;
}

/** A serverless cluster stands in these subnets, each list in a configuration of its own. */
function serverlessIn(
  vpcsOf: (f: Fixtures) => readonly ec2.Vpc[],
  edit?: (f: Fixtures) => void,
): Pick<RelatedCase, 'sources' | 'given'> {
  return {
    sources: ['msk'],
    given: (f) => {
      f.serverlessCluster.vpcConfigs = vpcsOf(f).map((vpc) => ({
        subnetIds: vpc.selectSubnets({ subnetGroupName: 'Given' }).subnetIds,
      }));
      edit?.(f);
      return { cluster: MskCluster.serverless(f.serverlessCluster) };
    },
  };
}

/** The mapping of a source stands in these subnets. */
function inSubnets(
  subnetType: ec2.SubnetType,
  services: readonly ec2.InterfaceVpcEndpointAwsService[] = [],
  more = {},
) {
  return (f: Fixtures) => {
    const vpc = vpcIn(f, subnetType, services);
    const { subnetIds } = vpc.selectSubnets({ subnetType });
    f.cluster.brokerNodeGroupInfo = { clientSubnets: subnetIds, instanceType: 'kafka.m5.large' };
    f.broker.subnetIds = subnetIds;
    f.rabbitBroker.subnetIds = subnetIds;
    f.documents.dbSubnetGroupName = new docdb.CfnDBSubnetGroup(f.stack, 'Group', {
      dbSubnetGroupDescription: 'of documents',
      subnetIds,
    }).ref;
    return { ...more, network: { vpc, subnets: { subnetType }, securityGroups: [f.securityGroup] } };
  };
}

const WAYS: RelatedCase[] = [
  {
    name: 'isolated subnets',
    sources: BEHIND_A_BROKER,
    given: inSubnets(SubnetType.PRIVATE_ISOLATED),
    problems: ['network-without-way-out'],
  },
  {
    name: 'isolated subnets of a broker with a public endpoint',
    sources: ['active-mq', 'rabbit-mq'],
    given: (f) => {
      for (const broker of [f.broker, f.rabbitBroker]) broker.publiclyAccessible = true;
      return inSubnets(SubnetType.PRIVATE_ISOLATED)(f);
    },
    problems: [],
  },
  {
    name: 'public subnets',
    sources: BEHIND_A_BROKER,
    given: inSubnets(SubnetType.PUBLIC),
    problems: ['network-without-way-out'],
  },
  { name: 'a NAT gateway', sources: BEHIND_A_BROKER, given: inSubnets(SubnetType.PRIVATE_WITH_EGRESS), problems: [] },
  {
    name: 'all endpoints',
    sources: BEHIND_A_BROKER,
    given: inSubnets(SubnetType.PRIVATE_ISOLATED, NEEDED),
    problems: [],
  },
  {
    name: 'endpoints without the one for secrets',
    sources: BROKERS,
    given: inSubnets(SubnetType.PRIVATE_ISOLATED, NEEDED.slice(0, 2)),
    problems: ['network-without-way-out'],
  },
  {
    name: 'endpoints without the one for secrets, and no secret',
    sources: ['msk'],
    given: inSubnets(SubnetType.PRIVATE_ISOLATED, NEEDED.slice(0, 2)),
    problems: [],
  },
  {
    name: 'endpoints without the one for secrets, and a token of the role',
    sources: ['self-managed-kafka'],
    given: inSubnets(SubnetType.PRIVATE_ISOLATED, NEEDED.slice(0, 2), {
      authentication: KafkaAuthentication.iamOauthBearer('audience'),
    }),
    problems: [],
  },
  {
    name: 'isolated subnets of a serverless cluster',
    ...serverlessIn((f) => [vpcIn(f, SubnetType.PRIVATE_ISOLATED)]),
    problems: ['network-without-way-out'],
  },
  {
    name: 'a NAT gateway of a serverless cluster',
    ...serverlessIn((f) => [vpcIn(f, SubnetType.PRIVATE_WITH_EGRESS)]),
    problems: [],
  },
  {
    name: 'endpoints of a serverless cluster',
    ...serverlessIn((f) => [vpcIn(f, SubnetType.PRIVATE_ISOLATED, NEEDED.slice(0, 2))]),
    problems: [],
  },
  {
    name: 'a serverless cluster in several VPCs',
    ...serverlessIn((f) => [vpcIn(f, SubnetType.PRIVATE_ISOLATED), vpcIn(f, SubnetType.PRIVATE_ISOLATED, [], 'Other')]),
    problems: [],
  },
  {
    name: 'a serverless cluster of which not all subnets are known',
    ...serverlessIn(
      (f) => [vpcIn(f, SubnetType.PRIVATE_ISOLATED)],
      (f) => f.serverlessCluster.addPropertyOverride('VpcConfigs.1.SubnetIds', { Ref: 'Subnets' }),
    ),
    problems: [],
  },
  {
    name: 'pollers of its own',
    sources: KAFKA,
    given: inSubnets(SubnetType.PRIVATE_ISOLATED, [], { provisionedMode: { minimumPollers: 1 } }),
    problems: [],
  },
  {
    name: 'a way that is added afterwards',
    sources: BEHIND_A_BROKER,
    given: inSubnets(SubnetType.PRIVATE_ISOLATED),
    edit: (f) =>
      netIn(f).isolatedSubnets.forEach(
        ({ routeTable }, index) =>
          new ec2.CfnRoute(f.stack, `Out${index}`, {
            routeTableId: routeTable.routeTableId,
            destinationCidrBlock: '0.0.0.0/0',
            transitGatewayId: 'tgw-1',
          }),
      ),
    problems: [],
  },
  {
    name: 'an endpoint of which the service is not known',
    sources: BEHIND_A_BROKER,
    given: inSubnets(SubnetType.PRIVATE_ISOLATED),
    edit: (f) => new ec2.CfnVPCEndpoint(f.stack, 'Endpoint', { vpcId: netIn(f).vpcId, serviceName: f.text }),
    problems: [],
  },
  {
    name: 'a VPC that is imported',
    sources: ['self-managed-kafka'],
    given: (f) => ({ network: { vpc: f.vpc, securityGroups: [f.securityGroup] } }),
    problems: [],
  },
];

const PROVISIONED = { provisionedMode: { minimumPollers: 1 } };
const toQueue = (f: Fixtures) => FailureDestination.queue(f.deadLetters);
const toQueueByArn = (f: Fixtures) =>
  FailureDestination.queue(sqs.Queue.fromQueueArn(f.stack, 'Elsewhere', 'arn:aws:sqs:us-east-1:123456789012:failed'));
const toTopic = (f: Fixtures) => FailureDestination.topic(f.topic);
const toBucket = (f: Fixtures) => FailureDestination.bucket(f.bucket);

/** A mapping in such subnets that sends what failed somewhere. */
function sending(
  subnetType: ec2.SubnetType,
  destination: (f: Fixtures) => FailureDestination,
  services: readonly ec2.InterfaceVpcEndpointAwsService[] = [],
  more: object = PROVISIONED,
) {
  return (f: Fixtures) => ({ ...inSubnets(subnetType, services, more)(f), onFailure: destination(f) });
}

const { PRIVATE_ISOLATED, PRIVATE_WITH_EGRESS } = SubnetType;
const OUT_OF_REACH = ['failure-destination-out-of-reach'];

const DESTINATIONS: RelatedCase[] = [
  {
    name: 'a queue for failures, of isolated subnets',
    sources: KAFKA,
    given: sending(PRIVATE_ISOLATED, toQueue),
    problems: OUT_OF_REACH,
  },
  {
    name: 'a queue for failures, by its ARN',
    sources: KAFKA,
    given: sending(PRIVATE_ISOLATED, toQueueByArn),
    problems: OUT_OF_REACH,
  },
  {
    name: 'a topic for failures, beside an endpoint for queues',
    sources: KAFKA,
    given: sending(PRIVATE_ISOLATED, toTopic, [Service.SQS]),
    problems: OUT_OF_REACH,
  },
  {
    name: 'a bucket for failures, of isolated subnets',
    sources: KAFKA,
    given: sending(PRIVATE_ISOLATED, toBucket),
    problems: OUT_OF_REACH,
  },
  {
    name: 'a queue for failures, and its endpoint',
    sources: KAFKA,
    given: sending(PRIVATE_ISOLATED, toQueue, [Service.SQS]),
    problems: [],
  },
  {
    name: 'a topic for failures, and its endpoint',
    sources: KAFKA,
    given: sending(PRIVATE_ISOLATED, toTopic, [Service.SNS]),
    problems: [],
  },
  {
    name: 'a bucket for failures, and its endpoint',
    sources: KAFKA,
    given: sending(PRIVATE_ISOLATED, toBucket),
    edit: (f) => netIn(f).addGatewayEndpoint('Files', { service: ec2.GatewayVpcEndpointAwsService.S3 }),
    problems: [],
  },
  {
    name: 'a queue for failures, and a NAT gateway',
    sources: KAFKA,
    given: sending(PRIVATE_WITH_EGRESS, toQueue),
    problems: [],
  },
  {
    name: 'a topic of the cluster for failures',
    sources: KAFKA,
    given: inSubnets(PRIVATE_ISOLATED, [], { provisionedMode: { minimumPollers: 1, onFailureTopic: 'failed' } }),
    problems: [],
  },
  {
    name: 'a queue for failures, on demand',
    sources: KAFKA,
    given: sending(PRIVATE_ISOLATED, toQueue, NEEDED, {}),
    problems: OUT_OF_REACH,
  },
  {
    name: 'a queue for failures, of a VPC that is imported',
    sources: ['self-managed-kafka'],
    given: (f) => ({ network: { vpc: f.vpc, securityGroups: [f.securityGroup] }, onFailure: toQueue(f) }),
    problems: [],
  },
];

type Egress = ec2.CfnSecurityGroup.EgressProperty;

const toPort = (fromPort: number, toLast = fromPort, ipProtocol = 'tcp'): Egress => ({
  ipProtocol,
  fromPort,
  toPort: toLast,
  cidrIp: '10.0.0.0/8',
});

/** The source has a security group with these rules for what goes out. */
function withEgress(securityGroupEgress: Egress[] | undefined, more = {}) {
  return (f: Fixtures) => {
    const group = new ec2.CfnSecurityGroup(f.stack, 'Outbound', {
      groupDescription: 'of the source',
      securityGroupEgress,
    });
    const groups = [group.attrGroupId];
    f.cluster.brokerNodeGroupInfo = {
      clientSubnets: ['subnet-1', 'subnet-2'],
      instanceType: 'kafka.m5.large',
      securityGroups: groups,
    };
    f.broker.securityGroups = groups;
    f.rabbitBroker.securityGroups = groups;
    f.documents.vpcSecurityGroupIds = groups;
    return { network: { vpc: f.vpc, securityGroups: [group] }, ...more };
  };
}

const SHUT = ['security-groups-without-way-out'];
const GIVEN_PORTS = [toPort(9092, 9098), toPort(443, 443, 'udp')];
const groupIn = (f: Fixtures) => f.stack.node.findChild('Outbound') as ec2.CfnSecurityGroup;

const OUTBOUND: RelatedCase[] = [
  {
    name: 'a security group that lets out to other ports only',
    sources: BEHIND_A_BROKER,
    given: withEgress(GIVEN_PORTS),
    problems: SHUT,
  },
  {
    name: 'a security group that lets out to HTTPS',
    sources: BEHIND_A_BROKER,
    given: withEgress([...GIVEN_PORTS, toPort(443)]),
    problems: [],
  },
  {
    name: 'a security group that lets out to many ports',
    sources: ['msk'],
    given: withEgress([toPort(0, 65535)]),
    problems: [],
  },
  {
    name: 'a security group that lets everything out',
    sources: ['msk'],
    given: withEgress([{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }]),
    problems: [],
  },
  { name: 'a security group without rules', sources: BEHIND_A_BROKER, given: withEgress(undefined), problems: [] },
  {
    name: 'a security group with pollers of its own',
    sources: KAFKA,
    given: withEgress(GIVEN_PORTS, PROVISIONED),
    problems: [],
  },
  {
    name: 'a rule for HTTPS that stands by itself',
    sources: BEHIND_A_BROKER,
    given: withEgress(GIVEN_PORTS),
    edit: (f) => new ec2.CfnSecurityGroupEgress(f.stack, 'Https', { groupId: groupIn(f).attrGroupId, ...toPort(443) }),
    problems: [],
  },
  ...[
    { IpProtocol: 'tcp', FromPort: { Ref: 'Port' }, ToPort: { Ref: 'Port' } },
    { IpProtocol: 'tcp', FromPort: { Ref: 'Port' }, ToPort: 443 },
    { IpProtocol: 'tcp', FromPort: 443, ToPort: { Ref: 'Port' } },
    { IpProtocol: { Ref: 'Protocol' }, FromPort: 443, ToPort: 443 },
  ].map((rule): RelatedCase => ({
    name: `a rule of which a part is not known: ${JSON.stringify(rule)}`,
    sources: ['msk'],
    given: withEgress(GIVEN_PORTS),
    edit: (f) => groupIn(f).addPropertyOverride('SecurityGroupEgress.1', rule),
    problems: [],
  })),
  {
    name: 'a security group that is imported, beside one that is shut',
    sources: ['self-managed-kafka'],
    given: (f) => {
      const { network, ...more } = withEgress(GIVEN_PORTS)(f);
      const elsewhere = ec2.SecurityGroup.fromSecurityGroupId(f.stack, 'Elsewhere', 'sg-1');
      return { ...more, network: { ...network, securityGroups: [...network.securityGroups, elsewhere] } };
    },
    problems: [],
  },
  {
    name: 'a security group of a broker with a public endpoint',
    sources: BROKERS,
    given: (f) => {
      for (const broker of [f.broker, f.rabbitBroker]) broker.publiclyAccessible = true;
      return withEgress(GIVEN_PORTS)(f);
    },
    problems: [],
  },
  {
    name: 'a security group of a serverless cluster',
    sources: ['msk'],
    given: (f) => {
      const [group] = withEgress(GIVEN_PORTS)(f).network.securityGroups;
      f.serverlessCluster.vpcConfigs = [{ subnetIds: ['subnet-1'], securityGroups: [group.attrGroupId] }];
      return { cluster: MskCluster.serverless(f.serverlessCluster) };
    },
    problems: SHUT,
  },
];

export const NETWORK_CASES = [...WAYS, ...DESTINATIONS, ...OUTBOUND];
