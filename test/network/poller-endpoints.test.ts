import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureDestination, PollerEndpoints } from '../../src';

interface World {
  readonly stack: Stack;
  readonly vpc: ec2.Vpc;
  readonly group: ec2.SecurityGroup;
}

function world(region: string | undefined, allowAllOutbound = true): World {
  const stack = new Stack(new App({ analyticsReporting: false }), 'MyStack', { env: { region } });
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 0 });
  return { stack, vpc, group: new ec2.SecurityGroup(stack, 'Source', { vpc, allowAllOutbound }) };
}

interface Endpoint {
  readonly Properties: {
    readonly ServiceName: unknown;
    readonly VpcEndpointType: string;
    readonly SecurityGroupIds?: unknown[];
    readonly SubnetIds?: unknown[];
  };
}

function endpointsIn(stack: Stack): Endpoint[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint')) as unknown as Endpoint[];
}

function servicesIn(stack: Stack): string[] {
  return endpointsIn(stack)
    .map(
      ({ Properties: { ServiceName, VpcEndpointType } }) =>
        `${VpcEndpointType} ${/[a-z0-9]+(?="?\]*}?$)/.exec(JSON.stringify(ServiceName))?.[0]}`,
    )
    .sort();
}

function rulesIn(stack: Stack, direction: 'Ingress' | 'Egress'): unknown[] {
  return Object.values(Template.fromStack(stack).findResources(`AWS::EC2::SecurityGroup${direction}`)).map(
    ({ Properties }) => Properties as unknown,
  );
}

const ALWAYS = ['Interface lambda', 'Interface secretsmanager', 'Interface sts'];
const subnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

describe.each([undefined, 'eu-central-1'])('in the Region %s', (region) => {
  test('for Lambda, STS and Secrets Manager, one network interface in each zone', () => {
    const { stack, vpc, group } = world(region);
    const endpoints = PollerEndpoints.addTo(vpc, { sources: [group], subnets });
    expect(servicesIn(stack)).toEqual(ALWAYS);
    expect(endpoints).toHaveLength(3);
    endpointsIn(stack).forEach(({ Properties }) => {
      expect(Properties.SubnetIds).toHaveLength(2);
      expect(Properties.SecurityGroupIds).toHaveLength(1);
    });
  });

  test('in one subnet of each zone, where it has several', () => {
    const { stack, group } = world(region);
    const subnetType = ec2.SubnetType.PRIVATE_ISOLATED;
    const subnetConfiguration = ['First', 'Second'].map((name) => ({ name, subnetType }));
    const several = new ec2.Vpc(stack, 'Several', { maxAzs: 2, natGateways: 0, subnetConfiguration });
    PollerEndpoints.addTo(several, { sources: [group], subnets });
    endpointsIn(stack).forEach(({ Properties }) => expect(Properties.SubnetIds).toHaveLength(2));
  });

  test('without a secret, none for Secrets Manager', () => {
    const { stack, vpc, group } = world(region);
    PollerEndpoints.addTo(vpc, { sources: [group], subnets, secrets: false });
    expect(servicesIn(stack)).toEqual(['Interface lambda', 'Interface sts']);
  });

  test.each<[string, (stack: Stack) => FailureDestination, string]>([
    ['a queue', (stack) => FailureDestination.queue(new sqs.Queue(stack, 'Destination')), 'Interface sqs'],
    ['a topic', (stack) => FailureDestination.topic(new sns.Topic(stack, 'Destination')), 'Interface sns'],
    ['a bucket', (stack) => FailureDestination.bucket(new s3.Bucket(stack, 'Destination')), 'Gateway s3'],
  ])('for a destination that is %s, too', (_, destinationIn, expected) => {
    const { stack, vpc, group } = world(region);
    const onFailure = destinationIn(stack);
    PollerEndpoints.addTo(vpc, { sources: [group], subnets, onFailure });
    PollerEndpoints.addTo(vpc, { sources: [group], subnets, onFailure });
    expect(servicesIn(stack)).toEqual([...ALWAYS, expected].sort());
  });

  test('are not made again, neither after ours nor beside those of the app', () => {
    const { stack, vpc, group } = world(region);
    vpc.addInterfaceEndpoint('Sts', { service: ec2.InterfaceVpcEndpointAwsService.STS, subnets });
    new ec2.CfnVPCEndpoint(stack, 'Secrets', {
      vpcId: vpc.vpcId,
      vpcEndpointType: 'Interface',
      serviceName: `com.amazonaws.${stack.region}.secretsmanager`,
    });
    PollerEndpoints.addTo(vpc, { sources: [group], subnets });
    const endpoints = PollerEndpoints.addTo(vpc, { sources: [group], subnets });
    expect(servicesIn(stack)).toEqual(ALWAYS);
    // An L1 does not say whose way to it is open.
    expect(endpoints).toHaveLength(2);
  });
});

test('are reached from the sources at 443, and from nowhere else', () => {
  const { stack, vpc, group } = world(undefined);
  PollerEndpoints.addTo(vpc, { sources: [group], subnets });
  PollerEndpoints.addTo(vpc, { sources: [group], subnets });
  expect(rulesIn(stack, 'Ingress')).toEqual([
    expect.objectContaining({
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      SourceSecurityGroupId: stack.resolve(group.securityGroupId) as unknown,
    }),
  ]);
  expect(rulesIn(stack, 'Egress')).toEqual([]);
  const groups = Object.values(Template.fromStack(stack).findResources('AWS::EC2::SecurityGroup'));
  expect(
    groups.flatMap(({ Properties }) => (Properties as { SecurityGroupIngress?: unknown[] }).SecurityGroupIngress ?? []),
  ).toEqual([]);
});

test('a source that does not let everything out is let out to them', () => {
  const { stack, vpc, group } = world(undefined, false);
  PollerEndpoints.addTo(vpc, { sources: [group], subnets });
  expect(rulesIn(stack, 'Egress')).toEqual([
    expect.objectContaining({ FromPort: 443, GroupId: stack.resolve(group.securityGroupId) as unknown }),
  ]);
});

test('those of another VPC are others', () => {
  const { stack, vpc, group } = world(undefined);
  const other = new ec2.Vpc(stack, 'Other', { maxAzs: 2, natGateways: 0 });
  [vpc, other].forEach((one) => PollerEndpoints.addTo(one, { sources: [group], subnets }));
  expect(servicesIn(stack)).toEqual([...ALWAYS, ...ALWAYS].sort());
});
