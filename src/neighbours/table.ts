import { lacks, sourceOf } from './find';
import { STREAM_NEIGHBOURS } from './stream';
import { Rule } from '../engine/contract';
import { rule } from '../engine/rules';
import { guide } from '../values/pages';

const TABLES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

export const TABLE_NEIGHBOURS: readonly Rule[] = [
  ...STREAM_NEIGHBOURS,
  rule('table-without-stream', 'eventSourceArn', 'is a table without a stream', {
    why: 'there is nothing to poll: turn on the stream of the table',
    page: guide('with-ddb'),
  }, (look, where) => {
    const table = sourceOf(look, where, ...TABLES);
    return table && lacks(table, 'StreamSpecification') && `${table.id} has no stream`;
  }),
];
