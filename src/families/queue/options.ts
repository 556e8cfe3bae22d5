import { QUEUE_SCALING_DOCS } from './docs';
import { queueRecords } from './records';
import { SQS_SCALING_SPEC, SQS_SCALING_RULES, SqsScaling } from './scaling';
import { Behaviour, Concurrency } from '../../model/behaviour';
import { OptionSpecs, Rule, UsageRule } from '../../model/contract';
import { construct } from '../../model/option-types';
import { PolledResource, SamEvent } from '../../model/recognition';
import { isPresent } from '../../model/tokens';
import { COMMON_SPECS, MappingOptions, MappingTargetProps } from '../../options/common';
import { FILTER_ENCRYPTION_SPECS, FILTER_RULES, MappingFilterEncryptionOptions } from '../../options/filter-encryption';
import { MetricGroup, metricsSpec } from '../../options/metric-group';
import { PARTIAL_BATCH_RESPONSE_SPECS, MappingPartialBatchResponseOptions } from '../../options/partial-batch-response';
import { maximumPollers, POLLER_CONFIG } from '../../options/pollers';
import { QUEUE_TYPE } from '../../options/queue-resource';
import { sameRegion } from '../../options/same-place';
import { SourceRules } from '../../options/source';

/** Options for the mapping of an SQS queue, standard or FIFO. */
export interface QueueMappingOptions
  extends MappingOptions, MappingPartialBatchResponseOptions, MappingFilterEncryptionOptions {
  /**
   * The way in which the mapping scales: up to a maximum concurrency, or with its own pollers.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
   * @default - up to what the account's concurrency allows
   */
  readonly scaling?: SqsScaling;

  /**
   * Groups of metrics that the mapping sends to CloudWatch, at a price per metric.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   * @default - no metrics of the mapping
   */
  readonly metricGroups?: MetricGroup[];
}

/** The type of the option that is the source. */
export const QUEUE = construct(
  ['queueRef'],
  'a queue of aws-sqs',
  "import it with Queue.fromQueueArn(this, 'Queue', arn)",
);

export const QUEUE_SOURCE_RULES: SourceRules = { required: 'queue-required', length: 'queue-length', arn: 'queue-arn' };

export const QUEUE_SPECS: OptionSpecs<QueueMappingOptions & MappingTargetProps> = {
  ...COMMON_SPECS,
  scaling: SQS_SCALING_SPEC,
  ...PARTIAL_BATCH_RESPONSE_SPECS,
  ...FILTER_ENCRYPTION_SPECS,
  metricGroups: metricsSpec(MetricGroup),
};

export const QUEUE_RULES: readonly Rule[] = [
  ...FILTER_RULES,
  ...SQS_SCALING_RULES,
  sameRegion('queue-in-region', 'eventSourceArn', 'eventSourceArn', {
    reason: 'the queue can be in another account, but must be in the Region of the function',
  }),
];

export const QUEUE_USAGE: readonly UsageRule<QueueMappingOptions>[] = [
  {
    name: 'provisioned-needs-pollers',
    option: 'scaling',
    severity: 'error',
    says: 'is provisioned, but with neither {minimumPollers} nor {maximumPollers}',
    reason: 'without a number, Lambda does not provision pollers',
    docs: QUEUE_SCALING_DOCS,
    isBroken: ({ scaling }) => scaling?._provisionsNothing === true,
  },
];

/** The properties that both kinds of queue have. */
export const POLLED_QUEUE: PolledResource = {
  attributes: ['Arn'],
  replacement: { by: ['QueueName', 'FifoQueue'], name: 'QueueName' },
};

export const QUEUE_EVENT: SamEvent = {
  type: 'SQS',
  source: 'Queue',
  subscription: {
    event: 'SNS',
    property: 'SqsSubscription',
    makes: QUEUE_TYPE,
    given: 'QueueArn',
    passedOn: ['BatchSize', 'Enabled'],
  },
};

/** Whether an ARN, of which the unknown parts are `*`, is that of a FIFO queue. */
export function isFifoArn(arn: string): boolean | undefined {
  if (arn.endsWith('.fifo')) return true;
  return arn.endsWith('*') ? undefined : false;
}

/** The words of templates for a queue. */
export function isFifoQueue(fifoQueue: unknown): boolean | undefined {
  if (isPresent(fifoQueue) === false) return false;
  const text = String(fifoQueue).toLowerCase();
  return ['true', 'false'].includes(text) ? text === 'true' : undefined;
}

/** So many batches at a time come from one poller. */
const BATCHES_OF_A_POLLER = 10;

/** So much a second comes from one poller. */
const MEGABYTES_OF_A_QUEUE_POLLER = 1;
/** Lambda processes so many batches of a queue at a time on demand. */
const MOST_BATCHES_ON_DEMAND: Concurrency = { count: 1250, from: "Lambda's limit without provisioned pollers" };
const MESSAGE_GROUPS: Concurrency = { unit: 'message groups' };

/**
 * Lambda scales a mapping of a queue up to its maximum concurrency, or to its pollers; without either, to what the
 * source allows.
 */
export function queueBehaviour(isFifo: boolean): Behaviour {
  const otherwise = isFifo ? MESSAGE_GROUPS : MOST_BATCHES_ON_DEMAND;
  return {
    records: queueRecords(isFifo),
    rate: (reader) =>
      reader.has(POLLER_CONFIG)
        ? { megabytes: MEGABYTES_OF_A_QUEUE_POLLER, unit: 'pollers', count: maximumPollers(reader) }
        : undefined,
    concurrency: (reader) => {
      const [maximum] = reader.values('scalingConfig.maximumConcurrency');
      if (maximum !== undefined) return { count: maximum, from: 'the maximum concurrency of the mapping' };
      if (!reader.has(POLLER_CONFIG)) return otherwise;
      return { count: maximumPollers(reader), unit: 'pollers', times: BATCHES_OF_A_POLLER };
    },
  };
}

/** The answers of Lambda to options of other sources. */
export const QUEUE_UNSUPPORTED = {
  startingPosition: { reason: 'Lambda answers "StartingPosition is not valid for SQS event sources."' },
  maximumRetryAttempts: { reason: 'how often a message is retried is up to the redrive policy of the queue' },
  destinationConfig: { reason: 'messages that fail go to the dead-letter queue in the redrive policy of the queue' },
};
