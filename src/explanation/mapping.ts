import type { Setting, Source } from '../model/behaviour';
import { numberIn } from '../model/constraints';
import type { PropertyReader, Resource, SourceContract } from '../model/contract';
import { readerAt } from '../model/paths';
import { isUnknown } from '../model/tokens';

/** How the reader of an explanation calls things. */
export interface Names {
  /** A property of the mapping, by its path. */
  property(path: string): string;
  /** What a value refers to. */
  resource(value: unknown): string;
}

/** A mapping that is to be explained, whoever made it. */
export interface ExplainedMapping {
  readonly contract: SourceContract;
  readonly reader: PropertyReader;
  readonly names: Names;
  /** The first resource that a value refers to. */
  find(value: unknown): Resource | undefined;
}

const FUNCTION_NAME = 'functionName';
/** CloudFormation's default, in seconds. */
const TIMEOUT = 3;

export function sourceOf({ reader, find }: ExplainedMapping): Source {
  return { resource: find(reader.values('eventSourceArn')[0]), find };
}

/** The function that is invoked; an alias and a version name theirs. */
export function functionOf({ reader, find }: ExplainedMapping): Resource | undefined {
  const named = find(reader.values(FUNCTION_NAME)[0]);
  return named?.properties.FunctionName !== undefined && named.properties.Code === undefined
    ? find(named.properties.FunctionName) ?? named
    : named;
}

/** In seconds; `undefined` where it is not known. */
export function timeoutOf(mapping: ExplainedMapping): number | undefined {
  const lambda = functionOf(mapping);
  return lambda && isFunction(lambda) ? numberAt(lambda, 'Timeout') ?? defaultAt(lambda, 'Timeout', TIMEOUT) : undefined;
}

export function reservedConcurrencyOf(mapping: ExplainedMapping): number | undefined {
  const lambda = functionOf(mapping);
  return lambda && isFunction(lambda) ? numberAt(lambda, 'ReservedConcurrentExecutions') : undefined;
}

function isFunction({ type }: Resource): boolean {
  return type.endsWith('::Function');
}

function numberAt({ properties }: Resource, path: string): number | undefined {
  return knownNumber(readerAt(properties).values(path)[0]);
}

function defaultAt({ properties }: Resource, path: string, byDefault: number): number | undefined {
  return readerAt(properties).has(path) === false ? byDefault : undefined;
}

/** `undefined` where only the deployment knows it. */
export function knownNumber(value: unknown): number | undefined {
  if (value === undefined || isUnknown(value)) return undefined;
  const number = numberIn(value);
  return Number.isNaN(number) ? undefined : number;
}

export function numberOf(setting: Setting | undefined): number | undefined {
  return knownNumber(setting?.value);
}

/** What sets it, as the reader calls that. */
export function originOf({ property, of }: Setting, { property: nameOf }: Names): string {
  return property === undefined ? of ?? '' : nameOf(property);
}
