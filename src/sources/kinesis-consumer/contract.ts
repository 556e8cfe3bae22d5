import { Token } from 'aws-cdk-lib';
import type { KinesisConsumerEventSourceMappingProps } from './mapping';
import { CONSUMER_ACCESS } from './permissions';
import { KINESIS_RELATED_RULES } from '../../families/stream/consumer';
import { KinesisFilter } from '../../families/stream/kinesis-filter';
import {
  isConsumerArn,
  KINESIS_EVENT,
  KINESIS_SHARDS,
  retentionOf,
  shardsOf,
} from '../../families/stream/kinesis-recognition';
import { KINESIS_RECORD } from '../../families/stream/kinesis-record-shape';
import { KINESIS_METRICS } from '../../families/stream/metrics';
import { shardBehaviour, STREAM_SPECS, STREAM_RULES, STREAM_USAGE } from '../../families/stream/options';
import { Source } from '../../model/behaviour';
import { defineContract, Resource } from '../../model/contract';
import { guide } from '../../model/docs';
import { construct } from '../../model/option-types';
import { filterSpec } from '../../options/filter-criteria';
import { sourceSpec } from '../../options/source';
import {
  REQUIRED_STARTING_POSITION,
  STARTING_POSITION_RULES,
  startingPositionSpec,
} from '../../options/starting-position';

/** The stream that a consumer belongs to. */
function streamOf({ resource, find }: Source): Resource | undefined {
  return find(resource?.properties.StreamARN);
}

export const CONTRACT = defineContract<KinesisConsumerEventSourceMappingProps>({
  id: 'kinesis-consumer',
  title: 'Kinesis enhanced fan-out consumer',
  docs: guide('services-kinesis-parameters'),
  recognition: {
    arn: { service: 'kinesis', isOfSource: isConsumerArn },
    resources: {
      'AWS::Kinesis::StreamConsumer': {
        attributes: ['Ref', 'ConsumerARN'],
        repeats: ['StreamARN'],
        replacement: { by: ['ConsumerName', 'StreamARN', 'Tags'], name: 'ConsumerName', keepsRecords: true },
      },
    },
    samEvent: KINESIS_EVENT,
  },
  behaviour: shardBehaviour({
    ...KINESIS_SHARDS,
    retention: (source) => retentionOf(streamOf(source)),
    shards: (source) => shardsOf(streamOf(source)),
    rate: { megabytes: 2 },
  }),
  metrics: KINESIS_METRICS,
  options: {
    consumer: sourceSpec(
      {
        of: 'a consumer of a Kinesis stream',
        pattern:
          /^arn:aws[a-zA-Z0-9-]*:kinesis:[a-z0-9-]+:\d{12}:stream\/[a-zA-Z0-9_.-]{1,128}\/consumer\/[a-zA-Z0-9_.-]{1,128}:\d+$/,
        example: 'arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream/consumer/con1:1540591608',
      },
      {
        type: construct(
          ['streamConsumerRef'],
          'a stream consumer of aws-kinesis',
          "import it with StreamConsumer.fromStreamConsumerArn(this, 'Consumer', arn)",
        ),
        rules: { required: 'consumer-required', length: 'consumer-length', arn: 'consumer-arn' },
        arnOf: (consumer) => consumer.streamConsumerRef.consumerArn,
        access: CONSUMER_ACCESS,
      },
    ),
    startingPosition: startingPositionSpec({ required: REQUIRED_STARTING_POSITION }),
    ...STREAM_SPECS,
    filters: filterSpec(KinesisFilter, KINESIS_RECORD),
  },
  rules: [...STREAM_RULES, ...STARTING_POSITION_RULES],
  relatedRules: KINESIS_RELATED_RULES,
  usage: [
    ...STREAM_USAGE,
    {
      name: 'consumer-made-elsewhere',
      option: 'consumer',
      severity: 'error',
      says: 'is made in another account',
      reason: 'the end of its ARN is the time at which it is made: deploy it first, and refer to it by its ARN',
      isBroken: ({ consumer, target }) =>
        Token.isUnresolved(consumer.streamConsumerRef.consumerArn) && differ(consumer.env.account, target.env.account),
    },
  ],
});

function differ(...accounts: [string, string]): boolean {
  return !accounts.some((account) => Token.isUnresolved(account)) && accounts[0] !== accounts[1];
}
