import type { Setting } from '../../model/behaviour';
import type { Resource } from '../../model/contract';
import { guide } from '../../model/docs';
import { readerAt } from '../../model/paths';
import { SamEvent } from '../../model/recognition';
import { inSeconds, settingOf } from '../../options/source-settings';

/** AWS SAM has one event for streams and their consumers. */
export const KINESIS_EVENT: SamEvent = { type: 'Kinesis', source: 'Stream' };

/** Whether an ARN, of which the unknown parts are `*`, is that of a consumer and not of a stream. */
export function isConsumerArn(arn: string): boolean | undefined {
  if (arn.includes('/consumer/')) return true;
  return arn.endsWith('*') && !isOfName(arn) ? undefined : false;
}

/** A parameter after `stream/` is the name of the stream, in which there is no slash. */
function isOfName(arn: string): boolean {
  return arn.endsWith(':stream/*');
}

const DEFAULT_RETENTION_HOURS = 24;

/** The facts of the shards of a stream, whether it is read itself or through a consumer. */
export const KINESIS_SHARDS = {
  key: 'partition key',
  docs: guide('kinesis-on-failure-destination'),
} as const;

/** How many shards a stream has; one that scales by itself has no fixed number. */
export function shardsOf(stream: Resource | undefined): unknown {
  const reader = stream && readerAt(stream.properties);
  return reader?.values('StreamModeDetails.StreamMode')[0] === 'ON_DEMAND'
    ? undefined
    : reader?.values('ShardCount')[0];
}

export function retentionOf(stream: Resource | undefined): Setting {
  return inSeconds(
    settingOf(stream, 'RetentionPeriodHours', 'the retention period of the stream', DEFAULT_RETENTION_HOURS),
  );
}
