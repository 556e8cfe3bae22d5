import { Rule } from '../../engine/contract';
import { Condition, either, given, needs, oneOf, rule } from '../../engine/rules';
import { QUEUE_MODE_RULES } from '../../options/kafka-rules';
import { secretInRegion } from '../../options/same-place';
import { SECRET_TYPES, TOKEN_TYPES } from '../../values/kafka-authentication';
import { guide } from '../../values/pages';
import { secretsGiven, SOURCE_ACCESS } from '../../values/secret';

const WAYS_TO_SIGN_IN = [...SECRET_TYPES, ...TOKEN_TYPES];
const AUTHENTICATION = { page: guide('kafka-cluster-auth') };

const access = (type: string) => given(`${SOURCE_ACCESS}[${type}]`);
const SUBNETS = access('VPC_SUBNET');
const SECURITY_GROUPS = access('VPC_SECURITY_GROUP');

const SOME_ACCESS: Condition = {
  ...either(...WAYS_TO_SIGN_IN.map(access), SUBNETS),
  words: `${access('BASIC_AUTH').words} or ${SUBNETS.words}`,
};

const NETWORK: readonly Rule[] = [
  needs('access', given('selfManagedEventSource.endpoints.kafkaBootstrapServers'), SOME_ACCESS, {
    why: 'Lambda reaches brokers with credentials, or through a VPC; without any, it answers "Required \'sourceAccessConfigurations\' parameter is missing."',
    ...AUTHENTICATION,
  }),
  needs('vpc-needs-security-groups', SUBNETS, SECURITY_GROUPS, { why: 'Lambda makes network interfaces in the subnets, which have security groups' }),
  needs('security-groups-need-vpc', SECURITY_GROUPS, SUBNETS, { why: 'security groups are those of network interfaces in subnets' }),
];

const SIGNING_IN: readonly Rule[] = [
  oneOf('one-authentication', SOURCE_ACCESS, WAYS_TO_SIGN_IN, { why: 'Lambda signs in in one way', ...AUTHENTICATION }),
  ...['SCOPE', 'LOGICAL_CLUSTER', 'IDENTITY_POOL'].map((part) =>
    needs(`oauth-${part.toLowerCase().replace('_', '-')}-needs-oauth`, access(`OAUTHBEARER_${part}`), access('OAUTHBEARER_AUTH'), {
      why: 'it is what Lambda says when it asks for an OAuth token',
      ...AUTHENTICATION,
    })),
  needs('oauth-audience-needs-oauth', access('OAUTHBEARER_AUDIENCE'), either(access('OAUTHBEARER_AUTH'), access('IAM_OAUTHBEARER_AUTH')), {
    why: 'it is what Lambda says when it asks for an OAuth token',
    ...AUTHENTICATION,
  }),
  needs('iam-oauth-needs-audience', access('IAM_OAUTHBEARER_AUTH'), access('OAUTHBEARER_AUDIENCE'), {
    why: 'AWS gives a token for an audience only',
    ...AUTHENTICATION,
  }),
  ...['IAM_AUTH', 'IAM_OAUTHBEARER_AUTH'].map((type) =>
    rule(`${type.toLowerCase().replace(/_/g, '-')}-without-uri`, `${SOURCE_ACCESS}[${type}]`, 'has a URI', {
      why: 'Lambda signs in with the role of the function',
      ...AUTHENTICATION,
    }, (look) => look.has(`${SOURCE_ACCESS}[${type}].uri`))),
];

const SECRETS: readonly Rule[] = [
  secretsGiven('access-needs-secret', SOURCE_ACCESS, [...SECRET_TYPES, 'OAUTHBEARER_AUTH', 'SERVER_ROOT_CA_CERTIFICATE'], AUTHENTICATION.page),
  secretInRegion('secret-in-region', SOURCE_ACCESS, {
    severity: 'error',
    why: 'Lambda reads the secrets in the Region of the function',
    ...AUTHENTICATION,
  }),
];

export const SELF_MANAGED_KAFKA_RULES: readonly Rule[] = [...NETWORK, ...SIGNING_IN, ...SECRETS, ...QUEUE_MODE_RULES];
