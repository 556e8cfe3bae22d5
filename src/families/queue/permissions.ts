import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { aws_sqs } from 'aws-cdk-lib/interfaces';
import { Permission } from '../../model/permissions';
import { QUEUE_KEY } from '../../options/queue-key';
import { SOURCE_ARN, SourceAccess } from '../../options/source';
import { keyHooks, KeyPermission, keyValue } from '../../permissions/key-permission';
import { shareAcrossAccounts } from '../../permissions/sharing';

const RECEIVE: Permission = {
  actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
  on: 'source',
  why: 'Lambda receives messages, and deletes those that are done',
  at: SOURCE_ARN,
};

const DECRYPT: KeyPermission = {
  actions: ['kms:Decrypt'],
  on: 'key of source',
  keyIn: QUEUE_KEY,
  why: 'the queue is encrypted with this key',
  at: SOURCE_ARN,
};

/** What it takes to receive the messages of a queue, and to delete those that are done. */
export const QUEUE_ACCESS: SourceAccess<aws_sqs.IQueueRef, { readonly target: IFunction }> = {
  permissions: [RECEIVE, DECRYPT],
  permissionValues: (queue) => keyValue(DECRYPT, queue),
  bind: (queue, { target }) => [
    ...keyHooks(DECRYPT, queue),
    shareAcrossAccounts(target, {
      what: 'the queue', source: queue, arn: queue.queueRef.queueArn, permission: RECEIVE, keyIn: QUEUE_KEY,
    }),
  ],
};
