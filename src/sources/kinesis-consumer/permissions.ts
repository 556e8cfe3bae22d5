import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { aws_kinesis } from 'aws-cdk-lib/interfaces';
import { DECRYPT_STREAM, POLL_STREAM, STREAM_KEY } from '../../families/stream/kinesis-permissions';
import { Permission } from '../../model/permissions';
import { SOURCE_ARN } from '../../model/property-paths';
import { SourceAccess } from '../../options/source';
import { arnPart } from '../../permissions/arn-parts';
import { keyHooks, keyValue } from '../../permissions/key-permission';
import { referredBy } from '../../permissions/references';
import { shareAcrossAccounts } from '../../permissions/sharing';

const SUBSCRIBE: Permission = {
  actions: ['kinesis:SubscribeToShard'],
  on: 'source',
  reason: 'Lambda reads as the consumer',
  at: SOURCE_ARN,
};

/** The access that it takes to read as a consumer, and to retry from the stream. */
export const CONSUMER_ACCESS: SourceAccess<aws_kinesis.IStreamConsumerRef, { readonly target: IFunction }> = {
  permissions: [POLL_STREAM, SUBSCRIBE, DECRYPT_STREAM],
  permissionValues: (consumer) => {
    const stream = streamOfConsumer(consumer);
    return { stream: streamArnOfConsumer(consumer), ...(stream ? keyValue(DECRYPT_STREAM, stream) : {}) };
  },
  bind: (consumer, { target }) => {
    const stream = streamOfConsumer(consumer);
    return [
      ...(stream ? keyHooks(DECRYPT_STREAM, stream) : []),
      shareAcrossAccounts(target, {
        what: 'the stream',
        source: stream ?? consumer,
        arn: streamArnOfConsumer(consumer),
        permission: POLL_STREAM,
        takesStatements: stream !== undefined,
        keyIn: STREAM_KEY,
      }),
      shareAcrossAccounts(target, {
        what: 'the consumer',
        source: consumer,
        arn: consumer.streamConsumerRef.consumerArn,
        permission: SUBSCRIBE,
      }),
    ];
  },
};

type AnyConstruct = NonNullable<ReturnType<typeof referredBy>>;

/** The properties in which L2 and L1 hold the stream of a consumer. */
interface MaybeWithStream {
  readonly stream?: AnyConstruct & { readonly streamArn: string };
  readonly streamArn?: string;
  readonly attrStreamArn?: string;
}

/** The stream's construct, where a consumer of this app has one. */
function streamOfConsumer(consumer: aws_kinesis.IStreamConsumerRef): AnyConstruct | undefined {
  const { stream, streamArn } = consumer as MaybeWithStream;
  return stream ?? referredBy(streamArn);
}

function streamArnOfConsumer(consumer: aws_kinesis.IStreamConsumerRef): string {
  const { stream, attrStreamArn } = consumer as MaybeWithStream;
  return stream?.streamArn ?? attrStreamArn ?? arnPart(consumer.streamConsumerRef.consumerArn, '/consumer/', 0);
}
