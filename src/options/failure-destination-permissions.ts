import type { aws_s3, aws_sns, aws_sqs } from 'aws-cdk-lib/interfaces';
import { QUEUE_KEY, QUEUE_TYPE } from './queue-resource';
import { BindHook } from '../model/contract';
import { Permission, PermissionValues } from '../model/permissions';
import { FAILURE_DESTINATION } from '../model/property-paths';
import { keyHooks, KeyPermission, keyValue } from '../permissions/key-permission';

const SEND = { reason: 'Lambda sends failed batches', at: FAILURE_DESTINATION };
const ENCRYPT = { reason: 'the destination is encrypted with this key', at: FAILURE_DESTINATION };
const IN_ACCOUNT = { StringEquals: { 's3:ResourceAccount': 'account of bucket' } };

const TOPIC_TYPE = 'AWS::SNS::Topic';
const BUCKET_TYPE = 'AWS::S3::Bucket';
/** A bucket has one such rule. */
const BUCKET_RULE = 'bucketEncryption.serverSideEncryptionConfiguration[].serverSideEncryptionByDefault';

const QUEUE_ENCRYPTION: KeyPermission = {
  ...ENCRYPT,
  actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
  on: 'key of queue',
  type: QUEUE_TYPE,
  keyIn: QUEUE_KEY,
};
const TOPIC_ENCRYPTION: KeyPermission = {
  ...ENCRYPT,
  actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
  on: 'key of topic',
  type: TOPIC_TYPE,
  keyIn: { [TOPIC_TYPE]: 'kmsMasterKeyId' },
};
const BUCKET_ENCRYPTION: KeyPermission = {
  ...ENCRYPT,
  actions: ['kms:GenerateDataKey'],
  on: 'key of bucket',
  type: BUCKET_TYPE,
  keyIn: { [BUCKET_TYPE]: `${BUCKET_RULE}.kmsMasterKeyId` },
};

/** The permissions to send to each kind of destination. */
export const DESTINATION_PERMISSIONS: readonly Permission[] = [
  { ...SEND, actions: ['sqs:SendMessage'], on: 'queue', type: QUEUE_TYPE },
  QUEUE_ENCRYPTION,
  { ...SEND, actions: ['sns:Publish'], on: 'topic', type: TOPIC_TYPE },
  TOPIC_ENCRYPTION,
  { ...SEND, actions: ['s3:ListBucket'], on: 'bucket', type: BUCKET_TYPE, conditions: IN_ACCOUNT },
  { ...SEND, actions: ['s3:PutObject'], on: 'objects of bucket', type: BUCKET_TYPE, conditions: IN_ACCOUNT },
  BUCKET_ENCRYPTION,
];

/**
 * The values and the hooks for the permissions on a destination.
 *
 * @internal
 */
export interface DestinationAccess {
  readonly values: PermissionValues;
  readonly hooks: readonly BindHook[];
}

export function queueAccess(queue: aws_sqs.IQueueRef): DestinationAccess {
  return {
    values: { queue: queue.queueRef.queueArn, ...keyValue(QUEUE_ENCRYPTION, queue) },
    hooks: keyHooks(QUEUE_ENCRYPTION, queue),
  };
}

export function topicAccess(topic: aws_sns.ITopicRef): DestinationAccess {
  return {
    values: { topic: topic.topicRef.topicArn, ...keyValue(TOPIC_ENCRYPTION, topic) },
    hooks: keyHooks(TOPIC_ENCRYPTION, topic),
  };
}

export function bucketAccess(bucket: aws_s3.IBucketRef): DestinationAccess {
  const { bucketArn } = bucket.bucketRef;
  return {
    values: {
      bucket: bucketArn,
      'objects of bucket': `${bucketArn}/*`,
      'account of bucket': bucket.env.account,
      ...keyValue(BUCKET_ENCRYPTION, bucket),
    },
    hooks: keyHooks(BUCKET_ENCRYPTION, bucket),
  };
}
