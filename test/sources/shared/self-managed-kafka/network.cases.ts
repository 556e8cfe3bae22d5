import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { KafkaNetworkOptions, SelfManagedKafkaEventSourceMappingProps as Props } from '../../../../src';
import type { Case } from '../../../cases';

const SOURCE = 'self-managed-kafka';

const subnet = (uri: unknown) => ({ Type: 'VPC_SUBNET', URI: uri });
const group = (uri: unknown) => ({ Type: 'VPC_SECURITY_GROUP', URI: uri });
const access = (...list: unknown[]) => ({ SourceAccessConfigurations: list });
const BASIC = { Type: 'BASIC_AUTH', URI: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:brokers-AbCdEf' };

export function networkCases(): Case<Props>[] {
  return [...constructCases(), ...writtenCases(), ...togetherCases(), ...addressCases()];
}

/** Options that the compiler refuses, as a caller in JavaScript writes them. */
const plainly = (network: Partial<KafkaNetworkOptions>) => network as KafkaNetworkOptions;

function constructCases(): Case<Props>[] {
  return [
    { name: 'network', props: (f) => ({ network: { vpc: f.vpc, securityGroups: [f.securityGroup] } }), problems: [] },
    {
      name: 'network without authentication',
      props: (f) => ({ authentication: undefined, network: { vpc: f.vpc, securityGroups: [f.securityGroup] } }),
      problems: [],
    },
    {
      name: 'network of some subnets',
      props: (f) => ({
        network: {
          vpc: f.vpc,
          subnets: { subnetType: ec2.SubnetType.PUBLIC },
          securityGroups: [f.securityGroup],
        },
      }),
      problems: [],
    },
    {
      name: 'network of imported security groups',
      props: (f) => ({
        network: {
          vpc: f.vpc,
          securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(f.stack, 'Imported', f.text)],
        },
      }),
      problems: [],
    },
    {
      name: 'network without security groups',
      props: (f) => ({ network: plainly({ vpc: f.vpc }) }),
      problems: [`${SOURCE}-vpc-needs-security-groups`],
    },
    {
      name: 'network with no security group',
      props: (f) => ({ network: { vpc: f.vpc, securityGroups: [] } }),
      problems: [`${SOURCE}-vpc-needs-security-groups`],
    },
    {
      name: 'network of security groups only',
      props: (f) => ({ network: plainly({ securityGroups: [f.securityGroup] }) }),
      problems: [`${SOURCE}-security-groups-need-vpc`],
    },
  ];
}

/** Lambda's guide writes ids with a prefix; CDK, and many examples, without one. Lambda takes both. */
function writtenCases(): Case<Props>[] {
  return [
    {
      name: 'network as the AWS guide writes it',
      properties: access(
        subnet('subnet:subnet-0011001100'),
        subnet('subnet:subnet-0022002200'),
        group('security_group:sg-0123456789'),
      ),
      problems: [],
    },
    {
      name: 'network as CDK writes it',
      properties: access(BASIC, subnet('subnet-0011001100'), group('sg-0123456789')),
      problems: [],
    },
    {
      name: 'network as Terraform tests it',
      properties: access(subnet('subnet:subnet-0011001100'), group('sg-0123456789')),
      problems: [],
    },
    {
      name: 'network of parameters',
      properties: access(subnet({ Ref: 'Subnet' }), group({ 'Fn::Sub': 'security_group:${Group}' })),
      problems: [],
    },
    {
      name: 'network of several security groups',
      properties: access(subnet('subnet-1'), group('sg-1'), group('sg-2')),
      problems: [],
    },
  ];
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => subnet(`subnet-${index}`));

function togetherCases(): Case<Props>[] {
  return [
    { name: 'access in 23 entries', properties: access(...numbered(22), group('sg-1')), problems: [] },
    {
      name: 'access in 24 entries',
      properties: access(...numbered(23), group('sg-1')),
      problems: [`${SOURCE}-authentication-count-documented`],
    },
    {
      name: 'access in 29 entries',
      properties: access(...numbered(28), group('sg-1')),
      problems: [`${SOURCE}-authentication-count-documented`],
    },
    {
      name: 'access in 30 entries',
      properties: access(...numbered(29), group('sg-1')),
      problems: [`${SOURCE}-authentication-count`],
    },
    {
      name: 'access in no entry',
      properties: access(),
      problems: [`${SOURCE}-access`, `${SOURCE}-authentication-count`],
    },
    {
      name: 'subnet without an id',
      properties: access(BASIC, { Type: 'VPC_SUBNET' }, group('sg-1')),
      problems: [`${SOURCE}-malformed`],
    },
    {
      name: 'security group without an id',
      properties: access(BASIC, subnet('subnet-1'), { Type: 'VPC_SECURITY_GROUP' }),
      problems: [`${SOURCE}-malformed`],
    },
    {
      name: 'subnet without an id, of a condition',
      properties: access(BASIC, subnet({ 'Fn::If': ['A', 'subnet-1', { Ref: 'AWS::NoValue' }] }), group('sg-1')),
      problems: [],
    },
    {
      name: 'subnets twice the same',
      properties: access(subnet('subnet-1'), subnet('subnet-1'), group('sg-1')),
      problems: [`${SOURCE}-authentication-unique`],
    },
    {
      name: 'subnets without security groups',
      properties: access(subnet('subnet-1')),
      problems: [`${SOURCE}-vpc-needs-security-groups`],
    },
    {
      name: 'security groups without subnets or credentials',
      properties: access(group('sg-1')),
      problems: [`${SOURCE}-access`, `${SOURCE}-security-groups-need-vpc`],
    },
    {
      name: 'security groups without subnets',
      properties: access(BASIC, group('sg-1')),
      problems: [`${SOURCE}-security-groups-need-vpc`],
    },
    {
      name: 'subnets with security groups that may be',
      properties: access(subnet('subnet-1'), { 'Fn::If': ['A', group('sg-1'), { Ref: 'AWS::NoValue' }] }),
      problems: [],
    },
    {
      name: 'security groups with subnets that may be',
      properties: access(group('sg-1'), { 'Fn::If': ['A', subnet('subnet-1'), subnet('subnet-2')] }),
      problems: [],
    },
  ];
}

function addressCases(): Case<Props>[] {
  const both = (name: string, uri: unknown, rule?: string): Case<Props>[] => [
    {
      name: `subnet ${name}`,
      properties: access(subnet(uri), group('sg-1')),
      problems: rule ? [`${SOURCE}-vpc-${rule}`] : [],
    },
    {
      name: `security group ${name}`,
      properties: access(subnet('subnet-1'), group(uri)),
      problems: rule ? [`${SOURCE}-security-groups-${rule}`] : [],
    },
  ];
  return [
    ...both('of 200 characters', 's'.repeat(200)),
    ...both('of 201 characters', 's'.repeat(201), 'length'),
    ...both('of no character', '', 'length'),
    ...both('with a forbidden character', 'subnet#1', 'pattern'),
    ...both('of a condition', { 'Fn::If': ['A', '#', '?'] }),
  ];
}
