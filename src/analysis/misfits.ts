import { WantedAt, Wanted } from './places';
import { Properties } from '../model/contract';
import { conditionIn, hasMacro, isAbsent, isMacro, isPresent, isUnknown } from '../model/tokens';

/** A value that does not fit its place. */
export interface Misfit {
  /** The path of its property specs. */
  readonly path: string;
  /** The same with the indexes of lists. */
  readonly at: string;
  readonly value: unknown;
  /** The fault of its shape; unset where there is no such property. */
  readonly says?: string;
  /** Its shape is right, and what is wrong is the value. */
  readonly isFault?: boolean;
}

/** The place of a value: the path of its property specs, and the same with the indexes of lists. */
type Spot = Pick<Misfit, 'path' | 'at'>;

const NO_MISFITS: readonly Misfit[] = [];
const LIST = 'a list';
const OBJECT = 'an object';
const SINGLE_VALUE = 'a single value';

/** Finds what else is wrong with a value whose shape is right. */
type FaultOf = (place: WantedAt, value: unknown) => string | undefined;

/** Compares values with the places that property specs have for them. */
export class Misfits {
  constructor(
    private readonly places: Wanted,
    private readonly faultOf: FaultOf = () => undefined,
  ) {}

  public of(value: unknown, { path, at }: Spot): readonly Misfit[] {
    return this.inPlace(value, this.places(path), at);
  }

  private inPlace(value: unknown, place: WantedAt, at: string): readonly Misfit[] {
    if (value === undefined) return NO_MISFITS;
    const { path, isWanted } = place;
    const refused = refusedAnywhere(value);
    if (refused !== undefined) return [{ path, at, value, says: refused }];
    if (isAbsent(value)) return NO_MISFITS;
    if (isUnknown(value)) return isWanted || !isPresent(value) ? NO_MISFITS : [{ path, at, value }];
    if (!isWanted) return [{ path, at, value }];
    const wanted = wantedAt(place);
    if (kindOf(value) !== wanted) return [otherKind(value, wanted, { path, at })];
    const inside = this.inside(value, place, at);
    if (inside.length > 0) return inside;
    const says = this.faultOf(place, value);
    return says === undefined ? NO_MISFITS : [{ path, at, value, says, isFault: true }];
  }

  private inside(value: unknown, place: WantedAt, at: string): readonly Misfit[] {
    if (Array.isArray(value)) return value.flatMap((item, index) => this.ofItem(item, place, at, index));
    return place.hasMembers ? this.ofMembers(value as Properties, place, at) : NO_MISFITS;
  }

  private ofMembers(value: Properties, place: WantedAt, at: string): readonly Misfit[] {
    const { path, needed } = place;
    const inside: Misfit[] = [];
    for (const name of Object.keys(value)) {
      // An item's type is a part of its path.
      if (isMacro(name) || (name === 'type' && path.endsWith(']'))) continue;
      const found = this.inPlace(value[name], place.member(name), at === '' ? name : `${at}.${name}`);
      for (const misfit of found) inside.push(misfit);
    }
    const missing = missingMembers(value, needed, { path, at }, inside);
    return missing.length === 0 ? inside : [...missing, ...inside];
  }

  private ofItem(item: unknown, place: WantedAt, at: string, index: number): readonly Misfit[] {
    const { path, types, members } = place;
    const itemAt = `${at}[${index}]`;
    if (types === undefined) return this.inPlace(item, place.item(), itemAt);
    const spot = { path: `${path}[]`, at: itemAt };
    const says = refusedAnywhere(item);
    if (says !== undefined) return [{ ...spot, value: item, says }];
    if (isUnknown(item) || isAbsent(item)) return [];
    const { type } = Object(item) as { readonly type?: unknown };
    if (kindOf(item) !== OBJECT || (isAbsent(type) && type !== null)) {
      return hasMacro(item) ? [] : [otherKind(item, 'an object with a type', spot)];
    }
    const ofType = ofSingleValue(type, within(spot, 'type'));
    if (ofType.length > 0) return ofType;
    const typed = { path: `${path}[${type}]`, at: `${at}[${type}]` };
    if (isUnknown(type)) return ofTyped(item as Properties, members, spot);
    if (!types.includes(String(type))) return [{ ...typed, value: item }];
    const inside = ofTyped(item as Properties, members, typed);
    return [...missingMembers(item as Properties, this.places(typed.path).needed, typed, inside), ...inside];
  }
}

/** All items with a type have the same members, each of which is a single value. */
function ofTyped(item: Properties, members: readonly string[], spot: Spot): Misfit[] {
  return membersOf(item)
    .filter(([name]) => name !== 'type')
    .flatMap(([name, value]) => {
      const at = within(spot, name);
      return members.includes(name) || isAbsent(value) ? ofSingleValue(value, at) : [{ ...at, value }];
    });
}

function ofSingleValue(value: unknown, spot: Spot): Misfit[] {
  const says = refusedAnywhere(value);
  if (says !== undefined) return [{ ...spot, value, says }];
  const fits = isUnknown(value) || isAbsent(value) || kindOf(value) === SINGLE_VALUE;
  return fits ? [] : [otherKind(value, SINGLE_VALUE, spot)];
}

/** The members that an item lacks; one with a name that nobody knows may have them under that name. */
function missingMembers(item: Properties, needed: readonly string[], spot: Spot, inside: readonly Misfit[]): Misfit[] {
  if (needed.length === 0 || hasMacro(item) || inside.some(({ says }) => says === undefined)) return [];
  const absent = needed.filter((name) => item[name] !== null && isPresent(item[name]) === false);
  const says = 'is missing, and each item needs it';
  return absent.map((name) => ({ ...within(spot, name), value: undefined, says }));
}

function otherKind(value: unknown, wanted: string, spot: Spot): Misfit {
  return { ...spot, value, says: `is ${kindOf(value)}, where ${wanted} is needed` };
}

/** Keys that belong to no property of a template. */
function refusedAnywhere(value: unknown): string | undefined {
  if (value === null) return 'is null, which CloudFormation refuses in any property: leave it out';
  if (typeof value !== 'object') return undefined;
  const condition = conditionAsValue(value);
  return condition === undefined
    ? undefined
    : `is ${condition}, which no property can be: name a condition in Conditions, and choose with Fn::If`;
}

/** A condition that a value is, or that a branch of `Fn::If` is; an alias of YAML can refer to what it stands in. */
function conditionAsValue(value: unknown, around: readonly unknown[] = []): string | undefined {
  const { 'Fn::If': choice } = Object(value) as { readonly 'Fn::If'?: unknown };
  const branches = Array.isArray(choice) && !around.includes(value) ? choice.slice(1) : [];
  return (
    conditionIn(value) ??
    branches.map((branch) => conditionAsValue(branch, [...around, value])).find((condition) => condition !== undefined)
  );
}

function wantedAt({ isList, hasMembers }: WantedAt): string {
  if (isList) return LIST;
  return hasMembers ? OBJECT : SINGLE_VALUE;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return LIST;
  return typeof value === 'object' ? OBJECT : SINGLE_VALUE;
}

function membersOf(value: Properties): [string, unknown][] {
  return Object.entries(value).filter(([name]) => !isMacro(name));
}

function within({ path, at }: Spot, name: string): Spot {
  return path === '' ? { path: name, at: name } : { path: `${path}.${name}`, at: `${at}.${name}` };
}
