import { Duration } from 'aws-cdk-lib';
import { ClusterParameterGroup, DatabaseCluster } from 'aws-cdk-lib/aws-docdb';
import { InstanceClass, InstanceSize, InstanceType, IVpc } from 'aws-cdk-lib/aws-ec2';
import {
  DocumentDbAuthentication,
  DocumentDbEventSourceMapping,
  FullDocument,
  StreamStartingPosition,
} from 'cdk-event-source-mappings';
import { Construct } from 'constructs';
import { Handler } from './handler';

/** The products of the shop, whose changes go to the search index. */
export function addDatabases(scope: Construct, vpc: IVpc): void {
  const cluster = new DatabaseCluster(scope, 'ShopCluster', {
    vpc,
    engineVersion: '5.0.0',
    instanceType: InstanceType.of(InstanceClass.R6G, InstanceSize.LARGE),
    masterUser: { username: 'shop' },
    parameterGroup: new ClusterParameterGroup(scope, 'ShopParameters', {
      family: 'docdb5.0',
      // The change stream itself is turned on in the database, with modifyChangeStreams.
      parameters: { tls: 'enabled', change_stream_log_retention_duration: '86400' },
    }),
  });

  new DocumentDbEventSourceMapping(scope, 'Products', {
    cluster,
    databaseName: 'shop',
    collectionName: 'products',
    authentication: DocumentDbAuthentication.basic(cluster.secret!),
    target: new Handler(scope, 'IndexProduct', { timeout: Duration.minutes(1) }),
    startingPosition: StreamStartingPosition.trimHorizon(),
    fullDocument: FullDocument.UPDATE_LOOKUP,
    batchSize: 250,
  });
}
