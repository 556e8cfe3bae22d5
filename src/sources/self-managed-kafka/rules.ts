import { Rule } from '../../engine/contract';
import { Condition, either, equal, excludes, given, needs, oneOf, rule } from '../../engine/rules';
import { secretInRegion } from '../../options/same-place';
import { SECRET_TYPES } from '../../values/kafka-authentication';
import { LIMITED_ACCESS_TYPES, TOKEN_TYPES } from '../../values/kafka-token-authentication';
import { guide } from '../../values/pages';
import { secretsGiven, SOURCE_ACCESS } from '../../values/secret';

const WAYS_TO_SIGN_IN = [...SECRET_TYPES, ...TOKEN_TYPES];
const AUTHENTICATION = { page: guide('kafka-cluster-auth') };

const access = (type: string) => given(`${SOURCE_ACCESS}[${type}]`);
const SUBNETS = access('VPC_SUBNET');
const SECURITY_GROUPS = access('VPC_SECURITY_GROUP');
export const CONSUMPTION_MODE = 'selfManagedKafkaEventSourceConfig.consumptionMode';

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

const QUEUE_MODE = equal(CONSUMPTION_MODE, 'Queue');
const SHARE_GROUP = { why: 'a share group has no position of its own', page: guide('polling-kafka-queue') };

const CONSUMPTION: readonly Rule[] = [
  excludes('queue-mode-without-position', QUEUE_MODE, given('startingPosition'), SHARE_GROUP),
  excludes('queue-mode-without-window', QUEUE_MODE, given('maximumBatchingWindowInSeconds'), {
    ...SHARE_GROUP,
    why: 'records of a share group are not waited for',
  }),
];

const AVAILABILITY: readonly Rule[] = Object.entries({
  'consumption-mode-in-region': given(CONSUMPTION_MODE),
  'token-authentication-in-region': either(...LIMITED_ACCESS_TYPES.map(access)),
}).map(([id, used]) => rule(id, used.subject, 'is not in every Region yet', {
  why: 'where it is not, Lambda refuses the mapping',
  severity: 'warning',
  page: guide('kafka-esm-parameters'),
  // A construct of ours has asked for it with an option that says so.
}, (look, where) => !where.constructed && used.holds(look, where)));

export const SELF_MANAGED_KAFKA_RULES: readonly Rule[] = [...NETWORK, ...SIGNING_IN, ...SECRETS, ...CONSUMPTION, ...AVAILABILITY];
