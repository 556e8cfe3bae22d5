import type { ExpressEventSourceMappingProps } from './mapping';
import { TOPIC_TYPE } from './topic';
import { length } from '../../src/model/constraints';
import { defineContract } from '../../src/model/contract';
import { value } from '../../src/model/option-specs';
import { construct } from '../../src/model/option-types';
import { SOURCE_ARN } from '../../src/model/property-paths';
import { over, excludes, given } from '../../src/model/rules';
import { batchingWindowSpec, batchSizeSpec } from '../../src/options/batching';
import { COMMON_SPECS } from '../../src/options/common';
import { FUNCTION_METRICS } from '../../src/options/function-metrics';
import { sourceSpec } from '../../src/options/source';
import { duplicateRule } from '../../src/related/duplicates';

const CONFIG = 'expressEventSourceConfig';
const CHANNEL = `${CONFIG}.channel`;

export const CONTRACT = defineContract<ExpressEventSourceMappingProps>({
  id: 'express',
  title: 'Amazon Express topic',
  docs: 'https://example.com/express',
  recognition: {
    arn: { service: 'express' },
    resources: { [TOPIC_TYPE]: { attributes: ['PolledArn'] } },
    samEvent: { type: 'Express', source: 'Topic', places: { Channel: CHANNEL, Lane: `${CONFIG}.lane` } },
  },
  behaviour: {
    reads: [CHANNEL],
    concurrency: () => ({ count: 3 }),
    records: {
      noun: 'parcel',
      order: () => ({ within: 'lane', docs: 'https://example.com/express' }),
      failure: () => ({
        receives: { value: 4, of: 'the patience of the topic' },
        retention: { value: 7200, of: 'the depot' },
        isRetriedByLambda: false,
        holdsUp: 'the rest of its lane waits',
        expired: 'it is lost',
        docs: 'https://example.com/express',
      }),
      replacement: () => ({
        begins: 'finds all parcels that are still in the depot',
        isLost: false,
        docs: 'https://example.com/express',
      }),
    },
  },
  metrics: {
    facts: [
      ...FUNCTION_METRICS,
      {
        name: 'TopicAge',
        of: 'source',
        statistic: 'Maximum',
        unit: 'Seconds',
        says: 'age of the topic',
      },
      {
        name: 'LaneCount',
        of: 'mapping',
        statistic: 'Sum',
        unit: 'Count',
        needs: `${CONFIG}.lane`,
        says: 'records of a lane',
      },
    ],
    source: {
      type: TOPIC_TYPE,
      service: 'express',
      namespace: 'AWS/Express',
      dimension: 'TopicName',
      nameIn: { separator: '/', index: 1 },
    },
  },
  options: {
    topic: sourceSpec(
      {
        of: 'an Express topic',
        pattern: /^arn:aws:express:[^:]+:\d{12}:topic\/\w+$/,
        example: 'arn:aws:express:eu-west-1:123456789012:topic/a',
      },
      {
        rules: { required: 'topic-required', length: 'topic-length', arn: 'topic-arn' },
        type: construct(['topicArn'], 'an Express topic', 'make one with new CfnTopic(...)'),
        arnOf: (topic) => topic.topicArn,
        access: {
          permissions: [{ actions: ['express:Poll'], on: 'source', reason: 'Lambda polls the topic', at: SOURCE_ARN }],
        },
      },
    ),
    ...COMMON_SPECS,
    batchSize: batchSizeSpec({ max: 50, default: 7 }),
    maxBatchingWindow: batchingWindowSpec({ max: 20, default: '250 milliseconds', hasNoWayBack: true }),
    channel: value(CHANNEL, {
      required: { rule: 'channel-required', says: 'is required: it is the channel that Lambda reads' },
      constraints: [length('channel-length', 1, 9)],
      identity: { rule: 'channel-unknown-identity', outcome: 'ignored', says: 'the old channel is read on' },
      isKey: true,
      newerThanL1: 'ExpressEventSourceConfig.Channel',
    }),
    lane: value(`${CONFIG}.lane`, { createOnly: true, newerThanL1: 'ExpressEventSourceConfig.Lane' }),
  },
  rules: [
    excludes('lane-with-large-batch', given(`${CONFIG}.lane`), over('batchSize', 40), { reason: 'a lane is short' }),
  ],
  relatedRules: [duplicateRule(CHANNEL)],
});
