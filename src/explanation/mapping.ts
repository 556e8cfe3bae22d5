import type { Setting, Source } from '../model/behaviour';
import { numberIn } from '../model/constraints';
import type { PropertyReader, RelatedResources, SourceContract } from '../model/contract';
import { isUnknown } from '../model/tokens';
import { numberAt } from '../related/find';
import { timeoutOf as timeoutOfFunction } from '../related/function';
import { functionOf } from '../related/invoked';

/** The names for the reader of an explanation. */
export interface Names {
  /** A property of the mapping, by its path. */
  property(path: string): string;
  /** The resource that a value refers to. */
  resource(value: unknown): string;
}

/** A mapping that is to be explained, whoever made it. */
export interface ExplainedMapping {
  readonly contract: SourceContract;
  readonly reader: PropertyReader;
  readonly names: Names;
  readonly related?: RelatedResources;
}

export function sourceOfMapping({ reader, related }: ExplainedMapping): Source {
  const find = (value: unknown) => related?.find(value);
  return { resource: find(reader.values('eventSourceArn')[0]), find };
}

/** In seconds; `undefined` where it is not known. */
export function functionTimeoutOf({ reader, related }: ExplainedMapping): number | undefined {
  const lambda = functionOf(reader, { related });
  return lambda && timeoutOfFunction(lambda);
}

export function reservedConcurrencyOf({ reader, related }: ExplainedMapping): number | undefined {
  const lambda = functionOf(reader, { related });
  return lambda && numberAt(lambda, 'ReservedConcurrentExecutions');
}

/** `undefined` where only the deployment knows it. */
export function knownNumber(value: unknown): number | undefined {
  if (value === undefined || isUnknown(value)) return undefined;
  const number = numberIn(value);
  return Number.isNaN(number) ? undefined : number;
}

export function numberOfSetting(setting: Setting | undefined): number | undefined {
  return knownNumber(setting?.value);
}

/** The origin of a setting, as the reader calls it. */
export function originOf({ property, of }: Setting, { property: nameOf }: Names): string {
  return property === undefined ? (of ?? '') : nameOf(property);
}
