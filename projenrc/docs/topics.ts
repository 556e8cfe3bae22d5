/**
 * The topics of rules, in the order in which an author of a mapping meets them. A rule belongs to the first topic
 * whose pattern its name matches.
 */
const TOPICS: readonly (readonly [topic: string, names: RegExp])[] = [
  [
    'Permissions',
    /^(access-not-granted|source-not-shared|key-not-granted|key-policy-not-changed|secret-arn-ambiguous|role-access|role-access-order)$/,
  ],
  ['Function', /^(target-|function-|nested-stack-)/],
  [
    'Scaling',
    /^(max-concurrency|minimum-pollers|maximum-pollers|pollers-in-order|poller-group|one-way-to-scale|provisioned-|reserved-concurrency|parallelization|queue-mode-on-demand)/,
  ],
  ['Filters', /^filter/],
  ['Schema registries', /^(schema-registry|glue-registry)/],
  ['Batches', /^(batch-size|max-batching-window|large-batch|tumbling-window|queue-mode-without-window)/],
  ['Starting position', /^(starting-position|at-timestamp|timestamp-needs|queue-mode-without-position)/],
  [
    'Retries and failures',
    /^(retry-attempts|max-record-age|record-age|bisect|on-failure|one-failure|failure-|endless-retries|queue-mode-without-endless|dead-letter|max-receive-count|visibility-timeout)/,
  ],
  ['Partial batch responses', /^(report-batch|partial-responses)/],
  ['Network', /^(vpc-|security-groups-|subnets-|network-)/],
  [
    'Authentication and secrets',
    /^(authentication|one-authentication|broker-authentication|certificates-off|scram-off|secret-|serverless-knows|access$|access-needs|iam-|oauth-|root-ca|tls$)/,
  ],
  [
    'Topics, queues and databases',
    /^(topic-|queue-name|consumer-group|consumption-mode|database-|collection-|full-document|virtual-host|one-virtual-host)/,
  ],
  [
    'Source',
    /^(queue|stream|consumer|table|cluster|broker|bootstrap-servers|source-|engine|newer-engine|duplicate|fits-no-source)/,
  ],
  ['Metrics, logs and tags', /^(metrics|metric-|log-level|tags|enabled)/],
  ['Moving live mappings', /^adopts-/],
  ['Form', /^(unsupported|malformed|option-type|edited-identity|unknown-rule)$/],
];

export const TOPIC_NAMES = TOPICS.map(([topic]) => topic);

/** Each rule has a topic, so that a new one is not left out. */
export function topicOf(name: string): string {
  const found = TOPICS.find(([, names]) => names.test(name));
  if (found === undefined) throw new Error(`projenrc/docs/topics.ts has no topic for the rule ${name}`);
  return found[0];
}
