import { ArnFormat, Stack, Token } from 'aws-cdk-lib';
import type { CfnDBCluster } from 'aws-cdk-lib/aws-docdb';
import type { aws_docdb } from 'aws-cdk-lib/interfaces';
import { NETWORK_INTERFACE_ACCESS } from './network';
import { reachAt } from './reach';
import { groupsOf, l1Of } from './security-groups';
import { Access, Wiring } from '../engine/contract';

/** What it takes to find a cluster and to reach it. */
export function changeStreamAccess(cluster: aws_docdb.IDBClusterRef): (Access | Wiring)[] {
  const all = (resource: string) => Stack.of(cluster).formatArn({ service: 'rds', resource, resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  const why = 'Lambda looks up how to reach the cluster';
  return [
    { actions: ['rds:DescribeDBClusters'], resources: [clusterArnOf(cluster)], why },
    { actions: ['rds:DescribeDBClusterParameters'], resources: [all('cluster-pg')], why },
    { actions: ['rds:DescribeDBSubnetGroups'], resources: [all('subgrp')], why },
    NETWORK_INTERFACE_ACCESS,
    reachAt(portsOf(cluster), groupsOf(cluster)),
  ];
}

/** A cluster's ARN is one of Amazon RDS, and no construct has it as an attribute. */
export function clusterArnOf(cluster: aws_docdb.IDBClusterRef): string {
  return Stack.of(cluster).formatArn({
    service: 'rds',
    resource: 'cluster',
    resourceName: cluster.dbClusterRef.dbClusterId,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

const DEFAULT_PORT = 27017;

/** Where a cluster of this app listens. */
function portsOf(cluster: aws_docdb.IDBClusterRef): number[] {
  const l1 = l1Of(cluster) as CfnDBCluster | undefined;
  const port = l1 && (l1.port ?? DEFAULT_PORT);
  return port === undefined || Token.isUnresolved(port) ? [] : [port];
}
