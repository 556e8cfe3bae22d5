import { NamedAt, Permission } from '../../model/permissions';
import { SOURCE_ARN } from '../../model/property-paths';
import { KeyPermission } from '../../permissions/key-permission';

/** The property at which a stream names its key. */
export const STREAM_KEY: NamedAt = { 'AWS::Kinesis::Stream': 'streamEncryption.keyId' };

/** To poll a stream, and to go back to a record of it. */
export const POLL_STREAM: Permission = {
  actions: [
    'kinesis:DescribeStream',
    'kinesis:DescribeStreamSummary',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
  ],
  on: 'stream',
  reason: 'Lambda reads the stream; with a consumer, to retry',
  at: SOURCE_ARN,
  // Apps of AWS's own have the older one alone: Lambda makes their mappings, and reads.
  older: {
    'kinesis:DescribeStreamSummary': 'kinesis:DescribeStream',
    'kinesis:ListShards': 'kinesis:DescribeStream',
  },
};

export const DECRYPT_STREAM: KeyPermission = {
  actions: ['kms:Decrypt'],
  on: 'key of stream',
  keyIn: STREAM_KEY,
  reason: 'the stream is encrypted with this key',
  at: SOURCE_ARN,
};
