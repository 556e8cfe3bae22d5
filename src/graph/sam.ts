import { cloudFormationPath } from './names';
import { Properties } from '../model/contract';
import { Naming } from '../model/problem-text';
import { SamEvent } from '../model/recognition';
import { isKnownObject } from '../model/tokens';

export const SAM_FUNCTION = 'AWS::Serverless::Function';

/** The properties that AWS SAM keeps for itself. */
const OWN = ['DynamicPolicyName', 'SecretsManagerKmsKeyId'];

/** The properties of a function with those that are for all functions: objects are merged, and lists are joined. */
export function withGlobals(globals: Properties, own: Properties): Properties {
  const both = Object.keys(own).filter((name) => Object.hasOwn(globals, name));
  return {
    ...globals,
    ...own,
    ...Object.fromEntries(both.map((name) => [name, mergedWithGlobal(globals[name], own[name])])),
  };
}

function mergedWithGlobal(global: unknown, own: unknown): unknown {
  if (Array.isArray(global) && Array.isArray(own)) return [...global, ...own];
  return isKnownObject(global) && isKnownObject(own) ? withGlobals(global, own) : own;
}

/** The target of a function's events: its alias, where AWS SAM makes one. */
export function invokedByEvents(functionId: string, { AutoPublishAlias: alias }: Properties): object {
  return alias === undefined ? { Ref: functionId } : { 'Fn::Join': [':', [{ Ref: functionId }, alias]] };
}

/** The properties of the mapping that AWS SAM makes of an event: of those that are null, it makes none. */
export function mappingOfEvent(functionName: object, event: SamEvent, properties: Properties): Properties {
  const mapping: { [name: string]: unknown } = { FunctionName: functionName };
  const own = Object.entries(properties).filter(([property, value]) => !OWN.includes(property) && value !== null);
  for (const [name, value] of own) {
    put(mapping, mappingPathOf(event, name), name === 'DestinationConfig' ? withoutType(value) : value);
  }
  return mapping;
}

function mappingPathOf({ source, places = {} }: SamEvent, name: string): readonly string[] {
  if (name === source) return ['EventSourceArn'];
  return Object.hasOwn(places, name) ? cloudFormationPath(places[name]).split('.') : [name];
}

/** The names in an event for the properties of the mapping that is made of it. */
export function namingOfEvent({ source, places = {} }: SamEvent): Naming {
  const moved = [...(source === undefined ? [] : [[source, 'eventSourceArn']]), ...Object.entries(places)];
  return (path) => {
    const [name, place] = moved.find(([, at]) => isWithin(path, at)) ?? [];
    if (name !== undefined) return name + cloudFormationPath(path.slice(place!.length));
    const [only, ...others] = moved.filter(([, at]) => isWithin(at, path));
    return only === undefined || others.length > 0 ? cloudFormationPath(path) : only[0];
  };
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}

function put(into: { [name: string]: unknown }, [name, ...deeper]: readonly string[], value: unknown): void {
  if (deeper.length === 0) {
    into[name] = value;
  } else {
    put((into[name] ??= {}) as { [name: string]: unknown }, deeper, value);
  }
}

/** AWS SAM asks for the kind of a destination, and makes one where it is not named. */
function withoutType(config: unknown): unknown {
  const { OnFailure } = (config ?? {}) as { OnFailure?: unknown };
  if (typeof OnFailure !== 'object' || OnFailure === null || !('Type' in OnFailure)) return config;
  const { Type: kind, ...others } = OnFailure;
  const made =
    'Destination' in others || (kind !== 'SQS' && kind !== 'SNS')
      ? others
      : { Destination: { 'Fn::GetAtt': ['made by AWS SAM', 'Arn'] } };
  return { ...(config as object), OnFailure: made };
}
