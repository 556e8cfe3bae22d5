import { Duration } from 'aws-cdk-lib';
import { limits } from './limits';
import type { MappingBatchingOptions } from '../../../src';
import type { Case } from '../../cases';

/** Batches of at most 10,000, and a window of at most 5 minutes. */
export function batchingCases(source: string): Case<MappingBatchingOptions>[] {
  return [
    ...limits<MappingBatchingOptions>({
      rule: `${source}-batch-size`,
      min: 1,
      max: 10_000,
      props: (batchSize) => ({ batchSize }),
      properties: (amount) => ({ BatchSize: amount }),
    }),
    ...windowCases(source),
    // The API reference says otherwise, but Lambda itself makes such mappings.
    {
      name: 'large batch without a window',
      props: () => ({ batchSize: 100 }),
      properties: { BatchSize: 100 },
      problems: [],
    },
    {
      name: 'large batch with a window of 0',
      props: () => ({ batchSize: 10_000, maxBatchingWindow: Duration.seconds(0) }),
      properties: { BatchSize: 10_000, MaximumBatchingWindowInSeconds: 0 },
      problems: [],
    },
  ];
}

export function windowCases(source: string): Case<MappingBatchingOptions>[] {
  return [
    ...limits<MappingBatchingOptions>({
      rule: `${source}-max-batching-window`,
      min: 0,
      max: 300,
      props: (seconds) => ({ maxBatchingWindow: Duration.seconds(seconds) }),
      properties: (amount) => ({ MaximumBatchingWindowInSeconds: amount }),
    }),
    { name: 'window in minutes', props: () => ({ maxBatchingWindow: Duration.minutes(5) }), problems: [] },
    {
      name: 'window too many minutes',
      props: () => ({ maxBatchingWindow: Duration.minutes(6) }),
      problems: [`${source}-max-batching-window-range`],
    },
    {
      name: 'window of 500 milliseconds, which is a default that nobody can ask for',
      props: () => ({ maxBatchingWindow: Duration.millis(500) }),
      problems: [`${source}-max-batching-window-whole-number`],
    },
  ];
}
