import { MSK_AUTHENTICATION_DOCS } from './authentication';
import { destinationNetworkRule } from '../../families/kafka/destination-network';
import { kafkaRelatedRules } from '../../families/kafka/related';
import { PropertyReader, Resource, Rule, Context } from '../../model/contract';
import { guide } from '../../model/docs';
import { rule } from '../../model/rules';
import { find, isTrueAt, lacks, sourceOf, textAt } from '../../related/find';
import { networkRule, subnetsNamed } from '../../related/network';
import { outboundRule } from '../../related/outbound';
import { SOURCE_PLACE_RULE } from '../../related/place';

const SCRAM_SECRET = 'sourceAccessConfigurations[SASL_SCRAM_512_AUTH].uri';
const CERTIFICATE_SECRET = 'sourceAccessConfigurations[CLIENT_CERTIFICATE_TLS_AUTH].uri';
const CLIENT_AUTHENTICATION = 'ClientAuthentication';

function provisionedClusterOf(reader: PropertyReader, context: Context): Resource | undefined {
  return sourceOf(reader, context, 'AWS::MSK::Cluster');
}

function clusterSubnets(reader: PropertyReader, context: Context): readonly unknown[] {
  const serverless = sourceOf(reader, context, 'AWS::MSK::ServerlessCluster');
  if (serverless) return subnetsNamed(serverless, 'VpcConfigs[].SubnetIds');
  return subnetsNamed(provisionedClusterOf(reader, context), 'BrokerNodeGroupInfo.ClientSubnets');
}

function clusterSecurityGroups(reader: PropertyReader, context: Context): readonly unknown[] {
  const serverless = sourceOf(reader, context, 'AWS::MSK::ServerlessCluster');
  if (serverless) return subnetsNamed(serverless, 'VpcConfigs[].SecurityGroups');
  return subnetsNamed(provisionedClusterOf(reader, context), 'BrokerNodeGroupInfo.SecurityGroups');
}

const hasScram = (cluster: Resource) => isTrueAt(cluster, `${CLIENT_AUTHENTICATION}.Sasl.Scram.Enabled`);
const hasIam = (cluster: Resource) => isTrueAt(cluster, `${CLIENT_AUTHENTICATION}.Sasl.Iam.Enabled`);
const hasNone = (cluster: Resource) => isTrueAt(cluster, `${CLIENT_AUTHENTICATION}.Unauthenticated.Enabled`);

/** Whether Lambda authenticates with the function's role: without a secret, if the cluster offers nothing else. */
export function signsInWithRole(reader: PropertyReader, context: Context): boolean | undefined {
  if (reader.has('sourceAccessConfigurations[]') !== false) return undefined;
  if (sourceOf(reader, context, 'AWS::MSK::ServerlessCluster')) return true;
  const cluster = provisionedClusterOf(reader, context);
  return cluster && hasIam(cluster) && hasNone(cluster) === false;
}

/** A list of authorities turns it on too. */
function hasCertificates(cluster: Resource): boolean | undefined {
  return lacks(cluster, `${CLIENT_AUTHENTICATION}.Tls.CertificateAuthorityArnList`)
    ? isTrueAt(cluster, `${CLIENT_AUTHENTICATION}.Tls.Enabled`)
    : undefined;
}

const CLUSTER_AUTHENTICATION_RULES: readonly Rule[] = [
  rule(
    'scram-off',
    SCRAM_SECRET,
    'is SASL/SCRAM, which the cluster has turned off',
    { reason: 'Lambda could not authenticate', docs: MSK_AUTHENTICATION_DOCS },
    (reader, context) => {
      const cluster = reader.has(SCRAM_SECRET) ? provisionedClusterOf(reader, context) : undefined;
      return cluster && hasScram(cluster) === false && `is SASL/SCRAM, which ${cluster.id} has turned off`;
    },
  ),
  rule(
    'certificates-off',
    CERTIFICATE_SECRET,
    'is mutual TLS, which the cluster has turned off',
    { reason: 'Lambda could not authenticate', docs: MSK_AUTHENTICATION_DOCS },
    (reader, context) => {
      const cluster = reader.has(CERTIFICATE_SECRET) ? provisionedClusterOf(reader, context) : undefined;
      return cluster && hasCertificates(cluster) === false && `is mutual TLS, which ${cluster.id} has turned off`;
    },
  ),
  rule(
    'authentication-needed',
    'eventSourceArn',
    'is a cluster that accepts neither IAM authentication nor unauthenticated clients',
    {
      reason: 'without a secret, Lambda authenticates with the role, or does not authenticate',
      docs: MSK_AUTHENTICATION_DOCS,
    },
    (reader, context) => {
      const cluster =
        reader.has('sourceAccessConfigurations[]') === false ? provisionedClusterOf(reader, context) : undefined;
      return (
        cluster &&
        !lacks(cluster, CLIENT_AUTHENTICATION) &&
        hasIam(cluster) === false &&
        hasNone(cluster) === false &&
        `is ${cluster.id}, which accepts neither IAM authentication nor unauthenticated clients`
      );
    },
  ),
];

const PREFIX = 'AmazonMSK_';
const SECRET_FACTS = {
  severity: 'warning',
  docs: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html',
} as const;

function secretOf(reader: PropertyReader, context: Context): Resource | undefined {
  return find(reader.values(SCRAM_SECRET)[0], ['AWS::SecretsManager::Secret'], context);
}

const SECRET_RULES: readonly Rule[] = [
  rule(
    'secret-name',
    SCRAM_SECRET,
    `is a secret whose name does not start with ${PREFIX}`,
    {
      ...SECRET_FACTS,
      reason: 'Amazon MSK uses only such secrets for the users of a cluster',
      fix: `give the secret a name that starts with ${PREFIX}`,
    },
    (reader, context) => {
      const secret = secretOf(reader, context);
      const name = secret && textAt(secret, 'Name');
      const isAnother = secret && (lacks(secret, 'Name') || (name !== undefined && !name.startsWith(PREFIX)));
      return (
        isAnother && {
          of: secret,
          says: name
            ? `is called ${name}, which does not start with ${PREFIX}`
            : `has no name that starts with ${PREFIX}`,
        }
      );
    },
  ),
  rule(
    'secret-key',
    SCRAM_SECRET,
    'is a secret without a customer managed key',
    {
      ...SECRET_FACTS,
      reason: "Amazon MSK can't read a secret that is encrypted with the default key",
      fix: 'encrypt the secret with a customer managed key',
    },
    (reader, context) => {
      const secret = secretOf(reader, context);
      const key = secret && textAt(secret, 'KmsKeyId');
      const isDefault = secret && (lacks(secret, 'KmsKeyId') || key === 'alias/aws/secretsmanager');
      return isDefault && { of: secret, says: 'has no customer managed key' };
    },
  ),
];

export const MSK_RELATED_RULES: readonly Rule[] = [
  ...kafkaRelatedRules('amazonManagedKafkaEventSourceConfig.consumerGroupId'),
  SOURCE_PLACE_RULE,
  destinationNetworkRule('eventSourceArn', clusterSubnets),
  ...CLUSTER_AUTHENTICATION_RULES,
  ...SECRET_RULES,
  networkRule('eventSourceArn', guide('with-msk-cluster-network'), clusterSubnets),
  outboundRule('eventSourceArn', guide('with-msk-cluster-network'), clusterSecurityGroups),
];
