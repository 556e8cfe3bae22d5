import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { aws_docdb } from 'aws-cdk-lib/interfaces';
import { NETWORK_INTERFACE_ACCESS } from './network';
import { Access } from '../engine/contract';

/** What it takes to find a cluster and to reach it. */
export function changeStreamAccess(cluster: aws_docdb.IDBClusterRef): Access[] {
  const all = (resource: string) => Stack.of(cluster).formatArn({ service: 'rds', resource, resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  const why = 'Lambda looks up how to reach the cluster';
  return [
    { actions: ['rds:DescribeDBClusters'], resources: [clusterArnOf(cluster)], why },
    { actions: ['rds:DescribeDBClusterParameters'], resources: [all('cluster-pg')], why },
    { actions: ['rds:DescribeDBSubnetGroups'], resources: [all('subgrp')], why },
    NETWORK_INTERFACE_ACCESS,
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
