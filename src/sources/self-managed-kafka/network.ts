import type { IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { aws_ec2 } from 'aws-cdk-lib/interfaces';
import type { SelfManagedKafkaEventSourceMappingProps } from './mapping';
import { portsOfBrokers } from './permissions';
import { OptionSpec, OptionSpecs } from '../../model/contract';
import { group, propertySpec } from '../../model/option-specs';
import { construct, listOf, OptionType, struct } from '../../model/option-types';
import { at } from '../../model/paths';
import { accessUri, SOURCE_ACCESS, UriRules } from '../../options/secret';
import { NETWORK_INTERFACE_PERMISSION } from '../../permissions/network';
import { reachAt } from '../../permissions/reach';

/** Where Lambda makes the network interfaces of the pollers of a Kafka cluster that Amazon MSK does not run. */
export interface KafkaNetworkOptions {
  /**
   * The VPC through which Lambda reaches the brokers.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-cluster-network.html
   */
  readonly vpc: IVpc;

  /**
   * The subnets of the VPC in which Lambda makes network interfaces.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-cluster-network.html
   * @default - the private subnets of the VPC
   */
  readonly subnets?: SubnetSelection;

  /**
   * The security groups of those network interfaces.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-cluster-network.html
   */
  readonly securityGroups: aws_ec2.ISecurityGroupRef[];
}

const VPC = construct(['selectSubnets'], 'a VPC of aws-ec2', "import it with Vpc.fromLookup(this, 'Vpc', { vpcId })");
const SECURITY_GROUP = construct(
  ['securityGroupRef'],
  'a security group of aws-ec2',
  "import it with SecurityGroup.fromSecurityGroupId(this, 'Pollers', id)",
);

/** Lambda's page writes subnets and security groups with a prefix. */
function interfaceSpec<Value>(
  entry: string,
  prefix: string,
  rules: UriRules,
  type: OptionType,
  idsOf: (value: Value, network: KafkaNetworkOptions) => string[],
): OptionSpec<Value, KafkaNetworkOptions> {
  return {
    properties: [
      propertySpec(`${SOURCE_ACCESS}[${entry}].uri`, {
        constraints: accessUri(rules),
        inEachItem: true,
        onlyInTemplates: true,
      }),
    ],
    type,
    render: (given, network) =>
      at(
        SOURCE_ACCESS,
        idsOf(given, network).map((id) => ({ type: entry, uri: `${prefix}:${id}` })),
      ),
  };
}

const NETWORK_SPECS: OptionSpecs<KafkaNetworkOptions, KafkaNetworkOptions> = {
  vpc: {
    ...interfaceSpec(
      'VPC_SUBNET',
      'subnet',
      { length: 'vpc-length', pattern: 'vpc-pattern' },
      VPC,
      (vpc: IVpc, { subnets }) => vpc.selectSubnets(subnets).subnetIds,
    ),
    permissions: [{ ...NETWORK_INTERFACE_PERMISSION, at: `${SOURCE_ACCESS}[VPC_SUBNET].uri` }],
  },
  subnets: { properties: [], type: struct(), render: () => ({}) },
  securityGroups: interfaceSpec(
    'VPC_SECURITY_GROUP',
    'security_group',
    { length: 'security-groups-length', pattern: 'security-groups-pattern' },
    listOf(SECURITY_GROUP),
    (groups) => groups.map((one) => one.securityGroupRef.securityGroupId),
  ),
};

export const KAFKA_NETWORK_SPEC: OptionSpec<KafkaNetworkOptions, SelfManagedKafkaEventSourceMappingProps> = {
  ...group(NETWORK_SPECS),
  // An author may acknowledge that there are no security groups: then there are none to open.
  bind: ({ securityGroups = [] }, { bootstrapServers }) => [reachAt(portsOfBrokers(bootstrapServers), securityGroups)],
};
