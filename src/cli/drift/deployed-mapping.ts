import { inCloudFormationNames } from './cloud-formation-names';
import { Place, placeIn } from './place';
import { l1Name } from '../../graph/names';
import { Properties } from '../../model/contract';

/** A mapping as Lambda lists it. */
export interface DeployedMapping {
  readonly uuid: string;
  readonly functionArn: string;
  /** Its properties, in the names that rules speak, and in those of CloudFormation. */
  readonly properties: Properties;
  readonly written: Properties;
  readonly place?: Place;
  readonly state: string;
  /** Whether a user or Lambda made the last change, or what is wrong. */
  readonly transition: string;
  /** What came of the last batch. */
  readonly result: string;
  /** What is wrong with the key of the filter patterns. */
  readonly filterError?: string;
  /** The patterns are encrypted, so that Lambda lists none. */
  readonly hidesFilters: boolean;
}

type Answer = { readonly [member: string]: unknown };

/** What Lambda tells of a mapping and nobody sets. */
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

/** Where CloudFormation and Lambda's API have other names for the same. */
const API_NAMES = new Map([
  ['FunctionArn', 'functionName'],
  ['KMSKeyArn', 'kmsKeyArn'],
]);

/** Reads an answer of Lambda's API; `undefined` where it is something else. */
export function deployedMapping(answer: unknown): DeployedMapping | undefined {
  const { UUID: uuid, FunctionArn: functionArn, EventSourceMappingArn: arn } = (answer ?? {}) as Answer;
  if (typeof uuid !== 'string' || typeof functionArn !== 'string') return undefined;
  const given = answer as Answer;
  const members = Object.entries(given).filter(([name]) => !TOLD.includes(name));
  const enabled = isEnabled(textOf(given.State));
  const set = inL1Names(Object.fromEntries(members)) as Properties;
  const properties = enabled === undefined ? set : { ...set, enabled };
  return {
    uuid,
    functionArn,
    properties,
    written: inCloudFormationNames(properties) as Properties,
    place: placeIn(textOf(arn)) ?? placeIn(functionArn),
    state: textOf(given.State),
    transition: textOf(given.StateTransitionReason),
    result: textOf(given.LastProcessingResult),
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
  const { ErrorCode: code, Message: message } = (error ?? {}) as Answer;
  return [code, message].map(textOf).filter(Boolean).join(': ') || undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function inL1Names(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inL1Names);
  if (typeof value !== 'object' || value === null) return value;
  const nameOf = (name: string) => API_NAMES.get(name) ?? propertyName(name);
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [nameOf(name), inL1Names(child)]));
}

/** A key of a map, which is written in capitals, is a property in CloudFormation. */
function propertyName(name: string): string {
  const isKey = /^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(name);
  return isKey ? name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) : l1Name(name);
}
