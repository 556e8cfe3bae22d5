import { inCloudFormationNames } from './cloud-formation-names';
import { DeploymentPlace, placeIn } from './place';
import { l1Name } from '../../graph/names';
import { Properties } from '../../model/contract';
import { JsonMembers } from '../../model/json-members';

/** A mapping as Lambda lists it. */
export interface DeployedMapping {
  readonly uuid: string;
  readonly functionArn: string;
  /** Its properties, in the names that rules speak, and in those of CloudFormation. */
  readonly properties: Properties;
  readonly written: Properties;
  readonly place?: DeploymentPlace;
  readonly state: string;
  /** Whether a user or Lambda made the last change, or what is wrong. */
  readonly transition: string;
  /** The result of the last batch. */
  readonly result: string;
  /** The problem with the key of the filter patterns. */
  readonly filterError?: string;
  /** The patterns are encrypted, so that Lambda lists none. */
  readonly hidesFilters: boolean;
}

/** The fields that Lambda reports for a mapping and nobody sets. */
const TOLD = [
  'UUID',
  'EventSourceMappingArn',
  'State',
  'StateTransitionReason',
  'LastModified',
  'LastProcessingResult',
  'FilterCriteriaError',
  'ResponseMetadata',
];

/** The properties that Lambda's API and CloudFormation name differently. */
const API_NAMES = new Map([
  ['FunctionArn', 'functionName'],
  ['KMSKeyArn', 'kmsKeyArn'],
]);

/** Reads an answer of Lambda's API; `undefined` where it is something else. */
export function deployedMapping(answer: unknown): DeployedMapping | undefined {
  const { UUID: uuid, FunctionArn: functionArn, EventSourceMappingArn: arn } = (answer ?? {}) as JsonMembers;
  if (typeof uuid !== 'string' || typeof functionArn !== 'string') return undefined;
  const given = answer as JsonMembers;
  const members = Object.entries(given).filter(([name]) => !TOLD.includes(name));
  const enabled = isEnabled(textOrEmpty(given.State));
  const set = apiValueInL1Names(Object.fromEntries(members)) as Properties;
  const properties = enabled === undefined ? set : { ...set, enabled };
  return {
    uuid,
    functionArn,
    properties,
    written: inCloudFormationNames(properties) as Properties,
    place: placeIn(textOrEmpty(arn)) ?? placeIn(functionArn),
    state: textOrEmpty(given.State),
    transition: textOrEmpty(given.StateTransitionReason),
    result: textOrEmpty(given.LastProcessingResult),
    filterError: filterErrorIn(given.FilterCriteriaError),
    hidesFilters: typeof given.KMSKeyArn === 'string' && !given.FilterCriteria,
  };
}

/** Whether Lambda polls, or is about to; `undefined` while it changes something else. */
function isEnabled(state: string): boolean | undefined {
  if (/^(Enabled|Enabling)$/i.test(state)) return true;
  return /^(Disabled|Disabling)$/i.test(state) ? false : undefined;
}

function filterErrorIn(error: unknown): string | undefined {
  const { ErrorCode: code, Message: message } = (error ?? {}) as JsonMembers;
  return [code, message].map(textOrEmpty).filter(Boolean).join(': ') || undefined;
}

function textOrEmpty(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A value of the API in whose objects the properties have the names that rules speak. */
function apiValueInL1Names(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(apiValueInL1Names);
  if (typeof value !== 'object' || value === null) return value;
  const nameOf = (name: string) => API_NAMES.get(name) ?? propertyName(name);
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [nameOf(name), apiValueInL1Names(child)]));
}

/** A key of a map, which is written in capitals, is a property in CloudFormation. */
function propertyName(name: string): string {
  const isKey = /^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(name);
  return isKey ? name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) : l1Name(name);
}
