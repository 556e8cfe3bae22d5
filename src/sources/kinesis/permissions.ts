import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { aws_kinesis } from 'aws-cdk-lib/interfaces';
import { DECRYPT_STREAM, POLL_STREAM, STREAM_KEY } from '../../families/stream/kinesis-permissions';
import { SourceAccess } from '../../options/source';
import { keyHooks, keyValue } from '../../permissions/key-permission';
import { shareAcrossAccounts } from '../../permissions/sharing';

/** The access that it takes to poll a stream. */
export const STREAM_ACCESS: SourceAccess<aws_kinesis.IStreamRef, { readonly target: IFunction }> = {
  permissions: [POLL_STREAM, DECRYPT_STREAM],
  permissionValues: (stream) => ({ stream: stream.streamRef.streamArn, ...keyValue(DECRYPT_STREAM, stream) }),
  bind: (stream, { target }) => [
    ...keyHooks(DECRYPT_STREAM, stream),
    shareAcrossAccounts(target, {
      what: 'the stream',
      source: stream,
      arn: stream.streamRef.streamArn,
      permission: POLL_STREAM,
      keyIn: STREAM_KEY,
    }),
  ],
};
