import { STREAM_NEIGHBOURS } from '../../families/stream/related';
import { imagesRead } from './images-read';
import { endOf } from '../../graph/references';
import { Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { rule } from '../../model/rules';
import { lacks, sourceOf, textAt } from '../../related/find';

const TABLES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

/** What the records of a stream have, by its view type. */
const IMAGES: { readonly [viewType: string]: readonly string[] } = {
  KEYS_ONLY: [],
  NEW_IMAGE: ['NewImage'],
  OLD_IMAGE: ['OldImage'],
  NEW_AND_OLD_IMAGES: ['NewImage', 'OldImage'],
};

export const TABLE_NEIGHBOURS: readonly Rule[] = [
  ...STREAM_NEIGHBOURS,
  rule('filters-need-images', 'filterCriteria.filters[].pattern', 'asks for an image of the item that the stream does not have', {
    severity: 'warning',
    why: 'Lambda accepts it, and then discards every record: change the view type of the stream',
    page: guide('with-ddb-filtering'),
  }, (look, where) => {
    const table = sourceOf(look, where, ...TABLES);
    const images = IMAGES[(table && textAt(table, 'StreamSpecification.StreamViewType')) ?? ''];
    const patterns = look.values('filterCriteria.filters[].pattern').filter((pattern) => typeof pattern === 'string');
    const missing = images && patterns.flatMap(imagesRead).find((image) => !images.includes(image));
    return missing && `asks for the ${missing} of an item, which the stream of ${table!.id} does not have`;
  }),
  rule('stream-pattern', 'eventSourceArn', 'is a pattern of ARNs, which names no stream', {
    why: 'policies have such patterns, and so have replicas of the AWS CDK in the place of a stream: give the ARN of the stream, '
      + 'for a replica by Table.fromTableAttributes with its tableStreamArn',
    page: guide('with-ddb'),
  }, (look, { neighbours }) => {
    const [arn] = look.values('eventSourceArn');
    return /\/stream\/[^/]*\*[^/]*$/.test(endOf(neighbours?.originOf?.(arn) ?? arn) ?? '');
  }),
  rule('table-without-stream', 'eventSourceArn', 'is a table without a stream', {
    why: 'there is nothing to poll: turn on the stream of the table',
    page: guide('with-ddb'),
  }, (look, where) => {
    const table = sourceOf(look, where, ...TABLES);
    return table && lacks(table, 'StreamSpecification') && `${table.id} has no stream`;
  }),
];
