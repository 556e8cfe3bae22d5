import { DAY } from '../../model/time';

// CloudFormation's defaults for a queue, in seconds.

export const DEFAULT_VISIBILITY_TIMEOUT = 30;
export const DEFAULT_RETENTION = 4 * DAY;
