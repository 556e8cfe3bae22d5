import { imagesRead } from './images-read';
import { STREAM_RELATED_RULES } from '../../families/stream/related';
import { endOf } from '../../graph/references';
import { Rule } from '../../model/contract';
import { guide } from '../../model/docs';
import { rule } from '../../model/rules';
import { lacks, sourceOf, textAt } from '../../related/find';

const TABLES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];

/** The images that the records of a stream have, by its view type. */
const IMAGES: { readonly [viewType: string]: readonly string[] } = {
  KEYS_ONLY: [],
  NEW_IMAGE: ['NewImage'],
  OLD_IMAGE: ['OldImage'],
  NEW_AND_OLD_IMAGES: ['NewImage', 'OldImage'],
};

export const TABLE_RELATED_RULES: readonly Rule[] = [
  ...STREAM_RELATED_RULES,
  rule(
    'filters-need-images',
    'filterCriteria.filters[].pattern',
    'has a rule for an image of the item that the stream does not contain',
    {
      severity: 'warning',
      reason: 'Lambda accepts it, and then discards every record: change the view type of the stream',
      docs: guide('with-ddb-filtering'),
    },
    (reader, context) => {
      const table = sourceOf(reader, context, ...TABLES);
      const images = IMAGES[(table && textAt(table, 'StreamSpecification.StreamViewType')) ?? ''];
      const patterns = reader
        .values('filterCriteria.filters[].pattern')
        .filter((pattern) => typeof pattern === 'string');
      const missing = images && patterns.flatMap(imagesRead).find((image) => !images.includes(image));
      return missing && `has a rule for the ${missing} of an item, which the stream of ${table!.id} does not contain`;
    },
  ),
  rule(
    'stream-pattern',
    'eventSourceArn',
    'is a pattern of ARNs and not the ARN of a stream',
    {
      reason:
        'policies use such patterns, and so do replicas in the AWS CDK: give the ARN of the stream, for a replica ' +
        'with Table.fromTableAttributes',
      docs: guide('with-ddb'),
    },
    (reader, { related }) => {
      const [arn] = reader.values('eventSourceArn');
      return /\/stream\/[^/]*\*[^/]*$/.test(endOf(related?.originOf?.(arn) ?? arn) ?? '');
    },
  ),
  rule(
    'table-without-stream',
    'eventSourceArn',
    'is a table without a stream',
    {
      reason: 'there is nothing to poll: turn on the stream of the table',
      docs: guide('with-ddb'),
    },
    (reader, context) => {
      const table = sourceOf(reader, context, ...TABLES);
      return table && lacks(table, 'StreamSpecification') && `${table.id} has no stream`;
    },
  ),
];
