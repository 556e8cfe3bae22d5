import { ConsumptionMode } from './consumption-mode';
import { SCALING_MODES_DOCS, SCHEMA_REGISTRY_DOCS } from './docs';
import { KafkaBlock } from './options';
import { CONSUMPTION_MODE, POLLER_GROUP_NAME } from './places';
import { schemaRegistryRules } from './schema-registry';
import { REGISTRY_ACCESS } from './schema-registry-authentication';
import { Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { FAILURE_DESTINATION } from '../../model/property-paths';
import { Condition, either, equal, excludes, given, matching, needs, over, rule } from '../../model/rules';
import { FILTER_RULES } from '../../options/filter-encryption';
import { topicDestination } from '../../options/kafka-topic';
import { MAXIMUM_POLLERS, MINIMUM_POLLERS, POLLER_CONFIG, pollersInOrder } from '../../options/pollers';
import { secretInRegion } from '../../options/same-place';

const RETRIES = 'maximumRetryAttempts';
/** Lambda's default for retries and for the age of a record. */
const FOREVER = -1;
const TO_A_TOPIC = matching(FAILURE_DESTINATION, new RegExp(`^${topicDestination('')}`), 'of a Kafka topic');
const ANY_POLLER_SETTING = either(given(MINIMUM_POLLERS), given(MAXIMUM_POLLERS), given(POLLER_GROUP_NAME));
const PROVISIONED: Condition = {
  ...given(POLLER_CONFIG),
  // Another rule reports a construct that has provisioned mode without a number.
  holds: (reader, context) => (context.constructed ? given(POLLER_CONFIG) : ANY_POLLER_SETTING).holds(reader, context),
};
/** The behaviour of the pollers that Lambda runs on demand, unless they read as a share group. */
const ON_DEMAND = {
  reason: 'on demand, Lambda retries a Kafka batch until it succeeds',
  docs: guide('kafka-retry-configurations'),
};

const ENDLESS_RETRIES = equal(RETRIES, FOREVER);
const AGE = over('maximumRecordAgeInSeconds', FOREVER);
const BISECT = matching('bisectBatchOnFunctionError', /^true$/i, 'true');
const PARTIAL_RESPONSES = given('functionResponseTypes[]');
const QUEUE_MODE = equal(CONSUMPTION_MODE, ConsumptionMode.QUEUE);

/** A condition, but not of a mapping that reads as a share group, or may. */
function inStreamMode(condition: Condition): Condition {
  return {
    ...condition,
    holds: (reader, context) => QUEUE_MODE.holds(reader, context) === false && condition.holds(reader, context),
  };
}

export function kafkaRules(block: KafkaBlock): Rule[] {
  return [
    ...FILTER_RULES,
    ...schemaRegistryRules(block),
    secretInRegion(`${block}.schemaRegistryConfig.${REGISTRY_ACCESS}`, { name: 'schema-registry-secret-in-region' }),
    pollersInOrder(SCALING_MODES_DOCS),
    needs('retry-attempts-need-provisioned-mode', inStreamMode(over(RETRIES, FOREVER)), PROVISIONED, ON_DEMAND),
    needs('record-age-needs-provisioned-mode', inStreamMode(AGE), PROVISIONED, ON_DEMAND),
    needs('bisect-needs-provisioned-mode', inStreamMode(BISECT), PROVISIONED, ON_DEMAND),
    needs('partial-responses-need-provisioned-mode', inStreamMode(PARTIAL_RESPONSES), PROVISIONED, ON_DEMAND),
    needs('schema-registry-needs-provisioned-mode', given(`${block}.schemaRegistryConfig`), PROVISIONED, {
      reason: 'only provisioned pollers support schema registries',
      docs: SCHEMA_REGISTRY_DOCS,
    }),
    needs('log-level-needs-provisioned-mode', given('loggingConfig.systemLogLevel'), PROVISIONED, {
      reason: 'only provisioned pollers write a log',
      docs: guide('esm-logging'),
    }),
    needs('failure-topic-needs-provisioned-mode', TO_A_TOPIC, PROVISIONED, {
      reason: 'only provisioned pollers write to the cluster',
      docs: guide('kafka-on-failure'),
    }),
    rule(
      'failure-topic-is-source',
      'topics[]',
      'is its own failure topic',
      {
        reason: 'Lambda would read the failed records again',
        docs: guide('kafka-on-failure'),
      },
      (reader) =>
        reader.any(
          'topics[]',
          (topic) =>
            reader.any(FAILURE_DESTINATION, (destination) => destination === topicDestination(String(topic))) === true,
        ),
    ),
    excludes(
      'endless-retries-with-failure-destination',
      inStreamMode(ENDLESS_RETRIES),
      { ...given(FAILURE_DESTINATION), words: 'a failure destination' },
      {
        reason: 'with a failure destination, Lambda stops at 10 retries: say how many you want',
        docs: guide('kafka-retry-configurations'),
        severity: 'warning',
      },
    ),
  ];
}

const SHARE_GROUP = {
  reason: 'a share group takes no starting position from the mapping',
  docs: guide('polling-kafka-queue'),
};
/** The settings for a batch that failed, beyond what Lambda does by itself. */
const FAILURE_HANDLING = [over(RETRIES, 0), AGE, BISECT, PARTIAL_RESPONSES];

/** The rules of a mapping that reads as a share group. */
export const QUEUE_MODE_RULES: readonly Rule[] = [
  excludes('queue-mode-without-position', QUEUE_MODE, given('startingPosition'), SHARE_GROUP),
  excludes('queue-mode-without-window', QUEUE_MODE, given('maximumBatchingWindowInSeconds'), {
    ...SHARE_GROUP,
    reason: 'records of a share group are not waited for',
  }),
  excludes('queue-mode-without-endless-retries', QUEUE_MODE, ENDLESS_RETRIES, {
    ...SHARE_GROUP,
    reason:
      'Lambda releases a record that failed to the broker, which delivers it again up to the ' +
      'group.share.delivery.count.limit of the share group',
  }),
  rule(
    'queue-mode-on-demand',
    CONSUMPTION_MODE,
    'may need provisioned pollers for retries, a record age, batches that are cut in two, and partial responses',
    {
      ...SHARE_GROUP,
      reason: 'AWS does not document that pollers on demand, which read as a share group, have them',
      severity: 'warning',
    },
    (reader, context) => {
      if (!QUEUE_MODE.holds(reader, context) || PROVISIONED.holds(reader, context) !== false) return false;
      const handling = FAILURE_HANDLING.filter((condition) => condition.holds(reader, context));
      return (
        handling.length > 0 &&
        `may need provisioned pollers for ${handling.map(({ subject }) => `{${subject}}`).join(', ')}`
      );
    },
  ),
];
