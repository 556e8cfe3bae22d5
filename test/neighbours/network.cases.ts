import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BEHIND_A_BROKER, BROKERS, KAFKA, NeighbourCase } from './cases';
import { KafkaTokenAuthentication, MskCluster } from '../../src';
import { Fixtures } from '../fixtures';

const { InterfaceVpcEndpointAwsService: Service, SubnetType } = ec2;
const NEEDED = [Service.LAMBDA, Service.STS, Service.SECRETS_MANAGER];

function vpcIn(f: Fixtures, subnetType: ec2.SubnetType, services: readonly ec2.InterfaceVpcEndpointAwsService[] = [], id = 'Net'): ec2.Vpc {
  const vpc = new ec2.Vpc(f.stack, id, {
    natGateways: subnetType === SubnetType.PRIVATE_WITH_EGRESS ? 1 : 0,
    subnetConfiguration: [{ name: 'Given', subnetType }, ...(subnetType === SubnetType.PUBLIC ? [] : [{ name: 'Public', subnetType: SubnetType.PUBLIC }])],
  });
  services.forEach((service) => vpc.addInterfaceEndpoint(service.shortName, { service }));
  return vpc;
}

function netIn(f: Fixtures): ec2.Vpc {
  return f.stack.node.findChild('Net') as ec2.Vpc;
}

/** A serverless cluster stands in these subnets, each list in a configuration of its own. */
function serverlessIn(vpcsOf: (f: Fixtures) => readonly ec2.Vpc[], edit?: (f: Fixtures) => void): Pick<NeighbourCase, 'sources' | 'given'> {
  return {
    sources: ['msk'],
    given: (f) => {
      f.serverlessCluster.vpcConfigs = vpcsOf(f).map((vpc) => ({ subnetIds: vpc.selectSubnets({ subnetGroupName: 'Given' }).subnetIds }));
      edit?.(f);
      return { cluster: MskCluster.fromServerlessCluster(f.serverlessCluster) };
    },
  };
}

/** The mapping of a source stands in these subnets. */
function inSubnets(subnetType: ec2.SubnetType, services: readonly ec2.InterfaceVpcEndpointAwsService[] = [], more = {}) {
  return (f: Fixtures) => {
    const vpc = vpcIn(f, subnetType, services);
    const { subnetIds } = vpc.selectSubnets({ subnetType });
    f.cluster.brokerNodeGroupInfo = { clientSubnets: subnetIds, instanceType: 'kafka.m5.large' };
    f.broker.subnetIds = subnetIds;
    f.rabbitBroker.subnetIds = subnetIds;
    f.documents.dbSubnetGroupName = new docdb.CfnDBSubnetGroup(f.stack, 'Group', { dbSubnetGroupDescription: 'of documents', subnetIds }).ref;
    return { ...more, vpc, vpcSubnets: { subnetType }, securityGroups: [f.securityGroup] };
  };
}

export const NETWORK_CASES: NeighbourCase[] = [
  { name: 'isolated subnets', sources: BEHIND_A_BROKER, given: inSubnets(SubnetType.PRIVATE_ISOLATED), problems: ['network-without-way-out'] },
  { name: 'public subnets', sources: BEHIND_A_BROKER, given: inSubnets(SubnetType.PUBLIC), problems: ['network-without-way-out'] },
  { name: 'a NAT gateway', sources: BEHIND_A_BROKER, given: inSubnets(SubnetType.PRIVATE_WITH_EGRESS), problems: [] },
  { name: 'all endpoints', sources: BEHIND_A_BROKER, given: inSubnets(SubnetType.PRIVATE_ISOLATED, NEEDED), problems: [] },
  { name: 'endpoints without the one for secrets', sources: BROKERS, given: inSubnets(SubnetType.PRIVATE_ISOLATED, NEEDED.slice(0, 2)), problems: ['network-without-way-out'] },
  { name: 'endpoints without the one for secrets, and no secret', sources: ['msk'], given: inSubnets(SubnetType.PRIVATE_ISOLATED, NEEDED.slice(0, 2)), problems: [] },
  {
    name: 'endpoints without the one for secrets, and a token of the role',
    sources: ['self-managed-kafka'],
    given: inSubnets(SubnetType.PRIVATE_ISOLATED, NEEDED.slice(0, 2), {
      authentication: undefined, limitedAvailability: { authentication: KafkaTokenAuthentication.iamOauthBearer('audience') },
    }),
    problems: [],
  },
  { name: 'isolated subnets of a serverless cluster', ...serverlessIn((f) => [vpcIn(f, SubnetType.PRIVATE_ISOLATED)]), problems: ['network-without-way-out'] },
  { name: 'a NAT gateway of a serverless cluster', ...serverlessIn((f) => [vpcIn(f, SubnetType.PRIVATE_WITH_EGRESS)]), problems: [] },
  { name: 'endpoints of a serverless cluster', ...serverlessIn((f) => [vpcIn(f, SubnetType.PRIVATE_ISOLATED, NEEDED.slice(0, 2))]), problems: [] },
  {
    name: 'a serverless cluster in several VPCs',
    ...serverlessIn((f) => [vpcIn(f, SubnetType.PRIVATE_ISOLATED), vpcIn(f, SubnetType.PRIVATE_ISOLATED, [], 'Other')]),
    problems: [],
  },
  {
    name: 'a serverless cluster of which not all subnets are known',
    ...serverlessIn((f) => [vpcIn(f, SubnetType.PRIVATE_ISOLATED)], (f) => f.serverlessCluster.addPropertyOverride('VpcConfigs.1.SubnetIds', { Ref: 'Subnets' })),
    problems: [],
  },
  { name: 'pollers of its own', sources: KAFKA, given: inSubnets(SubnetType.PRIVATE_ISOLATED, [], { provisionedMode: { minimumPollers: 1 } }), problems: [] },
  {
    name: 'a way that is added afterwards',
    sources: BEHIND_A_BROKER,
    given: inSubnets(SubnetType.PRIVATE_ISOLATED),
    edit: (f) => netIn(f).isolatedSubnets.forEach(({ routeTable }, index) => new ec2.CfnRoute(f.stack, `Out${index}`, {
      routeTableId: routeTable.routeTableId, destinationCidrBlock: '0.0.0.0/0', transitGatewayId: 'tgw-1',
    })),
    problems: [],
  },
  {
    name: 'an endpoint of which the service is not known',
    sources: BEHIND_A_BROKER,
    given: inSubnets(SubnetType.PRIVATE_ISOLATED),
    edit: (f) => new ec2.CfnVPCEndpoint(f.stack, 'Endpoint', { vpcId: netIn(f).vpcId, serviceName: f.text }),
    problems: [],
  },
  { name: 'a VPC that is imported', sources: ['self-managed-kafka'], given: (f) => ({ vpc: f.vpc, securityGroups: [f.securityGroup] }), problems: [] },
];
