import { FILTER_RULES } from './filter-encryption';
import { KafkaBlock } from './kafka';
import { secretInRegion } from './same-place';
import { Rule } from '../engine/contract';
import { Condition, either, equal, excludes, given, matching, needs, notAbove, over, rule } from '../engine/rules';
import { topicDestination } from '../values/kafka-topic';
import { CLOUDFORMATION, guide } from '../values/pages';
import { schemaRegistryRules } from '../values/schema-registry';
import { REGISTRY_ACCESS } from '../values/schema-registry-authentication';

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
/** What the pollers that Lambda runs on demand do. */
const ON_DEMAND = { why: 'on demand, Lambda retries a Kafka batch until it succeeds', page: guide('kafka-retry-configurations') };

export function kafkaRules(block: KafkaBlock): Rule[] {
  return [
    ...FILTER_RULES,
    ...schemaRegistryRules(block),
    secretInRegion('schema-registry-secret-in-region', `${block}.schemaRegistryConfig.${REGISTRY_ACCESS}`),
    notAbove('pollers-in-order', 'provisionedPollerConfig.minimumPollers', 'provisionedPollerConfig.maximumPollers', {
      why: 'the maximum is at least the minimum',
      page: guide('kafka-scaling-modes'),
    }),
    needs('retry-attempts-need-provisioned-mode', over(RETRIES, FOREVER), PROVISIONED, ON_DEMAND),
    needs('record-age-needs-provisioned-mode', over('maximumRecordAgeInSeconds', FOREVER), PROVISIONED, ON_DEMAND),
    needs('bisect-needs-provisioned-mode', matching('bisectBatchOnFunctionError', /^true$/i, 'true'), PROVISIONED, ON_DEMAND),
    needs('partial-responses-need-provisioned-mode', given('functionResponseTypes[]'), PROVISIONED, ON_DEMAND),
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
    excludes('endless-retries-with-failure-destination', equal(RETRIES, FOREVER), { ...given(DESTINATION), words: 'a failure destination' }, {
      why: 'with a failure destination, Lambda stops at 10 retries: say how many you want',
      page: guide('kafka-retry-configurations'),
      severity: 'warning',
    }),
    ...regionRules(),
  ];
}

const LATE_REGIONS = ['cn-north-1', 'cn-northwest-1', 'il-central-1'];
const IN_A_LATE_REGION: Condition = {
  subject: '',
  words: `a Region of ${LATE_REGIONS.join(', ')}`,
  holds: (_look, { region }) => (region === undefined ? undefined : LATE_REGIONS.includes(region)),
};

/** What the CloudFormation schemas of a few Regions did not know when they were last seen. */
function regionRules(): Rule[] {
  const late = (id: string, condition: Condition) => excludes(id, condition, IN_A_LATE_REGION, {
    why: 'the CloudFormation schema of these Regions did not know it when last seen',
    page: CLOUDFORMATION,
    severity: 'warning',
  });
  return [
    late('log-level-in-region', given('loggingConfig.systemLogLevel')),
    late('poller-group-in-region', given('provisionedPollerConfig.pollerGroupName')),
    late('metrics-in-region', either(equal('metricsConfig.metrics[]', 'ErrorCount'), equal('metricsConfig.metrics[]', 'KafkaMetrics'))),
    late('failure-topic-in-region', TO_A_TOPIC),
  ];
}
