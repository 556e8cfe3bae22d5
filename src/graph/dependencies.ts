import { attributeOf } from './references';
import { SAM_FUNCTION } from './sam';
import { objectsIn } from './siblings';
import type { Template } from './template';
import { memoize } from '../model/memoize';

/** The resources of a template that each of them waits for by itself. */
const waitsOf = memoize((template: Template) => {
  const known = new Map<string, readonly string[]>();
  return (id: string): readonly string[] => {
    const waits = known.get(id) ?? ownWaitsOf(template, id);
    known.set(id, waits);
    return waits;
  };
});

/** The resources that are made before each of them, found out once for all that ask for it. */
const allBefore = memoize((template: Template) => {
  const known = new Map<string, ReadonlySet<string>>();
  return (id: string): ReadonlySet<string> => {
    const before = known.get(id) ?? findBefore(template, id);
    known.set(id, before);
    return before;
  };
});

/**
 * The resources that are made before one, because it refers to them or names them in `DependsOn`, or because such a
 * resource does.
 */
export function madeBefore(template: Template, id: string): ReadonlySet<string> {
  return allBefore(template)(id);
}

/** Whether a resource is made after another one: many mappings wait for the same few resources. */
export function isMadeAfter(template: Template, id: string, other: string): boolean {
  return waitsOf(template)(id).some((next) => next === other || madeBefore(template, next).has(other));
}

function findBefore(template: Template, id: string): Set<string> {
  const before = new Set<string>();
  const rest = [id];
  while (rest.length > 0) {
    for (const next of waitsOf(template)(rest.pop()!)) {
      if (before.has(next)) continue;
      before.add(next);
      rest.push(next);
    }
  }
  return before;
}

function ownWaitsOf(template: Template, id: string): string[] {
  const waits = [...template.dependenciesOf(id)];
  for (const object of objectsOf(template, id)) addIdsIn(object, waits);
  return waits;
}

/** All objects in a resource, with those that it takes from the globals of AWS SAM, which are not in its definition. */
function objectsOf(template: Template, id: string): ReadonlySet<object> {
  const written = objectsIn(template.resources[id]);
  const resource = template.resource(id);
  return resource?.type === SAM_FUNCTION ? new Set([...written, ...objectsIn(resource.properties)]) : written;
}

/** Adds the ids that an intrinsic function refers to by itself. */
function addIdsIn(value: object, ids: string[]): void {
  const { 'Fn::Sub': substituted } = value as { 'Fn::Sub'?: unknown };
  if (substituted !== undefined) {
    const [text] = [substituted].flat();
    const named = typeof text === 'string' ? text.matchAll(/\$\{([^!}][^}]*)\}/g) : [];
    for (const [, name] of named) ids.push(resourceNamed(name.trim()));
  }
  const id = attributeOf(value)?.id;
  if (id !== undefined) ids.push(resourceNamed(id));
}

/** AWS SAM calls what it makes for a resource after that: `Handler.Alias`. */
function resourceNamed(id: string): string {
  return id.split('.')[0];
}
