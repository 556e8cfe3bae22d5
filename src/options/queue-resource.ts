import { NamedAt } from '../model/permissions';

export const QUEUE_TYPE = 'AWS::SQS::Queue';

/** The property at which a queue names its key, be it a source or a failure destination. */
export const QUEUE_KEY: NamedAt = { [QUEUE_TYPE]: 'kmsMasterKeyId' };
