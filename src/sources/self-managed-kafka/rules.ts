import { CREDENTIAL_TYPES, KAFKA_AUTHENTICATION_DOCS, TOKEN_TYPES } from './authentication';
import { QUEUE_MODE_RULES } from '../../families/kafka/rules';
import { Rule } from '../../model/contract';
import { Condition, either, Facts, given, needs, rule } from '../../model/rules';
import { secretInRegion } from '../../options/same-place';
import { oneAuthentication, secretsGiven, SOURCE_ACCESS } from '../../options/secret';

const WAYS_TO_AUTHENTICATE = [...CREDENTIAL_TYPES, ...TOKEN_TYPES];

const access = (type: string) => given(`${SOURCE_ACCESS}[${type}]`);
const SUBNETS = access('VPC_SUBNET');
const SECURITY_GROUPS = access('VPC_SECURITY_GROUP');

const SOME_ACCESS: Condition = {
  ...either(...WAYS_TO_AUTHENTICATE.map(access), SUBNETS),
  words: `${access('BASIC_AUTH').words} or ${SUBNETS.words}`,
};

const NETWORK: readonly Rule[] = [
  needs('access', given('selfManagedEventSource.endpoints.kafkaBootstrapServers'), SOME_ACCESS, {
    reason:
      'Lambda reaches brokers with credentials, or through a VPC; without any, it answers "Required ' +
      "'sourceAccessConfigurations' parameter is missing.\"",
    docs: KAFKA_AUTHENTICATION_DOCS,
  }),
  needs('vpc-needs-security-groups', SUBNETS, SECURITY_GROUPS, {
    reason: 'Lambda makes network interfaces in the subnets, which have security groups',
  }),
  needs('security-groups-need-vpc', SECURITY_GROUPS, SUBNETS, {
    reason: 'security groups apply to the network interfaces in the subnets of a VPC',
  }),
];

const SOME_OAUTH = either(access('OAUTHBEARER_AUTH'), access('IAM_OAUTHBEARER_AUTH'));
const OF_A_TOKEN: Facts = {
  reason: 'Lambda sends it when it requests an OAuth token',
  docs: KAFKA_AUTHENTICATION_DOCS,
};

/** Of an authentication method for which Lambda needs no secret. */
function withoutUri(name: string, type: string): Rule {
  return rule(
    name,
    `${SOURCE_ACCESS}[${type}]`,
    'has a URI',
    {
      reason: 'Lambda authenticates with the role of the function',
      docs: KAFKA_AUTHENTICATION_DOCS,
    },
    (reader) => reader.has(`${SOURCE_ACCESS}[${type}].uri`),
  );
}

const AUTHENTICATING: readonly Rule[] = [
  oneAuthentication(WAYS_TO_AUTHENTICATE, KAFKA_AUTHENTICATION_DOCS),
  needs('oauth-scope-needs-oauth', access('OAUTHBEARER_SCOPE'), access('OAUTHBEARER_AUTH'), OF_A_TOKEN),
  needs(
    'oauth-logical-cluster-needs-oauth',
    access('OAUTHBEARER_LOGICAL_CLUSTER'),
    access('OAUTHBEARER_AUTH'),
    OF_A_TOKEN,
  ),
  needs('oauth-identity-pool-needs-oauth', access('OAUTHBEARER_IDENTITY_POOL'), access('OAUTHBEARER_AUTH'), OF_A_TOKEN),
  needs('oauth-audience-needs-oauth', access('OAUTHBEARER_AUDIENCE'), SOME_OAUTH, OF_A_TOKEN),
  needs('iam-oauth-needs-audience', access('IAM_OAUTHBEARER_AUTH'), access('OAUTHBEARER_AUDIENCE'), {
    reason: 'AWS issues a token only for an audience',
    docs: KAFKA_AUTHENTICATION_DOCS,
  }),
  withoutUri('iam-auth-without-uri', 'IAM_AUTH'),
  withoutUri('iam-oauthbearer-auth-without-uri', 'IAM_OAUTHBEARER_AUTH'),
];

const SECRETS: readonly Rule[] = [
  secretsGiven(
    'access-needs-secret',
    SOURCE_ACCESS,
    [...CREDENTIAL_TYPES, 'OAUTHBEARER_AUTH', 'SERVER_ROOT_CA_CERTIFICATE'],
    KAFKA_AUTHENTICATION_DOCS,
  ),
  secretInRegion(SOURCE_ACCESS, {
    severity: 'error',
    reason: 'Lambda reads the secrets in the Region of the function',
    docs: KAFKA_AUTHENTICATION_DOCS,
  }),
];

export const SELF_MANAGED_KAFKA_RULES: readonly Rule[] = [
  ...NETWORK,
  ...AUTHENTICATING,
  ...SECRETS,
  ...QUEUE_MODE_RULES,
];
