import type { KinesisEventSourceMappingProps } from './mapping';
import { STREAM_ACCESS } from './permissions';
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
import { defineContract } from '../../model/contract';
import { guide } from '../../model/docs';
import { construct } from '../../model/option-types';
import { not } from '../../model/three-valued';
import { filterSpec } from '../../options/filter-criteria';
import { sourceSpec } from '../../options/source';
import {
  REQUIRED_STARTING_POSITION,
  STARTING_POSITION_RULES,
  startingPositionSpec,
} from '../../options/starting-position';

export const CONTRACT = defineContract<KinesisEventSourceMappingProps>({
  id: 'kinesis',
  title: 'Kinesis stream',
  docs: guide('services-kinesis-parameters'),
  recognition: {
    arn: { service: 'kinesis', isOfSource: (arn) => not(isConsumerArn(arn)) },
    resources: { 'AWS::Kinesis::Stream': { attributes: ['Arn'], replacement: { by: ['Name'], name: 'Name' } } },
    samEvent: KINESIS_EVENT,
    isFrequent: true,
  },
  behaviour: shardBehaviour({
    ...KINESIS_SHARDS,
    retention: ({ resource }) => retentionOf(resource),
    shards: ({ resource }) => shardsOf(resource),
    rate: { megabytes: 2, shared: 'which all readers of the stream share' },
  }),
  metrics: KINESIS_METRICS,
  options: {
    stream: sourceSpec(
      {
        of: 'a Kinesis stream',
        pattern: /^arn:aws[a-zA-Z0-9-]*:kinesis:[a-z0-9-]+:\d{12}:stream\/[a-zA-Z0-9_.-]{1,128}$/,
        example: 'arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream',
      },
      {
        type: construct(
          ['streamRef'],
          'a stream of aws-kinesis',
          "import it with Stream.fromStreamArn(this, 'Stream', arn)",
        ),
        rules: { required: 'stream-required', length: 'stream-length', arn: 'stream-arn' },
        arnOf: (stream) => stream.streamRef.streamArn,
        access: STREAM_ACCESS,
      },
    ),
    startingPosition: startingPositionSpec({ required: REQUIRED_STARTING_POSITION }),
    ...STREAM_SPECS,
    filters: filterSpec(KinesisFilter, KINESIS_RECORD),
  },
  rules: [...STREAM_RULES, ...STARTING_POSITION_RULES],
  relatedRules: KINESIS_RELATED_RULES,
  usage: STREAM_USAGE,
});
