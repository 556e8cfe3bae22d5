import { MSK_AUTHENTICATION_DOCS, MSK_AUTHENTICATION_SPEC, MSK_AUTHENTICATION_RULES } from './authentication';
import { MskCluster } from './cluster';
import type { MskEventSourceMappingProps } from './mapping';
import { MSK_CLUSTER_ACCESS, CLUSTER_MODES } from './permissions';
import { MSK_RELATED_RULES } from './related';
import { KafkaFilter } from '../../families/kafka/filter';
import { kafkaMetrics } from '../../families/kafka/metrics';
import { KAFKA_BEHAVIOUR, KAFKA_USAGE, KafkaBlock, kafkaSpecs, samPlaces } from '../../families/kafka/options';
import { KAFKA_RECORD } from '../../families/kafka/record-shape';
import { kafkaRules } from '../../families/kafka/rules';
import { defineContract } from '../../model/contract';
import { guide } from '../../model/docs';
import { instance } from '../../model/option-types';
import { PolledResource } from '../../model/recognition';
import { filterSpec } from '../../options/filter-criteria';
import { CLUSTER_IN_ACCOUNT, sameAccount, secretInRegion } from '../../options/same-place';
import { SOURCE_ACCESS } from '../../options/secret';
import { CLUSTER_RULES, sourceSpec } from '../../options/source';
import {
  REQUIRED_STARTING_POSITION,
  STARTING_POSITION_RULES,
  startingPositionSpec,
} from '../../options/starting-position';

const MSK_BLOCK: KafkaBlock = 'amazonManagedKafkaEventSourceConfig';

/** Clusters and connections to them alike. */
const BY_REFERENCE: PolledResource = { attributes: ['Ref', 'Arn'] };

const CLUSTER: PolledResource = {
  ...BY_REFERENCE,
  replacement: {
    by: [
      'ClusterName',
      'BrokerNodeGroupInfo.BrokerAZDistribution',
      'BrokerNodeGroupInfo.ClientSubnets',
      'BrokerNodeGroupInfo.SecurityGroups',
      'EncryptionInfo.EncryptionAtRest',
      'EncryptionInfo.EncryptionInTransit.InCluster',
    ],
    name: 'ClusterName',
  },
};

const SERVERLESS_CLUSTER: PolledResource = {
  ...BY_REFERENCE,
  replacement: { by: ['ClusterName', 'VpcConfigs', 'ClientAuthentication', 'Tags'], name: 'ClusterName' },
};

export const CONTRACT = defineContract<MskEventSourceMappingProps>({
  id: 'msk',
  title: 'Amazon MSK',
  docs: guide('msk-esm-parameters'),
  recognition: {
    arn: { service: 'kafka' },
    resources: {
      'AWS::MSK::Cluster': CLUSTER,
      'AWS::MSK::ServerlessCluster': SERVERLESS_CLUSTER,
      'AWS::MSK::VpcConnection': BY_REFERENCE,
    },
    samEvent: { type: 'MSK', source: 'Stream', places: samPlaces(MSK_BLOCK) },
  },
  behaviour: KAFKA_BEHAVIOUR,
  metrics: kafkaMetrics(MSK_BLOCK),
  options: {
    cluster: sourceSpec(
      {
        of: 'an Amazon MSK cluster or a VPC connection to one',
        pattern:
          /^arn:aws[a-zA-Z0-9-]*:kafka:[a-z0-9-]+:\d{12}:(cluster|vpc-connection\/\d{12})\/[^/]+\/[a-zA-Z0-9-]+$/,
        example: 'arn:aws:kafka:us-west-2:111111111111:cluster/my-cluster/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2',
      },
      {
        type: instance(MskCluster, 'fromCluster(cluster)'),
        rules: CLUSTER_RULES,
        arnOf: (cluster) => cluster._arn,
        access: MSK_CLUSTER_ACCESS,
      },
    ),
    startingPosition: startingPositionSpec({ required: REQUIRED_STARTING_POSITION }),
    authentication: MSK_AUTHENTICATION_SPEC,
    ...kafkaSpecs(MSK_BLOCK),
    filters: filterSpec(KafkaFilter, KAFKA_RECORD),
  },
  rules: [
    ...kafkaRules(MSK_BLOCK),
    ...MSK_AUTHENTICATION_RULES,
    ...STARTING_POSITION_RULES,
    secretInRegion(SOURCE_ACCESS),
    sameAccount(
      CLUSTER_IN_ACCOUNT,
      {
        reason:
          'Lambda reaches a provisioned cluster of another account only through a VPC connection, and a serverless ' +
          'cluster only in its own account',
        docs: guide('msk-cross-account'),
      },
      /:cluster\//,
    ),
  ],
  modes: CLUSTER_MODES,
  relatedRules: MSK_RELATED_RULES,
  usage: [
    ...KAFKA_USAGE,
    {
      name: 'serverless-knows-iam-only',
      option: 'authentication',
      severity: 'error',
      says: 'is not for a serverless cluster',
      reason: 'a serverless cluster supports IAM authentication only',
      docs: MSK_AUTHENTICATION_DOCS,
      isBroken: ({ cluster, authentication }) => cluster._serverless && authentication?._secret !== undefined,
    },
  ],
});
