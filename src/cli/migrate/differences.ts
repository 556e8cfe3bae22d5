import { PlacedMapping } from '../../analysis/app-version';
import { l1Name } from '../../graph/names';
import { Template } from '../../graph/template';
import { commonDefault } from '../common-default';
import { isSameValue } from '../same-value';

/** A property that the update of an adopted mapping changes. */
export interface AdoptionDifference {
  readonly property: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The value that Lambda uses if the property is not set. */
  readonly default?: unknown;
}

/** All differences of the new template. They may be intended, or defaults that the old library wrote out. */
export function differencesOf(old: PlacedMapping, young: PlacedMapping): AdoptionDifference[] {
  const [before, after] = [old, young].map(({ template, mapping }) => ({
    ...mapping.resource.properties,
    DependsOn: dependenciesOf(template, mapping.logicalId),
  }));
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof typeof before)[];
  return names
    .filter((name) => !isSameValue(before[name], after[name]))
    .map((property) => ({
      property,
      before: before[property],
      after: after[property],
      default: commonDefault(young.contracts, l1Name(property)),
    }));
}

function dependenciesOf(template: Template, logicalId: string): unknown {
  const { DependsOn } = (template.resources as { readonly [id: string]: { readonly DependsOn?: unknown } })[logicalId];
  const ids = [DependsOn ?? []].flat().sort();
  return ids.length > 0 ? ids : undefined;
}
