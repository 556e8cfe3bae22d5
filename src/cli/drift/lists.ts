import { Properties } from '../../model/contract';
import { isUnknown } from '../../model/tokens';

interface TypedItem {
  readonly type: string;
  readonly uri?: unknown;
}

/**
 * The values of lists whose items have a type, by the steps of a path that lead to them; unset for other lists.
 *
 * A type that stands in one of them several times has a list.
 */
export function valuesByType(...lists: readonly (readonly unknown[])[]): Properties[] | undefined {
  if (!lists.some((list) => list.length > 0) || !lists.every((list) => list.every(isTypedItem))) return undefined;
  const typed = lists as readonly (readonly TypedItem[])[];
  const isMany = (type: string) => typed.some((list) => list.filter((one) => one.type === type).length > 1);
  return typed.map((list) => propertiesByType(list, isMany));
}

/** The items of other lists: of those that have one property, its value. */
export function itemsOf(list: readonly unknown[]): unknown[] {
  return list.map(onlyValueOf);
}

function isTypedItem(item: unknown): item is TypedItem {
  return typeof (item as TypedItem | null)?.type === 'string';
}

/** The type alone says something where there is no URI. */
function propertiesByType(list: readonly TypedItem[], isMany: (type: string) => boolean): Properties {
  const types = [...new Set(list.map(({ type }) => type))];
  return Object.fromEntries(
    types.map((type) => {
      const ofType = list.filter((one) => one.type === type).map(({ uri }) => uri);
      const uris = ofType.filter((uri) => uri !== undefined && uri !== null && uri !== '');
      if (uris.length === 0) return [`[${type}]`, true];
      return [`[${type}]`, { uri: isMany(type) ? uris : uris[0] }];
    }),
  );
}

function onlyValueOf(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || isUnknown(item)) return item;
  const [value, ...more] = Object.values(item);
  return more.length === 0 ? value : item;
}
