import { BATCHING_FIELDS, BatchingOptions } from './batching';
import { COMMON_FIELDS, MappingOptions, MappingTarget } from './common';
import { FILTER_ENCRYPTION_FIELDS, FILTER_ENCRYPTION_RULES, FilterEncryptionOptions } from './filter-encryption';
import { KafkaProvisionedMode, kafkaProvisionedModeFields } from './kafka-provisioned-mode';
import { length, pattern } from '../engine/constraints';
import { Fields, Rule, UsageRule } from '../engine/contract';
import { group, value } from '../engine/fields';
import { Condition, either, equal, excludes, given, matching, needs, notAbove, onlyWith, over, rule } from '../engine/rules';
import { FailureDestinationOptions, FAILURE_DESTINATION_USAGE, KAFKA_FAILURE_DESTINATION_FIELD } from '../values/failure-destination';
import { TOPIC_FIELD } from '../values/kafka-topic';
import { KafkaMetricGroup, metricsField } from '../values/metric-group';
import { CLOUDFORMATION, guide } from '../values/pages';
import { schemaRegistryRules } from '../values/schema-registry';

/** What the mapping of a Kafka topic can be told, wherever the topic is. */
export interface KafkaMappingOptions extends MappingOptions, BatchingOptions, FailureDestinationOptions, FilterEncryptionOptions {
  /**
   * The topic that Lambda reads: 1 to 249 letters, digits and - _ .
   *
   * It is part of the mapping's logical id: CloudFormation would report a change of it as done, and Lambda would not do it.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html
   */
  readonly topic: string;

  /**
   * The consumer group that Lambda reads as: 1 to 200 letters, digits and - / * : _ + = . @
   *
   * It can't be changed afterwards, and no other mapping or program may read as the same group.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-consumer-group-id.html
   * @default - the mapping's own id
   */
  readonly consumerGroupId?: string;

  /**
   * Pollers of the mapping's own, and what only they can do: retries, partial responses, schemas, logs, a failure topic.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-scaling-modes.html
   * @default - Lambda has pollers on demand
   */
  readonly provisionedMode?: KafkaProvisionedMode;

  /**
   * Groups of metrics that the mapping sends to CloudWatch, at a price per metric.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - no metrics of the mapping
   */
  readonly metrics?: KafkaMetricGroup[];
}

/** The part of the mapping's properties that is for the one kind of Kafka or the other. */
export type KafkaBlock = 'amazonManagedKafkaEventSourceConfig' | 'selfManagedKafkaEventSourceConfig';

export function kafkaFields(block: KafkaBlock): Fields<KafkaMappingOptions & MappingTarget> {
  return {
    ...COMMON_FIELDS,
    topic: TOPIC_FIELD,
    consumerGroupId: value(`${block}.consumerGroupId`, {
      constraints: [length(1, 200), pattern(/^[a-zA-Z0-9-/*:_+=.@]*$/, 'of letters, digits and - / * : _ + = . @')],
      identity: 'Lambda refuses the update',
      page: guide('kafka-consumer-group-id'),
    }),
    ...BATCHING_FIELDS,
    onFailure: KAFKA_FAILURE_DESTINATION_FIELD,
    ...FILTER_ENCRYPTION_FIELDS,
    metrics: metricsField(KafkaMetricGroup),
    provisionedMode: group(kafkaProvisionedModeFields(block), 'provisionedPollerConfig'),
  };
}

const DESTINATION = 'destinationConfig.onFailure.destination';
const RETRIES = 'maximumRetryAttempts';
/** Lambda's default for retries and for the age of a record. */
const FOREVER = -1;
const TO_A_TOPIC = matching(DESTINATION, /^kafka:\/\//, 'of a Kafka topic');
const PROVISIONED = given('provisionedPollerConfig');

export function kafkaRules(block: KafkaBlock): Rule[] {
  return [
    ...FILTER_ENCRYPTION_RULES,
    ...schemaRegistryRules(block),
    notAbove('pollers-in-order', 'provisionedPollerConfig.minimumPollers', 'provisionedPollerConfig.maximumPollers', {
      why: 'the maximum is at least the minimum',
      page: guide('kafka-scaling-modes'),
    }),
    ...onlyWith(PROVISIONED, {
      'retry-attempts-need-provisioned-mode': over(RETRIES, FOREVER),
      'record-age-needs-provisioned-mode': over('maximumRecordAgeInSeconds', FOREVER),
      'bisect-needs-provisioned-mode': equal('bisectBatchOnFunctionError', 'true'),
      'partial-responses-need-provisioned-mode': given('functionResponseTypes[]'),
    }, { why: 'on demand, Lambda retries a Kafka batch until it succeeds', page: guide('kafka-retry-configurations') }),
    ...onlyWith(PROVISIONED, { 'schema-registry-needs-provisioned-mode': given(`${block}.schemaRegistryConfig`) }, {
      why: 'only provisioned pollers know schemas',
      page: guide('services-consume-kafka-events'),
    }),
    ...onlyWith(PROVISIONED, { 'log-level-needs-provisioned-mode': given('loggingConfig.systemLogLevel') }, {
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
    }, (look) => look.any('topics[]', (topic) => look.any(DESTINATION, (destination) => destination === `kafka://${topic}`) === true)),
    excludes('endless-retries-with-failure-destination', equal(RETRIES, FOREVER), given(DESTINATION), {
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

export const KAFKA_USAGE: readonly UsageRule<KafkaMappingOptions>[] = [...FAILURE_DESTINATION_USAGE, {
  id: 'one-failure-destination',
  option: 'onFailure',
  severity: 'error',
  says: 'can\'t be combined with provisionedMode.onFailureTopic',
  why: 'a mapping has one failure destination',
  page: guide('kafka-on-failure'),
  isBroken: ({ onFailure, provisionedMode }) => onFailure !== undefined && provisionedMode?.onFailureTopic !== undefined,
}, {
  id: 'provisioned-mode-needs-pollers',
  option: 'provisionedMode',
  severity: 'error',
  says: 'needs minimumPollers or maximumPollers',
  why: 'without a number, Lambda does not provision pollers',
  page: guide('kafka-scaling-modes'),
  isBroken: ({ provisionedMode }) => provisionedMode !== undefined
    && provisionedMode.minimumPollers === undefined && provisionedMode.maximumPollers === undefined,
}];
