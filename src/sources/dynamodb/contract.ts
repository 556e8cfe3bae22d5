import { DynamoDbFilter } from './filter';
import type { DynamoDbEventSourceMappingProps } from './mapping';
import { streamArnOf, TABLE_STREAM_ACCESS } from './permissions';
import { DYNAMO_DB_RECORD } from './record-shape';
import { TABLE_RELATED_RULES } from './related';
import { DynamoDbStartingPosition } from './starting-position';
import { TABLE_STREAM_METRICS } from '../../families/stream/metrics';
import { shardBehaviour, STREAM_SPECS, STREAM_RULES, STREAM_USAGE } from '../../families/stream/options';
import { defineContract } from '../../model/contract';
import { guide } from '../../model/docs';
import { value } from '../../model/option-specs';
import { construct, instance } from '../../model/option-types';
import { PolledResource } from '../../model/recognition';
import { DAY } from '../../model/time';
import { filterSpec } from '../../options/filter-criteria';
import { sourceSpec } from '../../options/source';
import { REQUIRED_STARTING_POSITION, startingPositionIn } from '../../options/starting-position';

/** Both kinds of tables have a stream, and an attribute of the same name. */
const STREAM_OF_TABLE: PolledResource = {
  attributes: ['StreamArn'],
  replacement: { by: ['TableName'], renewedBy: ['StreamSpecification.StreamViewType'], name: 'TableName' },
};

export const CONTRACT = defineContract<DynamoDbEventSourceMappingProps>({
  id: 'dynamodb',
  title: 'DynamoDB stream',
  docs: guide('services-ddb-params'),
  recognition: {
    arn: { service: 'dynamodb' },
    resources: { 'AWS::DynamoDB::Table': STREAM_OF_TABLE, 'AWS::DynamoDB::GlobalTable': STREAM_OF_TABLE },
    samEvent: { type: 'DynamoDB', source: 'Stream' },
    isFrequent: true,
  },
  behaviour: shardBehaviour({
    key: 'item (partition and sort key)',
    retention: () => ({ value: DAY, of: 'what DynamoDB keeps of a stream' }),
    docs: guide('services-dynamodb-errors'),
  }),
  metrics: TABLE_STREAM_METRICS,
  options: {
    table: sourceSpec(
      {
        of: 'the stream of a DynamoDB table',
        pattern: /^arn:aws[a-zA-Z0-9-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[a-zA-Z0-9_.-]{3,255}\/stream\/.+$/,
        example: 'arn:aws:dynamodb:us-east-2:123456789012:table/my-table/stream/2023-06-10T19:26:16.525',
      },
      {
        type: construct(
          ['tableRef', 'globalTableRef'],
          'a table of aws-dynamodb',
          "import it with Table.fromTableAttributes(this, 'Table', { tableArn, tableStreamArn })",
        ),
        rules: { required: 'table-required', length: 'table-length', arn: 'table-arn' },
        arnOf: streamArnOf,
        required: 'needs a stream: turn on the stream of the table, and give an imported table its tableStreamArn',
        access: TABLE_STREAM_ACCESS,
      },
    ),
    startingPosition: {
      ...value(
        'startingPosition',
        {
          required: REQUIRED_STARTING_POSITION,
          constraints: [
            {
              ...startingPositionIn(['TRIM_HORIZON', 'LATEST']),
              reason: 'to a timestamp, Lambda answers "Unsupported starting position for arn type"',
            },
          ],
          createOnly: true,
        },
        ({ _position }: DynamoDbStartingPosition) => _position,
      ),
      type: instance(DynamoDbStartingPosition, 'latest()'),
    },
    ...STREAM_SPECS,
    filters: filterSpec(DynamoDbFilter, DYNAMO_DB_RECORD),
  },
  rules: STREAM_RULES,
  relatedRules: TABLE_RELATED_RULES,
  usage: STREAM_USAGE,
});
