import type { Duration } from 'aws-cdk-lib';
import { OptionSpec, OptionSpecs, PropertySpec } from '../model/contract';
import { CLOUDFORMATION } from '../model/docs';
import { integer, seconds } from '../model/option-specs';

/** How the batches of a broker or a database are made. */
export interface MappingBatchingOptions {
  /**
   * The maximum number of records or messages in a batch: 1 to 10,000.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default 100
   */
  readonly batchSize?: number;

  /**
   * The longest time that Lambda waits for a batch to fill, in whole seconds: 0 to 300.
   *
   * Once it has been set, Lambda's default can't be had back: only a new mapping has it.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html
   * @default - 500 milliseconds
   */
  readonly maxBatchingWindow?: Duration;
}

/** The number of records in a batch, of which each kind of source has another maximum or default. */
export function batchSizeSpec(facts: { readonly max: number; readonly default: number }): OptionSpec<number> {
  const rules = { wholeNumber: 'batch-size-whole-number', range: 'batch-size-range' };
  return integer('batchSize', { rules, min: 1, ...facts });
}

type WindowFacts = Pick<PropertySpec, 'default' | 'hasNoWayBack' | 'docs'> & { readonly max?: number };

export function batchingWindowSpec({ max = 300, ...facts }: WindowFacts): OptionSpec<Duration> {
  const rules = { wholeNumber: 'max-batching-window-whole-number', range: 'max-batching-window-range' };
  // The window is listed in whole seconds.
  const listedAs = typeof facts.default === 'string' ? 0 : undefined;
  return seconds('maximumBatchingWindowInSeconds', { rules, min: 0, max, listedAs, ...facts });
}

export const BATCHING_SPECS: OptionSpecs<MappingBatchingOptions> = {
  batchSize: batchSizeSpec({ max: 10_000, default: 100 }),
  maxBatchingWindow: batchingWindowSpec({ default: '500 milliseconds', hasNoWayBack: true, docs: CLOUDFORMATION }),
};
