import { destinationNetworkRule } from '../../families/kafka/destination-network';
import { kafkaNeighbours } from '../../families/kafka/related';
import { Look, Resource, Rule, Where } from '../../model/contract';
import { guide } from '../../model/docs';
import { rule } from '../../model/rules';
import { find, isTrueAt, lacks, sourceOf, textAt } from '../../related/find';
import { networkRule, subnetsNamed } from '../../related/network';
import { outboundRule } from '../../related/outbound';
import { SOURCE_PLACE_RULE } from '../../related/place';

const PAGE = guide('msk-cluster-auth');
const SCRAM = 'sourceAccessConfigurations[SASL_SCRAM_512_AUTH].uri';
const CERTIFICATE = 'sourceAccessConfigurations[CLIENT_CERTIFICATE_TLS_AUTH].uri';
const AUTHENTICATION = 'ClientAuthentication';

function clusterOf(look: Look, where: Where): Resource | undefined {
  return sourceOf(look, where, 'AWS::MSK::Cluster');
}

function subnetsOf(look: Look, where: Where): readonly unknown[] {
  const serverless = sourceOf(look, where, 'AWS::MSK::ServerlessCluster');
  if (serverless) return subnetsNamed(serverless, 'VpcConfigs[].SubnetIds');
  return subnetsNamed(clusterOf(look, where), 'BrokerNodeGroupInfo.ClientSubnets');
}

function groupsOf(look: Look, where: Where): readonly unknown[] {
  const serverless = sourceOf(look, where, 'AWS::MSK::ServerlessCluster');
  if (serverless) return subnetsNamed(serverless, 'VpcConfigs[].SecurityGroups');
  return subnetsNamed(clusterOf(look, where), 'BrokerNodeGroupInfo.SecurityGroups');
}

const hasScram = (cluster: Resource) => isTrueAt(cluster, `${AUTHENTICATION}.Sasl.Scram.Enabled`);
const hasIam = (cluster: Resource) => isTrueAt(cluster, `${AUTHENTICATION}.Sasl.Iam.Enabled`);
const hasNone = (cluster: Resource) => isTrueAt(cluster, `${AUTHENTICATION}.Unauthenticated.Enabled`);

/** Whether Lambda signs in with the function's role: without a secret, where the cluster knows no other way. */
export function signsInWithRole(look: Look, where: Where): boolean | undefined {
  if (look.has('sourceAccessConfigurations[]') !== false) return undefined;
  if (sourceOf(look, where, 'AWS::MSK::ServerlessCluster')) return true;
  const cluster = clusterOf(look, where);
  return cluster && hasIam(cluster) && hasNone(cluster) === false;
}

/** A list of authorities turns it on too. */
function hasCertificates(cluster: Resource): boolean | undefined {
  return lacks(cluster, `${AUTHENTICATION}.Tls.CertificateAuthorityArnList`) ? isTrueAt(cluster, `${AUTHENTICATION}.Tls.Enabled`) : undefined;
}

const AUTHENTICATION_RULES: readonly Rule[] = [
  rule('scram-off', SCRAM, 'is SASL/SCRAM, which the cluster has turned off', { why: 'Lambda could not sign in', page: PAGE }, (look, where) => {
    const cluster = look.has(SCRAM) ? clusterOf(look, where) : undefined;
    return cluster && hasScram(cluster) === false && `is SASL/SCRAM, which ${cluster.id} has turned off`;
  }),
  rule('certificates-off', CERTIFICATE, 'is mutual TLS, which the cluster has turned off', { why: 'Lambda could not sign in', page: PAGE }, (look, where) => {
    const cluster = look.has(CERTIFICATE) ? clusterOf(look, where) : undefined;
    return cluster && hasCertificates(cluster) === false && `is mutual TLS, which ${cluster.id} has turned off`;
  }),
  rule('credentials-needed', 'eventSourceArn', 'is a cluster that knows neither IAM nor unauthenticated clients', {
    why: 'without a secret, Lambda signs in with the role, or not at all',
    page: PAGE,
  }, (look, where) => {
    const cluster = look.has('sourceAccessConfigurations[]') === false ? clusterOf(look, where) : undefined;
    return cluster && !lacks(cluster, AUTHENTICATION) && hasIam(cluster) === false && hasNone(cluster) === false
      && `is ${cluster.id}, which knows neither IAM nor unauthenticated clients`;
  }),
];

const SECRET = 'AWS::SecretsManager::Secret';
const PREFIX = 'AmazonMSK_';
const SECRET_FACTS = { severity: 'warning', page: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html' } as const;

function secretOf(look: Look, where: Where): Resource | undefined {
  return find(look.values(SCRAM)[0], [SECRET], where);
}

const SECRET_RULES: readonly Rule[] = [
  rule('secret-name', SCRAM, `is a secret whose name does not start with ${PREFIX}`, {
    ...SECRET_FACTS,
    why: 'Amazon MSK takes no other secret for a user of the cluster',
    fix: `give the secret a name that starts with ${PREFIX}`,
  }, (look, where) => {
    const secret = secretOf(look, where);
    const name = secret && textAt(secret, 'Name');
    const isAnother = secret && (lacks(secret, 'Name') || (name !== undefined && !name.startsWith(PREFIX)));
    return isAnother && { of: secret, says: name ? `is called ${name}, which does not start with ${PREFIX}` : `has no name that starts with ${PREFIX}` };
  }),
  rule('secret-key', SCRAM, 'is a secret without a customer managed key', {
    ...SECRET_FACTS,
    why: 'Amazon MSK can\'t read a secret that is encrypted with the default key',
    fix: 'encrypt the secret with a customer managed key',
  }, (look, where) => {
    const secret = secretOf(look, where);
    const key = secret && textAt(secret, 'KmsKeyId');
    const isDefault = secret && (lacks(secret, 'KmsKeyId') || key === 'alias/aws/secretsmanager');
    return isDefault && { of: secret, says: 'has no customer managed key' };
  }),
];

export const MSK_NEIGHBOURS: readonly Rule[] = [
  ...kafkaNeighbours('amazonManagedKafkaEventSourceConfig.consumerGroupId'),
  SOURCE_PLACE_RULE,
  destinationNetworkRule('eventSourceArn', subnetsOf),
  ...AUTHENTICATION_RULES,
  ...SECRET_RULES,
  networkRule('eventSourceArn', guide('with-msk-cluster-network'), subnetsOf),
  outboundRule('eventSourceArn', guide('with-msk-cluster-network'), groupsOf),
];
