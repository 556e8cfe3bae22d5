import type { MskEventSourceMappingProps } from './mapping';
import { shareCluster } from '../../access/cluster-policy';
import { iamAccess } from '../../access/kafka';
import { portOf } from '../../access/msk-ports';
import { NETWORK_INTERFACE_ACCESS } from '../../access/network';
import { reachAt } from '../../access/reach';
import { groupsOf } from '../../access/security-groups';
import { Access, Wiring } from '../../engine/contract';
import { MskCluster } from '../../values/msk-cluster';

/** What it takes to find a cluster and to reach it, and where it asks IAM, to read the topic. */
export function clusterAccess(cluster: MskCluster, props: MskEventSourceMappingProps): (Access | Wiring)[] {
  const { authentication } = props;
  const connected = cluster._connectedClusterArn;
  const clusterArn = connected ?? cluster._arn;
  // A serverless cluster knows IAM only.
  const asksIam = cluster._serverless || (authentication !== undefined && authentication._secret === undefined);
  const records = asksIam ? iamAccess(clusterArn, props) : [];
  return [
    { actions: ['kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers'], resources: [clusterArn], why: 'Lambda looks up how to reach the cluster' },
    ...(connected ? [{ actions: ['kafka:DescribeVpcConnection'], resources: [cluster._arn], why: 'Lambda looks up the connection' }] : []),
    ...(authentication?._type === 'SASL_SCRAM_512_AUTH'
      ? [{ actions: ['kafka:ListScramSecrets'], resources: [clusterArn], why: 'Lambda looks up whether the secret belongs to the cluster' }]
      : []),
    ...records,
    NETWORK_INTERFACE_ACCESS,
    ...(connected ? [shareCluster(connected, props.target, records)] : []),
    ...(cluster._construct ? [reachAt([portOf(cluster._construct, authentication?._type, asksIam)], groupsOf(cluster._construct))] : []),
  ];
}
