import { AdoptionMatch, adoptionMatches, adoptsOf, inTheWay, oldOf } from './adoptions';
import { AdoptionDifference, differencesOf } from './differences';
import { AppVersion, PlacedMapping } from '../../analysis/app-version';
import { interruptedRights, Loss, lostRights } from '../../analysis/role-actions';
import { cloudFormationPath } from '../../graph/names';

/** A mapping that is left to adopt. */
export interface MigrationStep {
  readonly file: string;
  /** The path of the construct, or the logical id where no construct made the mapping. */
  readonly construct: string;
  readonly logicalId: string;
  /** The text of the option; unset where none can be given yet. */
  readonly adopts?: string;
  /** The properties that Lambda can't change, and that have to be as they were first. */
  readonly fixed: readonly string[];
  readonly differences: readonly AdoptionDifference[];
  /** The old mappings that come into question, where there are several. */
  readonly candidates: readonly string[];
  /** The other new mappings that may be the same old one. */
  readonly rivals: readonly string[];
  /** The place of the old mapping, if it is in another stack. */
  readonly movedFrom?: { readonly file: string; readonly logicalId: string };
  /** The rights that the role of the function loses. */
  readonly lost?: Loss;
}

/** All that `migrate` has to tell. */
export interface Migration {
  readonly steps: readonly MigrationStep[];
  readonly losses: readonly Loss[];
  /** The rights that roles have before and after, but maybe not in between. */
  readonly interruptions: readonly Loss[];
}

export function migrationOf(before: AppVersion, after: AppVersion): Migration {
  const named = (loss: Loss): Loss => ({ ...loss, role: roleIn(after, loss.role) });
  const losses = new Map(lostRights(before, after).map((loss) => [loss.role, named(loss)]));
  const lostOf = ({ young }: AdoptionMatch) => losses.get(after.roleOf(young) ?? '');
  const steps = adoptionMatches(before, after).map((match) => ({ ...stepOf(match), lost: lostOf(match) }));
  const ofMappings = new Set(after.mappings.map((placed) => after.roleOf(placed)));
  const interruptions = interruptedRights(before, after).filter(({ role }) => ofMappings.has(role));
  return { steps, losses: [...losses.values()], interruptions: interruptions.map(named) };
}

function stepOf(match: AdoptionMatch): MigrationStep {
  const { young, isMoved } = match;
  const old = oldOf(match);
  const place = { file: young.file, construct: constructPathOrId(young), logicalId: young.mapping.id };
  if (old === undefined) {
    const [candidates, rivals] = [match.old.map(idOf), match.rivals.map(constructPathOrId)];
    return { ...place, fixed: [], differences: [], candidates, rivals };
  }
  const fixed = inTheWay(old, young).map(({ property }) => cloudFormationPath(property));
  const found = { ...place, fixed, differences: differencesOf(old, young), candidates: [], rivals: [] };
  if (isMoved) return { ...found, movedFrom: { file: old.file, logicalId: old.mapping.id } };
  return fixed.length > 0 ? found : { ...found, adopts: adoptsOf(old, young) };
}

function idOf({ mapping: { id } }: PlacedMapping): string {
  return id;
}

function constructPathOrId({ template, mapping: { id, logicalId } }: PlacedMapping): string {
  return template.constructPathOf(logicalId)?.replace(/\/Resource$/, '') ?? id;
}

/** The path of a role, of which the app versions know the file and the logical id. */
function roleIn({ templates }: AppVersion, key: string): string {
  const [, file, id] = /^(.*) (\w+)$/.exec(key) ?? [];
  const path = file === undefined ? undefined : templates.get(file)?.constructPathOf(id);
  return path?.replace(/\/Resource$/, '') ?? id ?? key;
}
