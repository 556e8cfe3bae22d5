import { plainWordsOf } from '../../analysis/words';
import { cloudFormationPath } from '../../graph/names';
import { Template } from '../../graph/template';
import { PropertyReader, PropertySpec, SourceContract } from '../../model/contract';
import { nameOfValue } from '../names';

/** The properties that other columns show. */
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
  const specs = new Map(contracts.flatMap((contract) => contract.properties).map((spec) => [spec.property, spec]));
  const others = [...specs.values()].filter(
    ({ root, property }) => !SHOWN.includes(root!) && !reads.includes(property),
  );
  return others
    .filter(({ isList }) => !isList)
    .map((spec) => settingWords(template, reader, spec))
    .filter(Boolean)
    .join(', ');
}

function settingWords(template: Template, reader: PropertyReader, { property }: PropertySpec): string {
  const values = reader.values(property).filter((value) => !isGroup(value));
  const words = values
    .map((value) => nameOfValue(template, value) || plainWordsOf(value))
    .filter(Boolean)
    .join(', ');
  return words === '' ? '' : `${settingLabel(property)}: ${words}`;
}

/** Its parts have specs of their own. */
function isGroup(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return !Object.keys(value).some((name) => name === 'Ref' || name.startsWith('Fn::'));
}

/** An entry of a list is called by its type: 'BASIC_AUTH'. */
function settingLabel(property: string): string {
  const [, type] = /\[(\w+)\]\.\w+$/.exec(property) ?? [];
  return type ?? cloudFormationPath(property).split('.').at(-1)!;
}
