import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { aws_kinesis } from 'aws-cdk-lib/interfaces';
import { keyHooks, keyValue } from '../../access/key-permission';
import { shareAcrossAccounts } from '../../access/sharing';
import { DECRYPT_STREAM, POLL_STREAM, STREAM_KEY } from '../../options/kinesis-permissions';
import { SourceAccess } from '../../options/source';

/** What it takes to poll a stream. */
export const STREAM_ACCESS: SourceAccess<aws_kinesis.IStreamRef, { readonly target: IFunction }> = {
  permissions: [POLL_STREAM, DECRYPT_STREAM],
  permissionValues: (stream) => ({ stream: stream.streamRef.streamArn, ...keyValue(DECRYPT_STREAM, stream) }),
  bind: (stream, { target }) => [
    ...keyHooks(DECRYPT_STREAM, stream),
    shareAcrossAccounts(target, {
      what: 'the stream', source: stream, arn: stream.streamRef.streamArn, permission: POLL_STREAM, keyIn: STREAM_KEY,
    }),
  ],
};
