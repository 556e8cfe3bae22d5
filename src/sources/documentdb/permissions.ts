import { ArnFormat, Stack, Token } from 'aws-cdk-lib';
import type { CfnDBCluster } from 'aws-cdk-lib/aws-docdb';
import type { aws_docdb } from 'aws-cdk-lib/interfaces';
import { NamedAt } from '../../model/permissions';
import { SOURCE_ARN } from '../../model/property-paths';
import { SourceAccess } from '../../options/source';
import { NETWORK_INTERFACE_PERMISSION } from '../../permissions/network';
import { reachAt } from '../../permissions/reach';
import { securityGroupsOf, l1Of } from '../../permissions/security-groups';

const DB_CLUSTER_SECURITY_GROUPS: NamedAt = { 'AWS::DocDB::DBCluster': 'vpcSecurityGroupIds' };

const LOOK_UP = { reason: 'Lambda looks up how to reach the cluster', at: SOURCE_ARN };

/** The access that it takes to find a cluster and to reach it. */
export const DB_CLUSTER_ACCESS: SourceAccess<aws_docdb.IDBClusterRef> = {
  permissions: [
    { ...LOOK_UP, actions: ['rds:DescribeDBClusters'], on: 'source' },
    { ...LOOK_UP, actions: ['rds:DescribeDBClusterParameters'], on: 'parameter groups' },
    { ...LOOK_UP, actions: ['rds:DescribeDBSubnetGroups'], on: 'subnet groups' },
    { ...NETWORK_INTERFACE_PERMISSION, at: SOURCE_ARN },
  ],
  permissionValues: (cluster) => ({
    'parameter groups': arnIn(cluster, 'cluster-pg', '*'),
    'subnet groups': arnIn(cluster, 'subgrp', '*'),
  }),
  bind: (cluster) => [reachAt(portsOf(cluster), securityGroupsOf(cluster, DB_CLUSTER_SECURITY_GROUPS))],
};

/** A cluster's ARN is one of Amazon RDS, and no construct has it as an attribute. */
export function clusterArnOf(cluster: aws_docdb.IDBClusterRef): string {
  return arnIn(cluster, 'cluster', cluster.dbClusterRef.dbClusterId);
}

function arnIn(cluster: aws_docdb.IDBClusterRef, resource: string, resourceName: string): string {
  const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
  return Stack.of(cluster).formatArn({ service: 'rds', resource, resourceName, arnFormat });
}

const DEFAULT_PORT = 27017;

/** The port at which a cluster of this app listens. */
function portsOf(cluster: aws_docdb.IDBClusterRef): number[] {
  const l1 = l1Of(cluster) as CfnDBCluster | undefined;
  const port = l1 && (l1.port ?? DEFAULT_PORT);
  return port === undefined || Token.isUnresolved(port) ? [] : [port];
}
