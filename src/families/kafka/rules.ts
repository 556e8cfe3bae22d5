import { ConsumptionMode } from './consumption-mode';
import { KafkaBlock } from './options';
import { CONSUMPTION_MODE } from './places';
import { schemaRegistryRules } from './schema-registry';
import { REGISTRY_ACCESS } from './schema-registry-authentication';
import { Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { Condition, either, equal, excludes, given, matching, needs, over, rule } from '../../model/rules';
import { FILTER_RULES } from '../../options/filter-encryption';
import { topicDestination } from '../../options/kafka-topic';
import { pollersInOrder } from '../../options/pollers';
import { secretInRegion } from '../../options/same-place';

const DESTINATION = 'destinationConfig.onFailure.destination';
const RETRIES = 'maximumRetryAttempts';
/** Lambda's default for retries and for the age of a record. */
const FOREVER = -1;
const TO_A_TOPIC = matching(DESTINATION, new RegExp(`^${topicDestination('')}`), 'of a Kafka topic');
const POLLERS = 'provisionedPollerConfig';
const SOME_POLLERS = either(given(`${POLLERS}.minimumPollers`), given(`${POLLERS}.maximumPollers`), given(`${POLLERS}.pollerGroupName`));
const PROVISIONED: Condition = {
  ...given(POLLERS),
  // Of a construct that asks for pollers and gives no number, another rule says so.
  holds: (look, where) => (where.constructed ? given(POLLERS) : SOME_POLLERS).holds(look, where),
};
/** What the pollers that Lambda runs on demand do, unless they read as a share group. */
const ON_DEMAND = { why: 'on demand, Lambda retries a Kafka batch until it succeeds', page: guide('kafka-retry-configurations') };

const ENDLESS_RETRIES = equal(RETRIES, FOREVER);
const AGE = over('maximumRecordAgeInSeconds', FOREVER);
const BISECT = matching('bisectBatchOnFunctionError', /^true$/i, 'true');
const PARTIAL_RESPONSES = given('functionResponseTypes[]');
const QUEUE_MODE = equal(CONSUMPTION_MODE, ConsumptionMode.QUEUE);

/** A condition, but not of a mapping that reads as a share group, or may. */
function inStreamMode(condition: Condition): Condition {
  return { ...condition, holds: (look, where) => QUEUE_MODE.holds(look, where) === false && condition.holds(look, where) };
}

export function kafkaRules(block: KafkaBlock): Rule[] {
  return [
    ...FILTER_RULES,
    ...schemaRegistryRules(block),
    secretInRegion(`${block}.schemaRegistryConfig.${REGISTRY_ACCESS}`, { name: 'schema-registry-secret-in-region' }),
    pollersInOrder(guide('kafka-scaling-modes')),
    needs('retry-attempts-need-provisioned-mode', inStreamMode(over(RETRIES, FOREVER)), PROVISIONED, ON_DEMAND),
    needs('record-age-needs-provisioned-mode', inStreamMode(AGE), PROVISIONED, ON_DEMAND),
    needs('bisect-needs-provisioned-mode', inStreamMode(BISECT), PROVISIONED, ON_DEMAND),
    needs('partial-responses-need-provisioned-mode', inStreamMode(PARTIAL_RESPONSES), PROVISIONED, ON_DEMAND),
    needs('schema-registry-needs-provisioned-mode', given(`${block}.schemaRegistryConfig`), PROVISIONED, {
      why: 'only provisioned pollers know schemas',
      page: guide('services-consume-kafka-events'),
    }),
    needs('log-level-needs-provisioned-mode', given('loggingConfig.systemLogLevel'), PROVISIONED, {
      why: 'only provisioned pollers write a log',
      page: guide('esm-logging'),
    }),
    needs('failure-topic-needs-provisioned-mode', TO_A_TOPIC, PROVISIONED, {
      why: 'only provisioned pollers write to the cluster',
      page: guide('kafka-on-failure'),
    }),
    rule('failure-topic-is-source', 'topics[]', 'is its own failure topic', {
      why: 'what Lambda gave up would come back',
      page: guide('kafka-on-failure'),
    }, (look) => look.any('topics[]', (topic) => look.any(DESTINATION, (destination) => destination === topicDestination(String(topic))) === true)),
    excludes('endless-retries-with-failure-destination', inStreamMode(ENDLESS_RETRIES), { ...given(DESTINATION), words: 'a failure destination' }, {
      why: 'with a failure destination, Lambda stops at 10 retries: say how many you want',
      page: guide('kafka-retry-configurations'),
      severity: 'warning',
    }),
  ];
}

const SHARE_GROUP = { why: 'a share group has no position of its own', page: guide('polling-kafka-queue') };
/** What Lambda does with a batch that failed, beyond what it does by itself. */
const FAILURE_HANDLING = [over(RETRIES, 0), AGE, BISECT, PARTIAL_RESPONSES];

/** The rules of a mapping that reads as a share group. */
export const QUEUE_MODE_RULES: readonly Rule[] = [
  excludes('queue-mode-without-position', QUEUE_MODE, given('startingPosition'), SHARE_GROUP),
  excludes('queue-mode-without-window', QUEUE_MODE, given('maximumBatchingWindowInSeconds'), {
    ...SHARE_GROUP,
    why: 'records of a share group are not waited for',
  }),
  excludes('queue-mode-without-endless-retries', QUEUE_MODE, ENDLESS_RETRIES, {
    ...SHARE_GROUP,
    why: 'Lambda releases a record that failed to the broker, which delivers it again up to the group.share.delivery.count.limit of the share group',
  }),
  rule('queue-mode-on-demand', CONSUMPTION_MODE, 'may need provisioned pollers for retries, a record age, batches that are cut in two, and partial responses', {
    ...SHARE_GROUP,
    why: 'AWS does not document that pollers on demand, which read as a share group, have them',
    severity: 'warning',
  }, (look, where) => {
    if (!QUEUE_MODE.holds(look, where) || PROVISIONED.holds(look, where) !== false) return false;
    const handling = FAILURE_HANDLING.filter((condition) => condition.holds(look, where));
    return handling.length > 0 && `may need provisioned pollers for ${handling.map(({ subject }) => `{${subject}}`).join(', ')}`;
  }),
];
