import type { SourceContract } from '../src/model/contract';

/** The parts of a test's contract that are not about any source. */
export const NO_SOURCE: Pick<SourceContract, 'recognition' | 'behaviour' | 'metrics'> = {
  recognition: { resources: {} },
  behaviour: { concurrency: () => undefined },
  metrics: { facts: [] },
};
