import { memoize } from '../model/memoize';
import { attributeOf } from './references';
import { objectsIn } from './siblings';
import type { Template } from './template';

/** The resources of a template that each of them waits for by itself. */
const waitsOf = memoize((template: Template) => {
  const known = new Map<string, readonly string[]>();
  return (id: string): readonly string[] => {
    const waits = known.get(id) ?? ownWaitsOf(template, id);
    known.set(id, waits);
    return waits;
  };
});

/**
 * The resources that are made before one, because it refers to them or names them in `DependsOn`, or because such a
 * resource does.
 */
export function madeBefore(template: Template, id: string): ReadonlySet<string> {
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
  // The properties that a resource takes from elsewhere, such as the globals of AWS SAM, are not in its definition.
  const objects = new Set([...objectsIn(template.resources[id]), ...objectsIn(template.resource(id)?.properties)]);
  return [...template.dependenciesOf(id), ...[...objects].flatMap(idsIn)];
}

/** The ids that an intrinsic function refers to by itself. */
function idsIn(value: object): string[] {
  const { 'Fn::Sub': substituted } = value as { 'Fn::Sub'?: unknown };
  const [text] = [substituted].flat();
  const named =
    typeof text === 'string' ? [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name]) => name.trim()) : [];
  const { id } = attributeOf(value) ?? {};
  // AWS SAM calls what it makes for a resource after that: `Handler.Alias`.
  return [...named, ...(id === undefined ? [] : [id])].map((name) => name.split('.')[0]);
}
