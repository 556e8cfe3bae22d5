import { filterWords } from './filter-words';
import { settingsOf } from './settings';
import { recognise } from '../../analysis/recognise';
import { plainWordsOf } from '../../analysis/words';
import { Ceiling, ceilingWords, concurrencyCeiling, rateCeiling } from '../../explanation/ceilings';
import { durationWords } from '../../explanation/durations';
import { explanationOf } from '../../explanation/explain';
import {
  ExplainedMapping,
  knownNumber,
  Names,
  numberOfSetting,
  originOf,
  sourceOfMapping,
} from '../../explanation/mapping';
import { readerOf } from '../../graph/l1-properties';
import { cloudFormationPath } from '../../graph/names';
import { Template, TemplateMapping } from '../../graph/template';
import { Failure, Setting } from '../../model/behaviour';
import { amount } from '../../model/constraints';
import { PropertyReader, SourceContract } from '../../model/contract';
import { commonDefault } from '../common-default';
import { sourceTitle } from '../findings';
import { nameOfMapping, nameOfValue } from '../names';

/** The facts that a reviewer wants to know about a mapping, in words. */
export interface ReviewRow {
  readonly file: string;
  readonly logicalId: string;
  /** The name by which the template's authors know it. */
  readonly name: string;
  readonly source: string;
  readonly function: string;
  readonly batch: string;
  readonly window: string;
  readonly start: string;
  /** How many batches can be in progress at the same time, and how that comes about. */
  readonly ceiling: string;
  /** How much can be read, and how that comes about. */
  readonly rate: string;
  /** How many records can be in progress at the same time, and how that comes about. */
  readonly records: string;
  readonly retries: string;
  readonly destination: string;
  readonly filters: string;
  readonly more: string;
}

/** A column of the table of mappings. */
export type Column = Exclude<keyof ReviewRow, 'file' | 'logicalId'>;

export const COLUMNS: readonly (readonly [Column, string])[] = [
  ['name', 'Mapping'],
  ['source', 'Source'],
  ['function', 'Function'],
  ['batch', 'Batch'],
  ['window', 'Window'],
  ['start', 'Start'],
  ['ceiling', 'Concurrency'],
  ['records', 'Records at once'],
  ['rate', 'Rate'],
  ['retries', 'Retries'],
  ['destination', 'On failure'],
  ['filters', 'Filters'],
  ['more', 'More'],
];

/** A mapping with the only kind of source that it may have, where that is known. */
export function explainedMappingIn(template: Template, mapping: TemplateMapping): ExplainedMapping | undefined {
  const {
    contracts: [contract, ...others],
    bySource,
  } = recognise(template, mapping);
  if (!bySource || others.length > 0) return undefined;
  return {
    contract,
    reader: readerOf(mapping.resource),
    related: template.around(mapping.resource),
    names: { property: cloudFormationPath, resource: (value) => nameOfValue(template, value) },
  };
}

export function rowOf(file: string, template: Template, mapping: TemplateMapping): ReviewRow {
  const reader = readerOf(mapping.resource);
  const { contracts, bySource } = recognise(template, mapping);
  const known = bySource ? contracts : [];
  const explained = explainedMappingIn(template, mapping);
  const given = (path: string) => plainWordsOf(reader.values(path)[0]);
  return {
    file,
    logicalId: mapping.id,
    name: nameOfMapping(template, mapping),
    source: [sourceWords(template, reader, known), partWords(reader, contracts)].filter(Boolean).join(' '),
    function:
      nameOfValue(template, reader.values('functionName')[0]) + (given('enabled') === 'false' ? ' (disabled)' : ''),
    batch: given('batchSize') || defaultWords(known, 'batchSize'),
    window: windowWords(reader, known),
    start: startWords(reader),
    ceiling: ceilingIn(explained, concurrencyCeiling),
    rate: ceilingIn(explained, rateCeiling),
    records: recordsIn(explained),
    retries: retryWords(reader, explained),
    destination: destinationWords(template, reader, explained),
    filters:
      reader.values('filterCriteria.filters[].pattern').map(filterWords).join('; or ') || given('filterCriteria'),
    more: settingsOf(template, reader, known),
  };
}

/** The sentences about what happens to a mapping's records; none if its source is not known. */
export function explanationIn(template: Template, mapping: TemplateMapping): string[] {
  const explained = explainedMappingIn(template, mapping);
  return explained === undefined ? [] : explanationOf(explained);
}

type CeilingOf = (mapping: ExplainedMapping) => Ceiling | undefined;

function ceilingIn(explained: ExplainedMapping | undefined, ceilingOf: CeilingOf): string {
  const found = explained && ceilingOf(explained);
  return found === undefined ? '' : ceilingWords(found);
}

function recordsIn(explained: ExplainedMapping | undefined): string {
  if (explained === undefined) return '';
  const batches = concurrencyCeiling(explained)?.number;
  const {
    contract: { properties: specs, behaviour },
    reader,
  } = explained;
  const byDefault = specs.find(({ property }) => property === 'batchSize')?.default;
  const size = knownNumber(reader.values('batchSize')[0] ?? byDefault);
  const noun = behaviour.records?.noun ?? 'record';
  if (batches === undefined || size === undefined) return '';
  return `${amount(batches * size)} ${noun}s (${amount(batches)} × ${amount(size)})`;
}

