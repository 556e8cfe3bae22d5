import { Naming, sentence, show } from '../engine/check';
import { Problem, Properties, Refusal, SourceContract } from '../engine/contract';
import { isAbsent, isMacro, isPresent, isUnknown } from '../engine/tokens';
import { cloudFormationPath } from '../template/names';
import { once } from '../template/once';

/** What has no row in the contract is not for this source; what has one is a list, an object or a single value as its rows say. */
export function checkShape(
  contract: SourceContract, properties: Properties, nameOf: Naming = cloudFormationPath,
): Problem[] {
  return misfits(placesOf(contract), properties, '').map(({ path: property, value, wanted }) => {
    const { severity = 'error', why, harmless } = refusalOf(contract, property);
    const problem = { property, page: contract.page };
    if (wanted) {
      const message = sentence(nameOf(property), show(value), `is ${kindOf(value)}, where ${wanted} is needed`);
      return { ...problem, rule: `${contract.id}-malformed`, severity: 'error', message };
    }
    const message = `${nameOf(property)} is not supported (${why})`;
    return { ...problem, rule: `${contract.id}-unsupported`, severity: value === harmless ? 'warning' : severity, message };
  });
}

function refusalOf({ refusals, title }: SourceContract, path: string): Refusal {
  return Object.hasOwn(refusals, path) ? refusals[path] : { why: `a mapping of this kind of source has no such property: ${title}` };
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
