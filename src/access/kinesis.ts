import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { aws_kinesis } from 'aws-cdk-lib/interfaces';
import { IConstruct } from 'constructs';
import { arnPart } from './arn-parts';
import { keyAccess } from './key-access';
import { referredBy } from './references';
import { shareAcrossAccounts } from './sharing';
import { Access, Wiring } from '../engine/contract';

interface Target {
  readonly target: IFunction;
}

/** What it takes to poll a stream. */
export function streamAccess(stream: aws_kinesis.IStreamRef, { target }: Target): (Access | Wiring)[] {
  const access = pollAccess(stream.streamRef.streamArn);
  return [
    access,
    ...keyAccess(stream, ['kms:Decrypt'], 'the stream is encrypted with this key'),
    shareAcrossAccounts(target, { what: 'the stream', source: stream, access }),
  ];
}

/** To poll a stream, and to go back to a record of it. */
function pollAccess(streamArn: string): Access {
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
export function consumeAccess(consumer: aws_kinesis.IStreamConsumerRef, { target }: Target): (Access | Wiring)[] {
  const { consumerArn } = consumer.streamConsumerRef;
  const stream = streamOf(consumer);
  const poll = pollAccess(streamArnOf(consumer));
  const subscribe: Access = { actions: ['kinesis:SubscribeToShard'], resources: [consumerArn], why: 'Lambda reads as the consumer' };
  return [
    poll,
    subscribe,
    ...(stream ? keyAccess(stream, ['kms:Decrypt'], 'the stream is encrypted with this key') : []),
    shareAcrossAccounts(target, { what: 'the stream', source: stream ?? consumer, access: poll, takesStatements: stream !== undefined }),
    shareAcrossAccounts(target, { what: 'the consumer', source: consumer, access: subscribe }),
  ];
}

/** How L2 and L1 know the stream of a consumer. */
interface MaybeWithStream {
  readonly stream?: IConstruct & { readonly streamArn: string };
  readonly streamArn?: string;
  readonly attrStreamArn?: string;
}

/** The stream's construct, where a consumer of this app has one. */
export function streamOf(consumer: aws_kinesis.IStreamConsumerRef): IConstruct | undefined {
  const { stream, streamArn } = consumer as MaybeWithStream;
  return stream ?? referredBy(streamArn);
}

export function streamArnOf(consumer: aws_kinesis.IStreamConsumerRef): string {
  const { stream, attrStreamArn } = consumer as MaybeWithStream;
  return stream?.streamArn ?? attrStreamArn ?? arnPart(consumer.streamConsumerRef.consumerArn, '/consumer/', 0);
}
