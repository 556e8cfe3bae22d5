import { Json, JsonObject, writeJson } from './json';
import { Leaf } from './operators';

/** For each list on the way to a value, the element that the value is in: those of one object belong together. */
export type Elements = ReadonlyMap<number, number>;

/** The values of an event at each path: several where there are lists. */
export type Leaves = ReadonlyMap<string, readonly { readonly leaf: Leaf; readonly elements: Elements }[]>;

/** Takes an event apart. Objects and lists without values leave nothing. */
export function leavesOf(event: JsonObject): Leaves {
  const leaves = new Map<string, { leaf: Leaf; elements: Elements }[]>();
  let lists = 0;

  const object = ({ members }: JsonObject, path: string, elements: Elements) =>
    members.forEach(([key, value]) => any(value, path ? `${path}.${key}` : key, elements));
  const list = (items: readonly Json[], path: string, elements: Elements) => {
    const id = lists++;
    // A value of the list itself is in no element: it goes together with those of all others.
    items.forEach((item, index) => any(item, path, isLeaf(item) ? elements : new Map([...elements, [id, index]])));
  };
  const any = (value: Json, path: string, elements: Elements): void => {
    if (value instanceof JsonObject) return object(value, path, elements);
    if (Array.isArray(value)) return list(value, path, elements);
    if (!leaves.has(path)) leaves.set(path, []);
    leaves.get(path)!.push({ leaf: typeof value === 'string' ? `"${value}"` : writeJson(value), elements });
  };

  object(event, '', new Map());
  return leaves;
}

/** All elements that two values are in; nothing where these are different elements of one list. */
export function mergeElements(some: Elements, more: Elements): Elements | undefined {
  return [...more].every(([list, element]) => (some.get(list) ?? element) === element)
    ? new Map([...some, ...more])
    : undefined;
}

function isLeaf(value: Json): boolean {
  return !(value instanceof JsonObject) && !Array.isArray(value);
}
