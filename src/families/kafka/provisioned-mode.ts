import { ConsumptionMode } from './consumption-mode';
import { SCALING_MODES_DOCS } from './docs';
import { POLLER_GROUP_NAME } from './places';
import { SchemaRegistry, schemaRegistrySpec } from './schema-registry';
import { characters, choice, length } from '../../model/constraints';
import { OptionSpecs, ModeDefault } from '../../model/contract';
import { guide } from '../../model/docs';
import { integer, value } from '../../model/option-specs';
import { FAILURE_TOPIC_SPEC } from '../../options/kafka-topic';
import { PARTIAL_BATCH_RESPONSE_SPECS, MappingPartialBatchResponseOptions } from '../../options/partial-batch-response';
import {
  DEFAULT_MAXIMUM_POLLERS,
  MAXIMUM_POLLERS,
  MAXIMUM_POLLERS_RULES,
  MINIMUM_POLLERS,
  MINIMUM_POLLERS_RULES,
} from '../../options/pollers';
import { RETRY_SPECS, MappingRetryOptions } from '../../options/retries';

/** The messages that the pollers of a mapping write into the function's log. */
export enum PollerLogLevel {
  /** All that they do. */
  DEBUG = 'DEBUG',
  /** Normal operation. */
  INFO = 'INFO',
  /** What went wrong, or nearly. */
  WARN = 'WARN',
}

/**
 * Pollers of the mapping's own, at a price, and what only they can do.
 *
 * At least one of `minimumPollers` and `maximumPollers` has to be set.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-scaling-modes.html
 */
export interface KafkaProvisionedModeOptions extends MappingRetryOptions, MappingPartialBatchResponseOptions {
  /**
   * The minimum number of pollers: 1 to 200.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-scaling-modes.html
   * @default 1
   */
  readonly minimumPollers?: number;

  /**
   * The maximum number of pollers: 1 to 2,000. More than the topic has partitions are of no use.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-scaling-modes.html
   * @default 200
   */
  readonly maximumPollers?: number;

  /**
   * A group of mappings in the same VPC that share pollers: at most 128 letters, digits, - and _; an empty text leaves
   * the group.
   *
   * A group has at most 100 mappings, and their maximum pollers add up to at most 2,000.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-scaling-modes.html
   * @default - the mapping's pollers are its own
   */
  readonly pollerGroupName?: string;

  /**
   * A topic of the same cluster, other than the one that is read, for records that are no longer retried. Instead of
   * `onFailure`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure.html
   * @default - records that are no longer retried go to `onFailure`, or are lost
   */
  readonly onFailureTopic?: string;

  /**
   * The registry of the records' schemas.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-consume-kafka-events.html
   * @default - records reach the function as they are
   */
  readonly schemaRegistry?: SchemaRegistry;

  /**
   * The level of the messages that the pollers write into the function's log.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/esm-logging.html
   * @default - nothing
   */
  readonly logLevel?: PollerLogLevel;
}

function queueMode(block: string, byDefault: number): ModeDefault {
  return { property: `${block}.consumptionMode`, value: ConsumptionMode.QUEUE, default: byDefault };
}

export function kafkaProvisionedModeSpecs(block: string): OptionSpecs<KafkaProvisionedModeOptions> {
  const docs = SCALING_MODES_DOCS;
  return {
    minimumPollers: integer(MINIMUM_POLLERS, { rules: MINIMUM_POLLERS_RULES, min: 1, max: 200, default: 1, docs }),
    maximumPollers: integer(MAXIMUM_POLLERS, {
      rules: MAXIMUM_POLLERS_RULES,
      min: 1,
      max: 2000,
      default: DEFAULT_MAXIMUM_POLLERS,
      docs,
    }),
    pollerGroupName: value(POLLER_GROUP_NAME, {
      constraints: [
        length('poller-group-name-length', 0, 128),
        characters('poller-group-name-pattern', /^[a-zA-Z0-9-_]*$/, 'letters, digits, - and _'),
      ],
      docs,
    }),
    ...RETRY_SPECS,
    retryAttempts: {
      ...RETRY_SPECS.retryAttempts,
      properties: RETRY_SPECS.retryAttempts.properties.map((one) => ({ ...one, defaultIn: queueMode(block, 0) })),
    },
    ...PARTIAL_BATCH_RESPONSE_SPECS,
    onFailureTopic: FAILURE_TOPIC_SPEC,
    schemaRegistry: schemaRegistrySpec(block),
    logLevel: value('loggingConfig.systemLogLevel', {
      constraints: [choice('log-level-choice', Object.values(PollerLogLevel))],
      docs: guide('esm-logging'),
    }),
  };
}