function sourceWords(template: Template, reader: PropertyReader, contracts: readonly SourceContract[]): string {
  const title = contracts.length > 0 ? sourceTitle(contracts) : 'source not known';
  const name =
    nameOfValue(template, reader.values('eventSourceArn')[0]) ||
    reader.values('selfManagedEventSource.endpoints.kafkaBootstrapServers[]').map(plainWordsOf).join(', ');
  return `${title}: ${name || 'none'}`;
}

/** The part of the source that is read; of one that has parts in turn, all where none is named. */
function partWords(reader: PropertyReader, contracts: readonly SourceContract[]): string {
  const parts = contracts.map(({ behaviour: { reads = [] } }) =>
    reads.map((path) => reader.values(path).map(plainWordsOf).join(', ')),
  );
  const [first, ...deeper] = parts.find(([part]) => part) ?? [];
  return first === undefined ? '' : `(${[first, ...deeper.map((part) => part || '*')].join('.')})`;
}

function defaultWords(contracts: readonly SourceContract[], property: string): string {
  const byDefault = commonDefault(contracts, property);
  return byDefault === undefined ? '' : `${byDefault} (default)`;
}

function windowWords(reader: PropertyReader, contracts: readonly SourceContract[]): string {
  const [batching] = reader.values('maximumBatchingWindowInSeconds');
  const [tumbling] = reader.values('tumblingWindowInSeconds');
  const own = defaultWords(contracts, 'maximumBatchingWindowInSeconds').replace(' milliseconds', ' ms');
  return [
    batching === undefined ? own.replace(/^0 \(default\)$/, '') : timeWords(batching),
    tumbling === undefined || knownNumber(tumbling) === 0 ? '' : `tumbling ${timeWords(tumbling)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function timeWords(value: unknown): string {
  const seconds = knownNumber(value);
  return seconds === undefined ? plainWordsOf(value) : durationWords(seconds);
}

function startWords(reader: PropertyReader): string {
  const [timestamp] = reader.values('startingPositionTimestamp');
  const moment = typeof timestamp === 'number' ? momentWords(timestamp) : plainWordsOf(timestamp);
  return [plainWordsOf(reader.values('startingPosition')[0]), moment].filter(Boolean).join(' ');
}

/** A number that is no moment stays what it is. */
function momentWords(seconds: number): string {
  const moment = new Date(seconds * 1000);
  return Number.isNaN(moment.getTime()) ? String(seconds) : moment.toISOString().replace(/\.000Z$/, 'Z');
}

function retryWords(reader: PropertyReader, explained: ExplainedMapping | undefined): string {
  const failure = explained && explained.contract.behaviour.records?.failure(reader, sourceOfMapping(explained));
  return [
    ...(failure === undefined ? givenLimits(reader) : limitWords(failure, explained!)),
    failure?.isSplit ? 'cutting failed batches in two' : '',
    reader.values('functionResponseTypes[]').includes('ReportBatchItemFailures') ? 'failed items only' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function givenLimits(reader: PropertyReader): string[] {
  const [retries] = reader.values('maximumRetryAttempts');
  const [age] = reader.values('maximumRecordAgeInSeconds');
  return [
    retries === undefined || knownNumber(retries) === -1 ? '' : `${plainWordsOf(retries)} retries`,
    age === undefined || knownNumber(age) === -1 ? '' : `up to ${timeWords(age)} old`,
  ];
}

function limitWords({ retries, age, receives, pause }: Failure, { names }: ExplainedMapping): string[] {
  const number = (value: unknown, one: string, many: string) => {
    const known = knownNumber(value);
    if (known === undefined) return `${many} as often as ${names.resource(value) || 'its source says'}`;
    return `${amount(known)} ${known === 1 ? one : many}`;
  };
  const apart = numberOfSetting(pause) === undefined ? '' : `${durationWords(numberOfSetting(pause)!)} apart`;
  const unlimited = retries === undefined && age === undefined && receives === undefined;
  return [
    retries === undefined ? '' : number(retries.value, 'retry', 'retries'),
    age === undefined ? '' : `up to ${ageWords(age, names)} old`,
    receives === undefined ? '' : number(receives.value, 'try', 'tries'),
    unlimited ? 'unlimited, until it expires' : '',
    apart,
  ];
}

function ageWords(age: Setting, names: Names): string {
  const seconds = numberOfSetting(age);
  return seconds === undefined ? originOf(age, names) : durationWords(seconds);
}

function destinationWords(template: Template, reader: PropertyReader, explained: ExplainedMapping | undefined): string {
  const [given] = reader.values('destinationConfig.onFailure.destination');
  const own = given === undefined ? undefined : { value: given, noun: '' };
  const found = explained?.contract.behaviour.records?.failure(reader, sourceOfMapping(explained)).destination ?? own;
  if (found === undefined) return '';
  const name = nameOfValue(template, found.value);
  return found.value === given ? name : `${name} (${found.noun})`;
}
