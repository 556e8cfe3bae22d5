import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { aws_sqs } from 'aws-cdk-lib/interfaces';
import { Permission } from '../../model/permissions';
import { SOURCE_ARN } from '../../model/property-paths';
import { QUEUE_KEY, QUEUE_TYPE } from '../../options/queue-resource';
import { SourceAccess } from '../../options/source';
import { keyHooks, KeyPermission, keyValue } from '../../permissions/key-permission';
import { NamingKeyPermission, useKeysOfNaming } from '../../permissions/moved-messages';
import { shareAcrossAccounts } from '../../permissions/sharing';

const RECEIVE: Permission = {
  actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
  on: 'source',
  reason: 'Lambda receives messages, and deletes those that are done',
  at: SOURCE_ARN,
};

const DECRYPT_QUEUE: KeyPermission = {
  actions: ['kms:Decrypt'],
  on: 'key of source',
  keyIn: QUEUE_KEY,
  reason: 'the queue is encrypted with this key',
  at: SOURCE_ARN,
};

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html */
const DECRYPT_MOVED: NamingKeyPermission = {
  actions: ['kms:Decrypt'],
  on: 'keys of queues that move messages to source',
  keyIn: QUEUE_KEY,
  ofNaming: { [QUEUE_TYPE]: 'redrivePolicy.deadLetterTargetArn' },
  reason: 'messages in a dead-letter queue are encrypted with the key of the queue that they come from',
  at: SOURCE_ARN,
};

/** The access that it takes to receive the messages of a queue, and to delete those that are done. */
export const QUEUE_ACCESS: SourceAccess<aws_sqs.IQueueRef, { readonly target: IFunction }> = {
  permissions: [RECEIVE, DECRYPT_QUEUE, DECRYPT_MOVED],
  permissionValues: (queue) => keyValue(DECRYPT_QUEUE, queue),
  bind: (queue, { target }) => [
    ...keyHooks(DECRYPT_QUEUE, queue),
    useKeysOfNaming(DECRYPT_MOVED, queue, queue.queueRef.queueArn),
    shareAcrossAccounts(target, {
      what: 'the queue',
      source: queue,
      arn: queue.queueRef.queueArn,
      permission: RECEIVE,
      keyIn: QUEUE_KEY,
    }),
  ],
};
