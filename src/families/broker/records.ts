import { MQ_DOCS } from './docs';
import type { Records } from '../../model/behaviour';

/** The handling of the messages of a broker's queue, of which Lambda has a number of batches at a time. */
export function brokerRecords(batches: number): Records {
  return {
    noun: 'message',
    unmatched: 'counts as processed: the function never gets it',
    order: () => ({ docs: MQ_DOCS }),
    failure: () => ({
      retention: { of: 'the expiration that its sender or the broker gives it, if any' },
      isRetriedByLambda: true,
      holdsUp:
        batches === 1
          ? 'the rest of the queue waits'
          : `it takes up one of the ${batches} batches that Lambda processes at a time`,
      expired: 'it is lost, or goes where the broker sends what expires',
      docs: MQ_DOCS,
    }),
    replacement: () => ({
      begins:
        'finds all messages that are still in the queue; those that the old one had in progress may be processed twice',
      isLost: false,
      docs: MQ_DOCS,
    }),
  };
}
