import { batchingCases } from './batching.cases';
import { COMMON_CASES } from './common.cases';
import { failureDestinationCases } from './failure-destination.cases';
import { failureTopicCases } from './failure-topic.cases';
import { filterEncryptionCases } from './filter-encryption.cases';
import { filterCases, Filters } from './filters.cases';
import { limits } from './limits';
import { metricsCases } from './metrics.cases';
import { partialResponseCases } from './partial-responses.cases';
import { provisionedModeCases } from './provisioned-mode.cases';
import { retryCases } from './retries.cases';
import { schemaRegistryCases } from './schema-registry.cases';
import {
  FailureDestination,
  KafkaFilter,
  KafkaMappingOptions,
  KafkaMetricGroup,
  MappingTargetProps,
  RecordAge,
} from '../../../src';
import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';

export type KafkaProps = KafkaMappingOptions & MappingTargetProps & { filters?: KafkaFilter[] };
export type KafkaBlockName = 'AmazonManagedKafkaEventSourceConfig' | 'SelfManagedKafkaEventSourceConfig';

/** The cases that the topics of MSK and of other clusters share. */
export function kafkaCases(source: string, block: KafkaBlockName): Case<KafkaProps>[] {
  const filters: Filters<KafkaFilter> = {
    source,
    fromPattern: KafkaFilter.fromPattern,
    fromJson: KafkaFilter.fromJson,
    key: 'value',
    otherKeys: ['data', 'body', 'stringEquals', 'Value'],
    unseenKey: 'eventSource',
  };
  return [
    ...COMMON_CASES,
    ...topicCases(source),
    ...consumerGroupCases(source, block),
    ...batchingCases(source),
    ...retryCases<KafkaProps>({ source, props: provisioned, properties: provisionedProperties }),
    ...partialResponseCases<KafkaProps>({ source, props: provisioned, properties: provisionedProperties }),
    ...endlessRetriesCases(source),
    ...failureDestinationCases(source),
    ...failureTopicCases(source),
    ...metricsCases(source, KafkaMetricGroup.EVENT_COUNT),
    ...kafkaMetricsCases(),
    ...pollerCases(source),
    ...provisionedModeCases(source, block),
    ...schemaRegistryCases(source, block),
    ...filterCases(filters),
    ...filterEncryptionCases(filters),
  ];
}

function provisioned(options: KafkaProps['provisionedMode']): Partial<KafkaProps> {
  return { provisionedMode: { minimumPollers: 1, ...options } };
}

function provisionedProperties(properties: Properties): Properties {
  return { ProvisionedPollerConfig: { MinimumPollers: 1 }, ...properties };
}

function topicCases(source: string): Case<KafkaProps>[] {
  const rule = `${source}-topic`;
  const named = (what: string, topic: string, problems: string[]): Case<KafkaProps> => ({
    name: `topic ${what}`,
    props: () => ({ topic }),
    properties: { Topics: [topic] },
    problems,
  });
  return [
    named('of 2 characters', 'ab', []),
    named('of 1 character', 'a', [`${rule}-single-character`]),
    named('of no character', '', [`${rule}-length`, `${rule}-pattern`]),
    named('of 249 characters', 't'.repeat(249), []),
    named('of 250 characters', 't'.repeat(250), [`${rule}-length`]),
    named('of all kinds of characters', 'Clicks-2024_de.v1', []),
    named('with a dot at the start', '.clicks', [`${rule}-pattern`]),
    named('with a space', 'my clicks', [`${rule}-pattern`]),
    named('with a slash', 'de/clicks', [`${rule}-pattern`]),
    { name: 'topic a token', props: (f) => ({ topic: f.text }), problems: [`${rule}-unknown-identity`] },
    { name: 'topic a parameter', properties: { Topics: [{ Ref: 'Topic' }] }, problems: [] },
    { name: 'topics of a parameter', properties: { Topics: { Ref: 'Topics' } }, problems: [] },
    { name: 'topic of a condition', properties: { Topics: [{ 'Fn::If': ['A', 'clicks', '.'] }] }, problems: [] },
    { name: 'topics two', properties: { Topics: ['clicks', 'views'] }, problems: [`${rule}-count`] },
    { name: 'topics in no list', properties: { Topics: 'clicks' }, problems: [`${source}-malformed`] },
    { name: 'topics none', properties: { Topics: [] }, problems: [`${rule}-count`] },
    { name: 'topics missing', properties: { Topics: undefined }, problems: [`${rule}-required`] },
    { name: 'topics taken away', properties: { Topics: { Ref: 'AWS::NoValue' } }, problems: [`${rule}-required`] },
  ];
}

