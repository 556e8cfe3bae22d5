import { PropertySpec } from '../model/contract';

/** The shape that property specs want at a path. */
export interface WantedAt {
  readonly path: string;
  /** The specs of exactly this path. */
  readonly own: readonly PropertySpec[];
  readonly isWanted: boolean;
  readonly isList: boolean;
  readonly hasMembers: boolean;
  /** The types that the items of a list can have; unset where these have none. */
  readonly types?: readonly string[];
  /** The names in an object, or in each item of a list. */
  readonly members: readonly string[];
  /** The names that each item of a list has to have. */
  readonly needed: readonly string[];
  /** The place of a member of an object. */
  member(name: string): WantedAt;
  /** The place of each item of a list. */
  item(): WantedAt;
}

export type Wanted = (path: string) => WantedAt;

const SELECTOR = /^\[(?<type>\w*)\]/;

/** Mappings of a kind have much the same paths, so that each is looked up once. */
export function wantedBy(specs: readonly PropertySpec[]): Wanted {
  const known = new Map<string, WantedAt>();
  const wanted = (path: string): WantedAt => {
    const place = known.get(path) ?? placeAt(path);
    known.set(path, place);
    return place;
  };
  const placeAt = (path: string): WantedAt => {
    const members = new Map<string, WantedAt>();
    let items: WantedAt | undefined;
    return {
      ...specsAt(path, specs),
      member: (name) => {
        const found = members.get(name);
        if (found !== undefined) return found;
        const member = wanted(path === '' ? name : `${path}.${name}`);
        members.set(name, member);
        return member;
      },
      item: () => (items ??= wanted(`${path}[]`)),
    };
  };
  return wanted;
}

function specsAt(path: string, specs: readonly PropertySpec[]): Omit<WantedAt, 'member' | 'item'> {
  const own = specs.filter(({ property }) => property === path);
  const deeper = path === '' ? specs : specs.filter(({ property }) => /^[.[]/.test(rest(property, path)));
  const selectors = deeper.flatMap(({ property }) => SELECTOR.exec(rest(property, path))?.groups!.type ?? []);
  return {
    path,
    own,
    isWanted: own.length > 0 || deeper.length > 0,
    isList: selectors.length > 0,
    hasMembers: deeper.length > 0,
    types: selectors.length > 0 && !selectors.includes('') ? [...new Set(selectors)] : undefined,
    members: namesIn(deeper, path),
    needed: path.endsWith(']')
      ? namesIn(
          deeper.filter(({ inEachItem }) => inEachItem),
          path,
        )
      : [],
  };
}

/** The rest of a property after a path; nothing where the property is not in it. */
function rest(property: string, path: string): string {
  return property.startsWith(path) ? property.slice(path.length) : '';
}

/** The names after a path, and after the type of an item where there is one. */
function namesIn(specs: readonly PropertySpec[], path: string): string[] {
  const names = specs.map(
    ({ property }) => rest(property, path).replace(SELECTOR, '').replace(/^\./, '').split(/[.[]/)[0],
  );
  return [...new Set(names)].filter((name) => name !== '');
}
