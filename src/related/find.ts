import { numberIn, textIn } from '../model/constraints';
import { PropertyReader, Resource, Context } from '../model/contract';
import { memoize } from '../model/memoize';
import { readerAt, read } from '../model/paths';
import { isUnknown } from '../model/tokens';

/** The resource that a value refers to, where it is one of these types. */
export function find(value: unknown, types: readonly string[], { related }: Context): Resource | undefined {
  const found = related?.find(value);
  return found && types.includes(found.type) ? found : undefined;
}

/** The resource by which resources are told apart, whichever template looks at them. */
export function ownOf(resource: Resource): Resource {
  return resource.own ?? resource;
}

/** The resource that a mapping polls, where it is one of these types. */
export function sourceOf(reader: PropertyReader, context: Context, ...types: string[]): Resource | undefined {
  const found = polled(reader, context);
  return found && types.includes(found.type) ? found : undefined;
}

const polled = memoize((reader: PropertyReader, context: Context) =>
  context.related?.find(reader.values('eventSourceArn')[0]),
);

/**
 * The value that a resource has at a path, or the default of CloudFormation; `undefined` where that is not known.
 */
export function valueAt(resource: Resource, path: string, byDefault?: unknown): unknown {
  const {
    entries: [entry],
    complete,
  } = read(resource.properties, path);
  if (entry) return isUnknown(entry.value) ? undefined : entry.value;
  return complete ? byDefault : undefined;
}

export function numberAt(resource: Resource, path: string, byDefault?: number): number | undefined {
  const number = numberIn(valueAt(resource, path, byDefault));
  return Number.isNaN(number) ? undefined : number;
}

export function textAt(resource: Resource, path: string, byDefault?: string): string | undefined {
  return textIn(valueAt(resource, path, byDefault) ?? '') || undefined;
}

export function isTrueAt(resource: Resource, path: string): boolean | undefined {
  return readerAt(resource.properties).any(path, (value) => /^true$/i.test(textIn(value)));
}

export function lacks(resource: Resource, path: string): boolean {
  return readerAt(resource.properties).has(path) === false;
}

export function valuesAt({ properties }: Resource, path: string): unknown[] {
  return readerAt(properties).values(path);
}

/** Something of all resources of a type, which is found out once for all mappings. */
export function ofAll<Result>(
  type: string,
  findOut: (all: readonly Resource[], context: Context) => Result,
): (context: Context) => Result {
  const known = memoize(findOut);
  return (context) => known(context.related?.all(type) ?? [], context);
}
