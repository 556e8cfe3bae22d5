import type { SourceContract } from '../src/model/contract';

/** What a contract of a test has that is about no source at all. */
export const NO_SOURCE: Pick<SourceContract, 'recognition' | 'behaviour'> = { recognition: { resources: {} }, behaviour: { concurrency: () => undefined } };
