import { AppVersion, fixedDifferences, isSameForLambda, PlacedMapping } from '../../analysis/app-version';
import { l1PropertiesOf } from '../../graph/l1-properties';
import { adoptionText } from '../../model/adoption';
import { PropertySpec } from '../../model/contract';
import { hashOf, identityOf, IdentityValue } from '../../model/identity';

/** A mapping that is one of the old templates under another logical id, or that may be one of several. */
export interface AdoptionMatch {
  readonly young: PlacedMapping;
  readonly old: readonly PlacedMapping[];
  /** The other mappings that may be the same one of the old templates. */
  readonly rivals: readonly PlacedMapping[];
  /** In which template the old one is. */
  readonly isMoved: boolean;
}

/** The one old mapping that a match leads to; `undefined` where that would be a guess. */
export function oldOf({ old, rivals }: AdoptionMatch): PlacedMapping | undefined {
  return old.length === 1 && rivals.length === 0 ? old[0] : undefined;
}

/** The new mappings that are old ones under other logical ids: of the same template first, and then of others. */
export function adoptionMatches(before: AppVersion, after: AppVersion): AdoptionMatch[] {
  const isIn = (version: AppVersion) => {
    const known = new Set(version.mappings.map(fileAndId));
    return (placed: PlacedMapping) => known.has(fileAndId(placed));
  };
  const [isOld, isYoung] = [before, after].map(isIn);
  const gone = before.mappings.filter((placed) => !isYoung(placed));
  const made = after.mappings.filter((placed) => !isOld(placed));
  const inPlace = matched(gone, made, (old, young) => old.file === young.file, false);
  const used = new Set([...inPlace.flatMap(({ old }) => old), ...inPlace.map(({ young }) => young)]);
  const isLeft = (placed: PlacedMapping) => !used.has(placed);
  return [...inPlace, ...matched(gone.filter(isLeft), made.filter(isLeft), () => true, true)];
}

type Fits = (old: PlacedMapping, young: PlacedMapping) => boolean;

type Mappings = readonly PlacedMapping[];

function matched(gone: Mappings, made: Mappings, fits: Fits, isMoved: boolean): AdoptionMatch[] {
  const pairs = made.flatMap((young) => {
    const same = gone.filter((old) => fits(old, young) && isSameForLambda(old, young));
    return same.map((old) => ({ old, young }));
  });
  return [...new Set(pairs.map(({ young }) => young))].map((young) => {
    const old = pairs.filter((pair) => pair.young === young).map((pair) => pair.old);
    const rivals = pairs.filter((pair) => pair.young !== young && old.includes(pair.old)).map((pair) => pair.young);
    return { young, old, rivals: [...new Set(rivals)], isMoved };
  });
}

function fileAndId({ file, mapping: { id } }: PlacedMapping): string {
  return `${file} ${id}`;
}

/** The properties that have to be the same as in the old mapping before the new one can take its place. */
export function inTheWay(old: PlacedMapping, young: PlacedMapping): PropertySpec[] {
  return young.contracts.length === 1 ? fixedDifferences(old, young) : [];
}

/** The exact text of the option `adopts`. */
export function adoptsOf(old: PlacedMapping, young: PlacedMapping): string {
  return adoptionText({ logicalId: old.mapping.id, hash: hashIn(young) });
}

/**
 * The hash that the construct has made of its values, which ends its logical id.
 *
 * A value that was a token when it was made is known in the template, and no part of the hash.
 */
function hashIn({ contracts: [contract], mapping: { id, resource } }: PlacedMapping): string | undefined {
  const hashes = subsetsOf(identityOf(contract, l1PropertiesOf(resource))).map((part) => hashOf(part));
  return hashes.find((hash) => hash !== undefined && id.endsWith(hash));
}

/** All choices of some of the values. */
function subsetsOf(identity: readonly IdentityValue[]): IdentityValue[][] {
  const withAndWithout = (parts: IdentityValue[][], value: IdentityValue) => [
    ...parts.map((part) => [...part, value]),
    ...parts,
  ];
  return identity.reduce<IdentityValue[][]>(withAndWithout, [[]]);
}
