import { QUEUE_SCALING_DOCS } from './docs';
import { OptionSpec, Properties, Rule } from '../../model/contract';
import { propertySpec, wholeNumberIn } from '../../model/option-specs';
import { instance } from '../../model/option-types';
import { at } from '../../model/paths';
import { Condition, either, excludes, given } from '../../model/rules';
import {
  MINIMUM_POLLERS,
  MINIMUM_POLLERS_RULES,
  DEFAULT_MAXIMUM_POLLERS,
  MAXIMUM_POLLERS,
  MAXIMUM_POLLERS_RULES,
  POLLER_CONFIG,
  pollersInOrder,
} from '../../options/pollers';

/** How many pollers a mapping has, while it is provisioned. */
export interface SqsPollerOptions {
  /**
   * The minimum number of pollers: 2 to 200.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
   * @default 2
   */
  readonly minimumPollers?: number;

  /**
   * The maximum number of pollers: 2 to 10,000.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
   * @default 200
   */
  readonly maximumPollers?: number;
}

/**
 * The way in which a queue's mapping scales: up to a maximum concurrency, or with its own pollers. Never both.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 * @example
 * import { SqsEventSourceMapping, SqsScaling } from 'cdk-event-source-mappings';
 *
 * new SqsEventSourceMapping(this, 'Jobs', {
 *   queue,
 *   target: handler,
 *   scaling: SqsScaling.maxConcurrency(50),
 * });
 */
export class SqsScaling {
  /**
   * Limits how many invocations the queue can cause at a time.
   *
   * @param maximum 2 to 1,000
   */
  public static maxConcurrency(maximum: number): SqsScaling {
    return new SqsScaling(at('scalingConfig.maximumConcurrency', maximum));
  }

  /**
   * Keeps pollers for this queue alone, which scale faster, at a price.
   *
   * @param pollers how many; at least one of the two numbers
   */
  public static provisioned(pollers: SqsPollerOptions): SqsScaling {
    return new SqsScaling({ provisionedPollerConfig: { ...pollers } });
  }

  private constructor(
    /** @internal */
    public readonly _properties: Properties,
  ) {}

  /** @internal */
  public get _provisionsNothing(): boolean {
    const pollers = this._properties.provisionedPollerConfig as SqsPollerOptions | undefined;
    return pollers !== undefined && pollers.minimumPollers === undefined && pollers.maximumPollers === undefined;
  }
}

export const SQS_SCALING_SPEC: OptionSpec<SqsScaling> = {
  properties: [
    propertySpec('scalingConfig.maximumConcurrency', {
      option: 'maxConcurrency',
      constraints: wholeNumberIn(
        { min: 2, max: 1000 },
        {
          wholeNumber: 'max-concurrency-whole-number',
          range: 'max-concurrency-range',
        },
      ),
      docs: QUEUE_SCALING_DOCS,
    }),
    propertySpec(POLLER_CONFIG, { option: 'provisioned', docs: QUEUE_SCALING_DOCS }),
    propertySpec(MINIMUM_POLLERS, {
      option: 'minimumPollers',
      constraints: wholeNumberIn({ min: 2, max: 200 }, MINIMUM_POLLERS_RULES),
      default: 2,
      docs: QUEUE_SCALING_DOCS,
    }),
    propertySpec(MAXIMUM_POLLERS, {
      option: 'maximumPollers',
      constraints: wholeNumberIn({ min: 2, max: 10_000 }, MAXIMUM_POLLERS_RULES),
      default: DEFAULT_MAXIMUM_POLLERS,
      docs: QUEUE_SCALING_DOCS,
    }),
  ],
  type: instance(SqsScaling, 'maxConcurrency(50)'),
  render: (scaling) => scaling._properties,
};

const SOME_POLLERS: Condition = {
  ...either(given(MINIMUM_POLLERS), given(MAXIMUM_POLLERS)),
  words: given(POLLER_CONFIG).words,
};

export const SQS_SCALING_RULES: readonly Rule[] = [
  excludes('one-way-to-scale', given('scalingConfig.maximumConcurrency'), SOME_POLLERS, {
    reason: 'a mapping has either a maximum concurrency or provisioned pollers',
    docs: QUEUE_SCALING_DOCS,
  }),
  pollersInOrder(QUEUE_SCALING_DOCS),
];
