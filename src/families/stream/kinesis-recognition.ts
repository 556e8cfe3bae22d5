import { SamEvent } from '../../model/recognition';

/** AWS SAM has one event for streams and their consumers. */
export const KINESIS_EVENT: SamEvent = { type: 'Kinesis', source: 'Stream' };

/** Whether an ARN, of which the unknown parts are `*`, is that of a consumer and not of a stream. */
export function isConsumerArn(arn: string): boolean | undefined {
  if (arn.includes('/consumer/')) return true;
  return arn.endsWith('*') ? undefined : false;
}
