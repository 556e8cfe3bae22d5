import type { aws_dynamodb } from 'aws-cdk-lib/interfaces';
import type { DynamoDbEventSourceMappingProps } from './mapping';
import { keyAccess } from '../../access/keys';
import { choice } from '../../engine/constraints';
import { defineContract } from '../../engine/contract';
import { value } from '../../engine/fields';
import { filterField } from '../../filters/criteria';
import { DynamoDbFilter } from '../../filters/dynamo-db-filter';
import { DYNAMO_DB_RECORD } from '../../filters/record-shape';
import { sourceField } from '../../options/source';
import { STREAM_FIELDS, STREAM_RULES, STREAM_USAGE } from '../../options/stream';
import { guide } from '../../values/pages';
import { DynamoDbStartingPosition, REQUIRED_STARTING_POSITION } from '../../values/starting-position';

export const CONTRACT = defineContract<DynamoDbEventSourceMappingProps>({
  id: 'dynamodb',
  title: 'DynamoDB stream',
  page: guide('services-ddb-params'),
  fields: {
    table: sourceField({
      of: 'the stream of a DynamoDB table',
      pattern: /^arn:aws[a-zA-Z0-9-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[a-zA-Z0-9_.-]{3,255}\/stream\/.+$/,
      example: 'arn:aws:dynamodb:us-east-2:123456789012:table/my-table/stream/2023-06-10T19:26:16.525',
    }, {
      arnOf: streamArnOf,
      required: 'needs a stream: turn on the stream of the table, and give an imported table its tableStreamArn',
      access: (table) => [
        {
          actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
          resources: [streamArnOf(table) ?? ''],
          why: 'Lambda polls the stream',
        },
        ...keyAccess(table, ['kms:Decrypt'], 'the table is encrypted with this key'),
      ],
    }),
    startingPosition: value('startingPosition', {
      required: REQUIRED_STARTING_POSITION,
      constraints: [{
        ...choice(...Object.values(DynamoDbStartingPosition)),
        why: 'to a timestamp, Lambda answers "Unsupported starting position for arn type"',
      }],
    }),
    ...STREAM_FIELDS,
    filters: filterField<DynamoDbFilter>(DYNAMO_DB_RECORD),
  },
  rules: STREAM_RULES,
  usage: STREAM_USAGE,
});

/** The references know a table's own ARN only; its L1s and L2s know its stream's. */
function streamArnOf(table: aws_dynamodb.ITableRef | aws_dynamodb.IGlobalTableRef): string | undefined {
  const { tableStreamArn, attrStreamArn } = table as { tableStreamArn?: string; attrStreamArn?: string };
  return tableStreamArn ?? attrStreamArn;
}
