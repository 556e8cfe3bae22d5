import type { Duration } from 'aws-cdk-lib';
import { Fields } from '../engine/contract';
import { integer, seconds } from '../engine/fields';
import { CLOUDFORMATION } from '../values/pages';

/** How the batches of a broker or a database are made. */
export interface BatchingOptions {
  /**
   * How many records or messages a batch has at most: 1 to 10,000.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
   * @default 100
   */
  readonly batchSize?: number;

  /**
   * How long Lambda waits for a batch to fill, in whole seconds: 0 to 300.
   *
   * Once it has been set, Lambda's default can't be had back: only a new mapping has it.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html
   * @default - 500 milliseconds
   */
  readonly maxBatchingWindow?: Duration;
}

export const BATCHING_FIELDS: Fields<BatchingOptions> = {
  batchSize: integer('batchSize', { min: 1, max: 10_000, default: 100 }),
  maxBatchingWindow: seconds('maximumBatchingWindowInSeconds', {
    min: 0,
    max: 300,
    default: '500 milliseconds',
    hasNoWayBack: true,
    page: CLOUDFORMATION,
  }),
};
