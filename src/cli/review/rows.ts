import { ceilingOf } from './ceiling';
import { filterWords } from './filter-words';
import { recognise } from '../../analysis/recognise';
import { nameOf, wordsOf } from '../../analysis/words';
import { lookOf } from '../../graph/l1-properties';
import { Template, TemplateMapping } from '../../graph/template';
import { Look, SourceContract } from '../../model/contract';
import { titleOf } from '../findings';
import { TemplateFile } from '../templates';

/** What a reviewer wants to know of a mapping, in words. */
export interface ReviewRow {
  readonly file: string;
  readonly logicalId: string;
  readonly source: string;
  readonly function: string;
  readonly batch: string;
  readonly window: string;
  readonly start: string;
  readonly ceiling: string;
  readonly retries: string;
  readonly destination: string;
  readonly filters: string;
  readonly metrics: string;
}

/** The columns of a table, with their headings. */
export const COLUMNS: readonly (readonly [keyof ReviewRow, string])[] = [
  ['logicalId', 'Mapping'], ['source', 'Source'], ['function', 'Function'], ['batch', 'Batch'], ['window', 'Window'], ['start', 'Start'],
  ['ceiling', 'Concurrency'], ['retries', 'Retries'], ['destination', 'On failure'], ['filters', 'Filters'], ['metrics', 'Metrics'],
];

export function rowsOf({ file, template }: TemplateFile): ReviewRow[] {
  return template.mappings.map((mapping) => ({ file, ...reviewOf(template, mapping) }));
}

function reviewOf(template: Template, mapping: TemplateMapping): Omit<ReviewRow, 'file'> {
  const look = lookOf(mapping.resource);
  const { contracts, bySource } = recognise(template, mapping);
  const known = bySource ? contracts : [];
  const given = (path: string) => wordsOf(look.values(path)[0]);
  return {
    logicalId: mapping.id,
    source: [sourceWords(look, known), partWords(look, contracts)].filter(Boolean).join(' '),
    function: `${nameOf(look.values('functionName')[0]).replace(/^function:/, '')}${given('enabled') === 'false' ? ' (disabled)' : ''}`,
    batch: given('batchSize') || defaultOf(known, 'batchSize'),
    window: windowWords(given('maximumBatchingWindowInSeconds'), given('tumblingWindowInSeconds')),
    start: [given('startingPosition'), timestampWords(look.values('startingPositionTimestamp')[0])].filter(Boolean).join(' '),
    ceiling: ceilingOf(template, mapping),
    retries: retryWords(look, known),
    destination: nameOf(look.values('destinationConfig.onFailure.destination')[0]),
    filters: look.values('filterCriteria.filters[].pattern').map(filterWords).join('; or ') || given('filterCriteria'),
    metrics: look.values('metricsConfig.metrics[]').map(wordsOf).join(', '),
  };
}

function sourceWords(look: Look, contracts: readonly SourceContract[]): string {
  const title = contracts.length > 0 ? titleOf(contracts) : 'source not known';
  const name = nameOf(look.values('eventSourceArn')[0])
    || look.values('selfManagedEventSource.endpoints.kafkaBootstrapServers[]').map(wordsOf).join(', ');
  return `${title}: ${name || 'none'}`;
}

/** The part of the source that is read; of one that has parts in turn, all where none is named. */
function partWords(look: Look, contracts: readonly SourceContract[]): string {
  const parts = contracts.map(({ behaviour: { reads = [] } }) => reads.map((path) => look.values(path).map(wordsOf).join(', ')));
  const [first, ...deeper] = parts.find(([part]) => part) ?? [];
  return first === undefined ? '' : `(${[first, ...deeper.map((part) => part || '*')].join('.')})`;
}

function defaultOf(contracts: readonly SourceContract[], property: string): string {
  const values = new Set(contracts.map(({ rows }) => rows.find((row) => row.property === property)?.default));
  const [value] = values;
  return values.size === 1 && value !== undefined ? `${value} (default)` : '';
}

function windowWords(batching: string, tumbling: string): string {
  return [batching && `${batching} s`, tumbling && Number(tumbling) !== 0 && `tumbling ${tumbling} s`].filter(Boolean).join(', ');
}

function timestampWords(timestamp: unknown): string {
  return typeof timestamp === 'number' ? new Date(timestamp * 1000).toISOString() : wordsOf(timestamp);
}

function retryWords(look: Look, contracts: readonly SourceContract[]): string {
  const given = (path: string) => wordsOf(look.values(path)[0]);
  const retries = given('maximumRetryAttempts');
  const age = given('maximumRecordAgeInSeconds');
  const retriesItself = contracts.length > 0 && contracts.every(({ rows }) => rows.some(({ property }) => property === 'maximumRetryAttempts'));
  return [
    retries === '-1' ? 'for ever' : retries || (retriesItself && age === '' ? 'for ever (default)' : ''),
    age && age !== '-1' && `up to ${age} s`,
    given('bisectBatchOnFunctionError') === 'true' && 'bisecting',
    look.values('functionResponseTypes[]').includes('ReportBatchItemFailures') && 'failed items only',
  ].filter(Boolean).join(', ');
}
