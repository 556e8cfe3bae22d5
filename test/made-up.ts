import type { SourceContract } from '../src/model/contract';

/** What a contract of a test has that is about no source at all. */
export const NO_SOURCE: Pick<SourceContract, 'recognition' | 'behaviour' | 'metrics'> = {
  recognition: { resources: {} },
  behaviour: { concurrency: () => undefined },
  metrics: { facts: [] },
};