function consumerGroupCases(source: string, block: KafkaBlockName): Case<KafkaProps>[] {
  const rule = `${source}-consumer-group-id`;
  const group = (id: unknown) => ({ [block]: { ConsumerGroupId: id } });
  const named = (what: string, consumerGroupId: string, problems: string[]): Case<KafkaProps> => ({
    name: `consumer group ${what}`,
    props: () => ({ consumerGroupId }),
    properties: group(consumerGroupId),
    problems,
  });
  return [
    named('of 1 character', 'g', []),
    named('of 200 characters', 'g'.repeat(200), []),
    named('of 201 characters', 'g'.repeat(201), [`${rule}-length`]),
    named('of no character', '', [`${rule}-length`]),
    named('of all kinds of characters', 'aZ0-/*:_+=.@', []),
    named('with a space', 'my group', [`${rule}-space`]),
    named('with a forbidden character', 'group#1', [`${rule}-pattern`]),
    {
      name: 'consumer group a token',
      props: (f) => ({ consumerGroupId: f.lazyText }),
      problems: [`${rule}-unknown-identity`],
    },
    { name: 'consumer group a parameter', properties: group({ Ref: 'Group' }), problems: [] },
    { name: 'consumer group taken away', properties: group({ Ref: 'AWS::NoValue' }), problems: [] },
    {
      name: 'consumer group of a condition',
      properties: { [block]: { 'Fn::If': ['A', { ConsumerGroupId: '#' }, { Ref: 'AWS::NoValue' }] } },
      problems: [],
    },
  ];
}

function endlessRetriesCases(source: string): Case<KafkaProps>[] {
  const rule = `${source}-endless-retries-with-failure-destination`;
  const Destination = 'arn:aws:sqs:us-east-1:123456789012:dead-letters';
  const toQueue = { DestinationConfig: { OnFailure: { Destination } } };
  return [
    {
      name: 'endless retries with a failure destination',
      props: (f) => ({ ...provisioned({ retryAttempts: -1 }), onFailure: FailureDestination.queue(f.deadLetters) }),
      properties: provisionedProperties({ ...toQueue, MaximumRetryAttempts: -1 }),
      problems: [rule],
    },
    {
      name: 'a retry with a failure destination',
      props: (f) => ({
        ...provisioned({ retryAttempts: 0, maxRecordAge: RecordAge.INFINITE }),
        onFailure: FailureDestination.queue(f.deadLetters),
      }),
      properties: provisionedProperties({ ...toQueue, MaximumRetryAttempts: 0, MaximumRecordAgeInSeconds: -1 }),
      problems: [],
    },
    {
      name: 'retries of a token with a failure destination',
      props: (f) => ({
        ...provisioned({ retryAttempts: f.number }),
        onFailure: FailureDestination.queue(f.deadLetters),
      }),
      properties: provisionedProperties({ ...toQueue, MaximumRetryAttempts: { Ref: 'Retries' } }),
      problems: [],
    },
    {
      name: 'endless retries with a failure destination that may be',
      properties: provisionedProperties({
        DestinationConfig: { 'Fn::If': ['A', { OnFailure: { Destination } }, { Ref: 'AWS::NoValue' }] },
        MaximumRetryAttempts: -1,
      }),
      problems: [],
    },
  ];
}

function kafkaMetricsCases(): Case<KafkaProps>[] {
  const groups = ['EventCount', 'ErrorCount', 'KafkaMetrics'];
  return ['us-east-1', 'cn-north-1', 'il-central-1'].map((region): Case<KafkaProps> => ({
    name: `metrics all, in ${region}`,
    region,
    props: () => ({ metricGroups: Object.values(KafkaMetricGroup) }),
    properties: { MetricsConfig: { Metrics: groups } },
    problems: [],
  }));
}

function pollerCases(source: string): Case<KafkaProps>[] {
  const both = (minimumPollers: number, maximumPollers: number, problems: string[]): Case<KafkaProps> => ({
    name: `pollers ${minimumPollers} to ${maximumPollers}`,
    props: () => ({ provisionedMode: { minimumPollers, maximumPollers } }),
    properties: { ProvisionedPollerConfig: { MinimumPollers: minimumPollers, MaximumPollers: maximumPollers } },
    problems,
  });
  return [
    ...limits<KafkaProps>({
      rule: `${source}-minimum-pollers`,
      min: 1,
      max: 200,
      props: (minimumPollers) => ({ provisionedMode: { minimumPollers } }),
      properties: (amount) => ({ ProvisionedPollerConfig: { MinimumPollers: amount } }),
    }),
    ...limits<KafkaProps>({
      rule: `${source}-maximum-pollers`,
      min: 1,
      max: 2000,
      props: (maximumPollers) => ({ provisionedMode: { maximumPollers } }),
      properties: (amount) => ({ ProvisionedPollerConfig: { MaximumPollers: amount } }),
    }),
    both(1, 1, []),
    both(200, 2000, []),
    both(2, 1, [`${source}-pollers-in-order`]),
    {
      name: 'pollers as texts',
      properties: { ProvisionedPollerConfig: { MinimumPollers: '9', MaximumPollers: '10' } },
      problems: [],
    },
    {
      name: 'pollers of which one is unknown',
      properties: { ProvisionedPollerConfig: { MinimumPollers: 100, MaximumPollers: { Ref: 'Max' } } },
      problems: [],
    },
  ];
}
