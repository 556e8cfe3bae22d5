import { once } from '../graph/once';
import { numberIn, textIn } from '../model/constraints';
import { Look, Resource, Where } from '../model/contract';
import { lookAt, read } from '../model/paths';
import { isUnknown } from '../model/tokens';

/** The resource that a value refers to, where it is one of these types. */
export function find(value: unknown, types: readonly string[], { neighbours }: Where): Resource | undefined {
  const found = neighbours?.find(value);
  return found && types.includes(found.type) ? found : undefined;
}

/** What tells resources apart, whichever template looks at them. */
export function ownOf(resource: Resource): Resource {
  return resource.own ?? resource;
}

/** What a mapping polls, where that is one of these types. */
export function sourceOf(look: Look, where: Where, ...types: string[]): Resource | undefined {
  const found = polled(look, where);
  return found && types.includes(found.type) ? found : undefined;
}

const polled = once((look: Look, where: Where) => where.neighbours?.find(look.values('eventSourceArn')[0]));

/** What a resource has at a path, or what CloudFormation takes where it has nothing; `undefined` where that is not known. */
export function valueAt(resource: Resource, path: string, byDefault?: unknown): unknown {
  const { entries: [entry], complete } = read(resource.properties, path);
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
  return lookAt(resource.properties).any(path, (value) => /^true$/i.test(textIn(value)));
}

export function lacks(resource: Resource, path: string): boolean {
  return lookAt(resource.properties).has(path) === false;
}

export function valuesAt({ properties }: Resource, path: string): unknown[] {
  return lookAt(properties).values(path);
}

/** Something of all resources of a type, which is found out once for all mappings. */
export function ofAll<Result>(type: string, findOut: (all: readonly Resource[], where: Where) => Result): (where: Where) => Result {
  const known = once(findOut);
  return (where) => known(where.neighbours?.all(type) ?? [], where);
}
