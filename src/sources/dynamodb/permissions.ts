import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { aws_dynamodb } from 'aws-cdk-lib/interfaces';
import { NamedAt, Permission } from '../../model/permissions';
import { SOURCE_ARN } from '../../model/property-paths';
import { SourceAccess } from '../../options/source';
import { keyHooks, KeyPermission, keyValue } from '../../permissions/key-permission';
import { shareAcrossAccounts } from '../../permissions/sharing';

type Table = aws_dynamodb.ITableRef | aws_dynamodb.IGlobalTableRef;

/** The property at which a table names its key; of a global table, each replica has one. */
const TABLE_KEY: NamedAt = {
  'AWS::DynamoDB::Table': 'sseSpecification.kmsMasterKeyId',
  'AWS::DynamoDB::GlobalTable': 'replicas[].sseSpecification.kmsMasterKeyId',
};

const REASON = 'Lambda polls the stream';
/** A stream's policy knows no ListStreams. */
const SHARED = {
  actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
  reason: REASON,
};
const POLL: Permission = {
  actions: [...SHARED.actions, 'dynamodb:ListStreams'],
  on: 'source',
  reason: REASON,
  at: SOURCE_ARN,
};

const DECRYPT_TABLE: KeyPermission = {
  actions: ['kms:Decrypt'],
  on: 'key of table',
  keyIn: TABLE_KEY,
  reason: 'the table is encrypted with this key',
  at: SOURCE_ARN,
};

/** The access that it takes to poll the stream of a table. */
export const TABLE_STREAM_ACCESS: SourceAccess<Table, { readonly target: IFunction }> = {
  permissions: [POLL, DECRYPT_TABLE],
  permissionValues: (table) => keyValue(DECRYPT_TABLE, table),
  bind: (table, { target }) => [
    ...keyHooks(DECRYPT_TABLE, table),
    shareAcrossAccounts(target, {
      what: 'the stream of the table',
      source: table,
      arn: streamArnOf(table) ?? '',
      permission: SHARED,
      takesStatements: false,
      keyIn: TABLE_KEY,
    }),
  ],
};

/** The references know a table's own ARN only; its L1s and L2s know its stream's. */
export function streamArnOf(table: Table): string | undefined {
  const { tableStreamArn, attrStreamArn } = table as { tableStreamArn?: string; attrStreamArn?: string };
  return tableStreamArn ?? attrStreamArn;
}
