import { once } from '../graph/once';
import { Properties, Refusal, SourceContract } from '../model/contract';
import { Problem, ruleNamed } from '../model/problem';
import { isAbsent, isMacro, isPresent, isUnknown } from '../model/tokens';

/** The name of the rule of what the source does not accept. */
export const UNSUPPORTED = 'unsupported';
/** The name of the rule of a list, an object or a single value where another of them is needed. */
export const MALFORMED = 'malformed';

/** What has no row in the contract is not for this source; what has one is a list, an object or a single value as its rows say. */
export function checkShape(contract: SourceContract, properties: Properties): Problem[] {
  return misfits(placesOf(contract), properties, '').map((misfit) =>
    (misfit.wanted ? malformed(contract, misfit, misfit.wanted) : unsupported(contract, misfit)));
}

function malformed({ id, page }: SourceContract, { path: property, value }: Misfit, wanted: string): Problem {
  const says = `is ${kindOf(value)}, where ${wanted} is needed`;
  return { ...ruleNamed(MALFORMED, id), severity: 'error', property, value, says, page };
}

function unsupported({ id, title, page, refusals }: SourceContract, { path: property, value }: Misfit): Problem {
  const refusal: Refusal | undefined = Object.hasOwn(refusals, property) ? refusals[property] : undefined;
  const { severity = 'error', harmless } = refusal ?? {};
  return {
    ...ruleNamed(UNSUPPORTED, id),
    severity: value === harmless ? 'warning' : severity,
    property,
    says: 'is not supported',
    reason: refusal?.why ?? `a mapping of this kind of source has no such property: ${title}`,
    commonReason: refusal?.why ?? 'no mapping has such a property',
    page,
  };
}

/** What a contract wants at a path. */
interface Place {
  readonly isWanted: boolean;
  readonly isList: boolean;
  /** A list whose items need no type. */
  readonly isUntyped: boolean;
  /** What stands below it. */
  readonly deeper: readonly string[];
}

type Places = (path: string) => Place;

/** Mappings of a kind have much the same paths. */
const placesOf = once((contract: SourceContract): Places => {
  const rows = contract.rows.map((row) => row.property);
  const known = new Map<string, Place>();
  return (path) => {
    const place = known.get(path) ?? placeAt(path, rows);
    known.set(path, place);
    return place;
  };
});

function placeAt(path: string, rows: readonly string[]): Place {
  const deeper = path === '' ? rows : rows.filter((row) => row.startsWith(`${path}.`) || row.startsWith(`${path}[`));
  return {
    deeper,
    isWanted: rows.includes(path),
    isList: deeper.some((row) => row.startsWith(`${path}[`)),
    isUntyped: deeper.some((row) => row.startsWith(`${path}[]`)),
  };
}

interface Misfit {
  readonly path: string;
  readonly value: unknown;
  /** Unset where nothing is wanted at all. */
  readonly wanted?: string;
}

function misfits(places: Places, value: unknown, path: string): Misfit[] {
  if (isEmpty(value)) return [];
  const { deeper, isWanted, isList } = places(path);
  if (isUnknown(value)) return deeper.length > 0 || isWanted || !isPresent(value) ? [] : [{ path, value }];
  if (deeper.length === 0) {
    return isWanted && typeof value !== 'object' ? [] : [{ path, value, wanted: isWanted ? 'a single value' : undefined }];
  }
  if (isList) {
    return Array.isArray(value) ? value.flatMap((item, index) => misfitItem(places, item, path, index)) : [{ path, value, wanted: 'a list' }];
  }
  if (kindOf(value) !== 'an object') return [{ path, value, wanted: 'an object' }];
  const children = Object.entries(value as Properties).filter(([name]) => !isMacro(name));
  return children.flatMap(([name, child]) => misfits(places, child, path ? `${path}.${name}` : name));
}

function misfitItem(places: Places, item: unknown, list: string, index: number): Misfit[] {
  const { deeper: rows, isUntyped } = places(list);
  if (isUntyped) return misfits(places, item, `${list}[]`);
  const type = isUnknown(item) ? item : (item as { type?: unknown } | null)?.type;
  if (isUnknown(type) || rows.some((row) => row.startsWith(`${list}[${type}]`))) return [];
  return type === undefined
    ? [{ path: `${list}[${index}]`, value: item, wanted: 'an object with a type' }]
    : [{ path: `${list}[${type}]`, value: item }];
}

function isEmpty(value: unknown): boolean {
  return isAbsent(value) || (typeof value === 'object' && !isUnknown(value) && Object.values(value!).every(isEmpty));
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : 'a single value';
}
