import { DocumentDbAuthentication } from './authentication';
import { FullDocument } from './full-document';
import type { DocumentDbEventSourceMappingProps } from './mapping';
import { DB_CLUSTER_ACCESS, clusterArnOf } from './permissions';
import { DOCUMENTDB_RELATED_RULES } from './related';
import { positionReplacement } from '../../families/stream/records';
import { choice, length, pattern } from '../../model/constraints';
import { defineContract } from '../../model/contract';
import { CLOUDFORMATION, guide } from '../../model/docs';
import { value } from '../../model/option-specs';
import { construct } from '../../model/option-types';
import { BASIC_AUTH_RULES, basicAuthSpec } from '../../options/basic-auth';
import { BATCHING_SPECS } from '../../options/batching';
import { COMMON_SPECS } from '../../options/common';
import { FUNCTION_METRICS, ITERATOR_AGE } from '../../options/function-metrics';
import { NETWORK_INTERFACE_SPECS } from '../../options/network-interfaces';
import { CLUSTER_IN_ACCOUNT, sameAccount, sameRegion } from '../../options/same-place';
import { CLUSTER_RULES, sourceSpec } from '../../options/source';
import { STARTING_POSITION_RULES, startingPositionSpec } from '../../options/starting-position';

const CONFIG = 'documentDbEventSourceConfig';
const REFUSED_UPDATE = {
  outcome: 'refused',
  says: 'Lambda answers "Invalid parameters: collectionName, databaseName"',
} as const;

export const CONTRACT = defineContract<DocumentDbEventSourceMappingProps>({
  id: 'documentdb',
  title: 'Amazon DocumentDB change stream',
  docs: guide('with-documentdb'),
  recognition: {
    arn: { service: 'rds' },
    resources: {
      'AWS::DocDB::DBCluster': {
        attributes: [],
        replacement: {
          by: [
            'DBClusterIdentifier',
            'AvailabilityZones',
            'DBSubnetGroupName',
            'KmsKeyId',
            'MasterUsername',
            'SnapshotIdentifier',
            'SourceDBClusterIdentifier',
            'StorageEncrypted',
          ],
          name: 'DBClusterIdentifier',
        },
        instead: 'Fn::Sub with arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:cluster: before its id',
      },
    },
    lookalikes: {
      resources: {
        'AWS::DocDBElastic::Cluster': 'an elastic cluster',
        'AWS::DocDB::GlobalCluster': 'a global cluster',
      },
      services: { 'docdb-elastic': 'an elastic cluster' },
      says: 'of Amazon DocumentDB, whose change streams Lambda does not read: use an instance-based cluster',
    },
    samEvent: {
      type: 'DocumentDB',
      source: 'Cluster',
      places: {
        DatabaseName: `${CONFIG}.databaseName`,
        CollectionName: `${CONFIG}.collectionName`,
        FullDocument: `${CONFIG}.fullDocument`,
      },
    },
  },
  behaviour: {
    reads: [`${CONFIG}.databaseName`, `${CONFIG}.collectionName`],
    concurrency: () => ({ count: 1, from: 'Lambda processes the events of a change stream in order' }),
    records: {
      noun: 'event',
      order: () => ({ within: 'change stream', docs: guide('with-documentdb') }),
      failure: () => ({
        retention: {
          of: 'the retention of the change stream, which the cluster sets (change_stream_log_retention_duration)',
        },
        isRetriedByLambda: true,
        holdsUp: 'the rest of the change stream waits',
        expired: 'Lambda disables the mapping, and all events that expire until a new one reads are lost',
        docs: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/using-lambda.html',
      }),
      replacement: positionReplacement,
    },
  },
  metrics: {
    facts: [
      ...FUNCTION_METRICS,
      ITERATOR_AGE,
      {
        name: 'OversizedRecordCount',
        of: 'function',
        statistic: 'Sum',
        unit: 'Count',
        says: 'events of more than 6 MB, which are lost',
      },
    ],
    // 3 hours to 7 days, by the cluster's parameter change_stream_log_retention_duration:
    // https://docs.aws.amazon.com/documentdb/latest/developerguide/change_streams.html
    retention: { default: 3 * 3600, at: {} },
  },
  options: {
    cluster: sourceSpec(
      {
        of: 'an Amazon DocumentDB cluster',
        pattern: /^arn:aws[a-zA-Z0-9-]*:rds:[a-z0-9-]+:\d{12}:cluster:[a-zA-Z0-9-]{1,63}$/,
        example: 'arn:aws:rds:us-west-2:123456789012:cluster:privatecluster7de2-epzcyvu4pjoy',
      },
      {
        type: construct(
          ['dbClusterRef'],
          'a cluster of aws-docdb',
          "import it with DatabaseCluster.fromDatabaseClusterAttributes(this, 'Cluster', { ... })",
        ),
        rules: CLUSTER_RULES,
        arnOf: clusterArnOf,
        access: DB_CLUSTER_ACCESS,
      },
    ),
    startingPosition: startingPositionSpec(),
    databaseName: value(`${CONFIG}.databaseName`, {
      required: { rule: 'database-name-required', says: 'is required: Lambda reads the changes of one database' },
      constraints: [
        length('database-name-length', 1, 63),
        pattern(
          'database-name-pattern',
          /^[^ /.$"]*$/,
          'no space and none of / . $ "',
          'must not contain a space or any of / . $ "',
        ),
      ],
      identity: { rule: 'database-name-unknown-identity', ...REFUSED_UPDATE },
      docs: CLOUDFORMATION,
    }),
    collectionName: value(`${CONFIG}.collectionName`, {
      constraints: [
        length('collection-name-length', 1, 57),
        pattern('collection-name-system', /^(?!system\.)/, 'no system. at the start', 'is a collection of the system'),
        pattern(
          'collection-name-pattern',
          /^[_a-zA-Z0-9][^$]*$/,
          'a letter, a digit or _ at the start, and no $',
          'has no letter, digit or _ at the start, or a $',
        ),
      ],
      identity: { rule: 'collection-name-unknown-identity', ...REFUSED_UPDATE },
      docs: CLOUDFORMATION,
    }),
    fullDocument: value(`${CONFIG}.fullDocument`, {
      constraints: [choice('full-document-choice', Object.values(FullDocument))],
      default: 'Default',
      docs: CLOUDFORMATION,
    }),
    authentication: basicAuthSpec(DocumentDbAuthentication),
    ...BATCHING_SPECS,
    ...NETWORK_INTERFACE_SPECS,
    ...COMMON_SPECS,
  },
  rules: [
    ...BASIC_AUTH_RULES,
    ...STARTING_POSITION_RULES,
    sameRegion('cluster-in-region', 'eventSourceArn', 'eventSourceArn', {
      reason: 'the cluster must be in the Region of the function',
    }),
    sameAccount(CLUSTER_IN_ACCOUNT, { reason: 'the cluster must be in the account of the function' }),
  ],
  relatedRules: DOCUMENTDB_RELATED_RULES,
  unsupported: {
    filterCriteria: { severity: 'warning', reason: 'Lambda does not filter the events of Amazon DocumentDB' },
    kmsKeyArn: {
      severity: 'warning',
      reason: 'Lambda does not filter the events of Amazon DocumentDB, so that there is nothing to encrypt',
    },
  },
});
