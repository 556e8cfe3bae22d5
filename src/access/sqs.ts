import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { aws_sqs } from 'aws-cdk-lib/interfaces';
import { keyAccess } from './key-access';
import { shareAcrossAccounts } from './sharing';
import { Access, Wiring } from '../engine/contract';

/** What it takes to receive the messages of a queue, and to delete those that are done. */
export function receiveAccess(queue: aws_sqs.IQueueRef, { target }: { readonly target: IFunction }): (Access | Wiring)[] {
  const access: Access = {
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    resources: [queue.queueRef.queueArn],
    why: 'Lambda receives messages, and deletes those that are done',
  };
  return [
    access,
    ...keyAccess(queue, ['kms:Decrypt'], 'the queue is encrypted with this key'),
    shareAcrossAccounts(target, { what: 'the queue', source: queue, access }),
  ];
}
