import { NamedAt } from '../model/permissions';

/** Where a queue names its key, be it a source or a failure destination. */
export const QUEUE_KEY: NamedAt = { 'AWS::SQS::Queue': 'kmsMasterKeyId' };
