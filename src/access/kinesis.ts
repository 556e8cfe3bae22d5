import type { aws_kinesis } from 'aws-cdk-lib/interfaces';
import { IConstruct } from 'constructs';
import { arnPart } from './arn-parts';
import { keyAccess } from './keys';
import { Access } from '../engine/contract';

/** What it takes to poll a stream, and to go back to a record of it. */
export function pollAccess(streamArn: string): Access {
  return {
    actions: [
      'kinesis:DescribeStream',
      'kinesis:DescribeStreamSummary',
      'kinesis:GetRecords',
      'kinesis:GetShardIterator',
      'kinesis:ListShards',
    ],
    resources: [streamArn],
    why: 'Lambda reads the stream; with a consumer, to retry',
  };
}

/** What it takes to read as a consumer, and to retry from the stream. */
export function consumeAccess(consumer: aws_kinesis.IStreamConsumerRef): Access[] {
  const { stream, attrStreamArn } = consumer as { stream?: IConstruct & { streamArn: string }; attrStreamArn?: string };
  const { consumerArn } = consumer.streamConsumerRef;
  return [
    pollAccess(stream?.streamArn ?? attrStreamArn ?? arnPart(consumerArn, '/consumer/', 0)),
    { actions: ['kinesis:SubscribeToShard'], resources: [consumerArn], why: 'Lambda reads as the consumer' },
    ...(stream ? keyAccess(stream, ['kms:Decrypt'], 'the stream is encrypted with this key') : []),
  ];
}
