import { Duration, Stack } from 'aws-cdk-lib';
import { DatabaseCluster, IDatabaseCluster } from 'aws-cdk-lib/aws-docdb';
import { Surroundings } from './surroundings';
import {
  DocumentDbAuthentication,
  DocumentDbEventSourceMapping,
  DocumentDbEventSourceMappingProps,
  FullDocument,
  StreamStartingPosition,
} from '../../src';

export const Mapping = DocumentDbEventSourceMapping;

export function smallest({ stack, target, credentials }: Surroundings): DocumentDbEventSourceMappingProps {
  return {
    cluster: shop(stack),
    databaseName: 'shop',
    authentication: DocumentDbAuthentication.basic(credentials),
    target,
    startingPosition: StreamStartingPosition.trimHorizon(),
  };
}

export function fullest({ stack, target, credentials }: Surroundings): DocumentDbEventSourceMappingProps {
  return {
    cluster: shop(stack),
    databaseName: 'shop',
    collectionName: 'products',
    authentication: DocumentDbAuthentication.basic(credentials),
    target,
    startingPosition: StreamStartingPosition.atTimestamp(new Date('2026-01-01T00:00:00Z')),
    fullDocument: FullDocument.UPDATE_LOOKUP,
    batchSize: 250,
    maxBatchingWindow: Duration.seconds(5),
    enabled: false,
    grantAccess: true,
    restrictNetworkInterfacesToLambda: true,
    tags: { team: 'shop' },
  };
}

function shop(stack: Stack): IDatabaseCluster {
  return DatabaseCluster.fromDatabaseClusterAttributes(stack, 'Cluster', { clusterIdentifier: 'shop' });
}
