import { wordsOf } from '../../analysis/words';
import { cloudFormationPath } from '../../graph/names';
import { Template } from '../../graph/template';
import { PropertyReader, PropertySpec, SourceContract } from '../../model/contract';
import { nameOf } from '../names';

/** What other columns show. */
const SHOWN = [
  'eventSourceArn',
  'selfManagedEventSource',
  'functionName',
  'enabled',
  'batchSize',
  'maximumBatchingWindowInSeconds',
  'tumblingWindowInSeconds',
  'startingPosition',
  'startingPositionTimestamp',
  'maximumRetryAttempts',
  'maximumRecordAgeInSeconds',
  'bisectBatchOnFunctionError',
  'functionResponseTypes',
  'destinationConfig',
  'filterCriteria',
  'tags',
];

/** All else that a mapping has, under the last names of the properties. */
export function settingsOf(template: Template, reader: PropertyReader, contracts: readonly SourceContract[]): string {
  const reads = contracts.flatMap(({ behaviour: { reads: paths = [] } }) => paths);
  const rows = new Map(contracts.flatMap((contract) => contract.properties).map((row) => [row.property, row]));
  const others = [...rows.values()].filter((row) => !SHOWN.includes(rootOf(row)) && !reads.includes(row.property));
  return others
    .filter((row) => !row.isList)
    .map((row) => settingWords(template, reader, row))
    .filter(Boolean)
    .join(', ');
}

function rootOf({ property }: PropertySpec): string {
  return property.split(/[.[]/)[0];
}

function settingWords(template: Template, reader: PropertyReader, { property }: PropertySpec): string {
  const values = reader.values(property).filter((value) => !isGroup(value));
  const words = values
    .map((value) => nameOf(template, value) || wordsOf(value))
    .filter(Boolean)
    .join(', ');
  return words === '' ? '' : `${labelOf(property)}: ${words}`;
}

/** Its parts have rows. */
function isGroup(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return !Object.keys(value).some((name) => name === 'Ref' || name.startsWith('Fn::'));
}

/** An entry of a list is called by its type: 'BASIC_AUTH'. */
function labelOf(property: string): string {
  const [, type] = /\[(\w+)\]\.\w+$/.exec(property) ?? [];
  return type ?? cloudFormationPath(property).split('.').at(-1)!;
}
