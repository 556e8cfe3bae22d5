import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { aws_dynamodb } from 'aws-cdk-lib/interfaces';
import { keyAccess } from './key-access';
import { shareAcrossAccounts } from './sharing';
import { Access, Wiring } from '../engine/contract';

type Table = aws_dynamodb.ITableRef | aws_dynamodb.IGlobalTableRef;

/** A stream's policy knows no ListStreams. */
const SHARED = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];

/** What it takes to poll the stream of a table. */
export function tableStreamAccess(table: Table, { target }: { readonly target: IFunction }): (Access | Wiring)[] {
  const poll = { resources: [streamArnOf(table) ?? ''], why: 'Lambda polls the stream' };
  return [
    { ...poll, actions: [...SHARED, 'dynamodb:ListStreams'] },
    ...keyAccess(table, ['kms:Decrypt'], 'the table is encrypted with this key'),
    shareAcrossAccounts(target, { what: 'the stream of the table', source: table, access: { ...poll, actions: SHARED }, takesStatements: false }),
  ];
}

/** The references know a table's own ARN only; its L1s and L2s know its stream's. */
export function streamArnOf(table: Table): string | undefined {
  const { tableStreamArn, attrStreamArn } = table as { tableStreamArn?: string; attrStreamArn?: string };
  return tableStreamArn ?? attrStreamArn;
}
