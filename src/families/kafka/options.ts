import { SCALING_MODES_DOCS } from './docs';
import { KafkaProvisionedModeOptions, kafkaProvisionedModeSpecs } from './provisioned-mode';
import { KAFKA_RECORDS } from './records';
import { Behaviour } from '../../model/behaviour';
import { characters, length, pattern } from '../../model/constraints';
import { OptionSpecs, UsageRule } from '../../model/contract';
import { guide } from '../../model/docs';
import { group, value } from '../../model/option-specs';
import { BATCHING_SPECS, MappingBatchingOptions } from '../../options/batching';
import { COMMON_SPECS, MappingOptions, MappingTargetProps } from '../../options/common';
import {
  MappingFailureDestinationOptions,
  FAILURE_DESTINATION_USAGE,
  KAFKA_FAILURE_DESTINATION_SPEC,
} from '../../options/failure-destination';
import { FILTER_ENCRYPTION_SPECS, MappingFilterEncryptionOptions } from '../../options/filter-encryption';
import { TOPIC_SPEC } from '../../options/kafka-topic';
import { KafkaMetricGroup, metricsSpec } from '../../options/metric-group';
import { NETWORK_INTERFACE_SPECS, MappingNetworkInterfaceOptions } from '../../options/network-interfaces';
import { maximumPollers, POLLER_CONFIG } from '../../options/pollers';

/** Options for the mapping of a Kafka topic, wherever the topic is. */
export interface KafkaMappingOptions
  extends
    MappingOptions,
    MappingBatchingOptions,
    MappingFailureDestinationOptions,
    MappingFilterEncryptionOptions,
    MappingNetworkInterfaceOptions {
  /**
   * The topic that Lambda reads: 1 to 249 letters, digits, dots, - and _
   *
   * It is part of the mapping's logical id: CloudFormation would report a change of it as done, and Lambda would not do
   * it.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html
   */
  readonly topic: string;

  /**
   * The consumer group that Lambda reads as: 1 to 200 letters, digits, dots and - / * : _ + = @
   *
   * It can't be changed afterwards, and no other mapping or program may read as the same group.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-consumer-group-id.html
   * @default - the mapping's own id
   */
  readonly consumerGroupId?: string;

  /**
   * Pollers of the mapping's own, and what only they can do: retries, partial responses, schemas, logs, a failure
   * topic.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-scaling-modes.html
   * @default - Lambda has pollers on demand
   */
  readonly provisionedMode?: KafkaProvisionedModeOptions;

  /**
   * Groups of metrics that the mapping sends to CloudWatch, at a price per metric.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - no metrics of the mapping
   */
  readonly metricGroups?: KafkaMetricGroup[];
}

/** The part of the mapping's properties that is for the one kind of Kafka or the other. */
export type KafkaBlock = 'amazonManagedKafkaEventSourceConfig' | 'selfManagedKafkaEventSourceConfig';

export function kafkaSpecs(
  block: KafkaBlock,
): OptionSpecs<KafkaMappingOptions & MappingTargetProps, MappingTargetProps> {
  return {
    ...COMMON_SPECS,
    topic: TOPIC_SPEC,
    consumerGroupId: value(`${block}.consumerGroupId`, {
      constraints: [
        length('consumer-group-id-length', 1, 200),
        characters('consumer-group-id-pattern', /^[a-zA-Z0-9-/*:_+=.@ ]*$/, 'letters, digits and - / * : _ + = . @'),
        {
          ...pattern('consumer-group-id-space', /^[^ ]*$/, 'no space', 'has a space'),
          severity: 'warning',
          reason: 'Lambda accepts it, but the CloudFormation schema does not allow it',
        },
      ],
      identity: { rule: 'consumer-group-id-unknown-identity', outcome: 'refused', says: 'Lambda refuses the update' },
      goesOn:
        'The consumer group is there already, so that Lambda ignores the starting position and goes on from the ' +
        'offsets that the group has committed. AWS wants a group in one Kafka event source only, and the old mapping ' +
        'is still there when the new one is made: give the new one another group, or deploy once without the mapping',
      docs: guide('kafka-consumer-group-id'),
    }),
    ...BATCHING_SPECS,
    // Before onFailure: what a rule says of the destination of a mapping with pollers is said of a topic.
    provisionedMode: group(kafkaProvisionedModeSpecs(block), POLLER_CONFIG),
    onFailure: KAFKA_FAILURE_DESTINATION_SPEC,
    ...FILTER_ENCRYPTION_SPECS,
    ...NETWORK_INTERFACE_SPECS,
    metricGroups: metricsSpec(KafkaMetricGroup),
  };
}

/** So much a second comes from one poller. */
const MEGABYTES_OF_A_KAFKA_POLLER = 5;

/** One consumer reads a partition at a time. */
export const KAFKA_BEHAVIOUR: Behaviour = {
  reads: ['topics[]'],
  records: KAFKA_RECORDS,
  rate: (reader) =>
    reader.has(POLLER_CONFIG)
      ? { megabytes: MEGABYTES_OF_A_KAFKA_POLLER, unit: 'pollers', count: maximumPollers(reader) }
      : undefined,
  concurrency: () => ({ unit: 'partitions of the topic' }),
};

/** The places, in a mapping, of what AWS SAM writes beside the other properties of an event. */
export function samPlaces(block: KafkaBlock): { readonly [property: string]: string } {
  return { ConsumerGroupId: `${block}.consumerGroupId`, SchemaRegistryConfig: `${block}.schemaRegistryConfig` };
}

export const KAFKA_USAGE: readonly UsageRule<KafkaMappingOptions>[] = [
  ...FAILURE_DESTINATION_USAGE,
  {
    name: 'one-failure-destination',
    option: 'onFailure',
    severity: 'error',
    says: "can't be combined with {provisionedMode.onFailureTopic}",
    reason: 'a mapping has one failure destination',
    docs: guide('kafka-on-failure'),
    isBroken: ({ onFailure, provisionedMode }) =>
      onFailure !== undefined && provisionedMode?.onFailureTopic !== undefined,
  },
  {
    name: 'provisioned-mode-needs-pollers',
    option: 'provisionedMode',
    severity: 'error',
    says: 'needs {minimumPollers} or {maximumPollers}',
    reason: 'without a number, Lambda does not provision pollers',
    docs: SCALING_MODES_DOCS,
    isBroken: ({ provisionedMode }) =>
      provisionedMode !== undefined &&
      provisionedMode.minimumPollers === undefined &&
      provisionedMode.maximumPollers === undefined,
  },
];
