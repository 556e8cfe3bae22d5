import { MskCluster } from './cluster';
import type { MskEventSourceMappingProps } from './mapping';
import { portOf } from './ports';
import { signsInWithRole } from './related';
import { IAM, IAM_PERMISSIONS, iamMode, iamValues } from '../../families/kafka/permissions';
import { ModeTest } from '../../model/contract';
import { NamedAt, Permission, PermissionValues, resolvePermissions } from '../../model/permissions';
import { SOURCE_ARN } from '../../model/property-paths';
import { secretPath, SOURCE_ACCESS } from '../../options/secret';
import { SourceAccess } from '../../options/source';
import { ForeignSource, shareForeign } from '../../permissions/foreign-policy';
import { NETWORK_INTERFACE_PERMISSION } from '../../permissions/network';
import { reachAt } from '../../permissions/reach';
import { securityGroupsOf } from '../../permissions/security-groups';
import { sourceOf } from '../../related/find';

type Props = MskEventSourceMappingProps;

const MSK_SECURITY_GROUPS: NamedAt = {
  'AWS::MSK::Cluster': 'brokerNodeGroupInfo.securityGroups',
  'AWS::MSK::ServerlessCluster': 'vpcConfigs[].securityGroups',
};

const SCRAM = 'SASL_SCRAM_512_AUTH';
const CONNECTION = 'VPC connection';

const PERMISSIONS: readonly Permission[] = [
  {
    actions: ['kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers'],
    on: 'cluster',
    older: { 'kafka:DescribeClusterV2': 'kafka:DescribeCluster' },
    reason: 'Lambda looks up how to reach the cluster',
    at: SOURCE_ARN,
  },
  {
    actions: ['kafka:DescribeVpcConnection'],
    on: 'source',
    when: CONNECTION,
    reason: 'Lambda looks up the connection',
  },
  {
    actions: ['kafka:ListScramSecrets'],
    on: 'cluster',
    when: SCRAM,
    reason: 'Lambda looks up whether the secret belongs to the cluster',
  },
  ...IAM_PERMISSIONS,
  { ...NETWORK_INTERFACE_PERMISSION, at: SOURCE_ARN },
];

export const CLUSTER_MODES: { readonly [mode: string]: ModeTest } = {
  [CONNECTION]: (reader, context) => sourceOf(reader, context, 'AWS::MSK::VpcConnection') !== undefined,
  [SCRAM]: (reader) => reader.has(secretPath(SOURCE_ACCESS, SCRAM)),
  [IAM]: iamMode(signsInWithRole),
};

/** Actions that the policy of a cluster in another account must allow whoever deploys, not the role. */
const CONNECT: Permission = {
  actions: [
    'kafka:CreateVpcConnection',
    'kafka:DescribeCluster',
    'kafka:DescribeClusterV2',
    'kafka:GetBootstrapBrokers',
  ],
  on: 'cluster',
  reason: 'the account makes the connection, and Lambda looks up how to reach the cluster',
};

/** Permissions to find and reach a cluster and, with IAM authentication, to read the topic. */
export const MSK_CLUSTER_ACCESS: SourceAccess<MskCluster, Props> = { permissions: PERMISSIONS, permissionValues, bind };

function permissionValues(cluster: MskCluster, props: Props): PermissionValues {
  const { _arn, _connectedClusterArn } = cluster;
  return {
    cluster: _connectedClusterArn ?? _arn,
    [CONNECTION]: _connectedClusterArn !== undefined,
    [SCRAM]: props.authentication?._type === SCRAM,
    ...iamValuesOf(cluster, props),
  };
}

function iamValuesOf(cluster: MskCluster, props: Props): PermissionValues {
  return asksIam(cluster, props) ? iamValues(cluster._connectedClusterArn ?? cluster._arn, props) : {};
}

/** A serverless cluster knows IAM only. */
function asksIam({ _serverless }: MskCluster, { authentication }: Props): boolean {
  return _serverless || (authentication !== undefined && authentication._secret === undefined);
}

function bind(cluster: MskCluster, props: Props) {
  const { _connectedClusterArn: arn, _construct } = cluster;
  const sharing = arn === undefined ? [] : [shareForeign(props.target, foreignCluster(cluster, arn, props))];
  if (_construct === undefined) return sharing;
  const port = portOf(_construct, props.authentication?._type, asksIam(cluster, props));
  return [...sharing, reachAt([port], securityGroupsOf(_construct, MSK_SECURITY_GROUPS))];
}

function foreignCluster(cluster: MskCluster, arn: string, props: Props): ForeignSource {
  return {
    what: 'the cluster',
    arn,
    policyType: 'AWS::MSK::ClusterPolicy',
    namedAt: 'clusterArn',
    connect: CONNECT,
    permissions: resolvePermissions(IAM_PERMISSIONS, iamValuesOf(cluster, props)),
  };
}
