import { PlacedMapping } from '../../analysis/app-version';
import { isSameImport } from '../../analysis/words';
import { l1Name } from '../../graph/names';
import { Template } from '../../graph/template';

/** A property that the update of an adopted mapping changes. */
export interface Difference {
  readonly property: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** What Lambda takes where the property is not set. */
  readonly default?: unknown;
}

/** All that is another one in the new template, and that may be meant, or a default that the old library wrote out. */
export function differencesOf(old: PlacedMapping, young: PlacedMapping): Difference[] {
  const [before, after] = [old, young].map(({ template, mapping }) => ({
    ...mapping.resource.properties,
    DependsOn: dependenciesOf(template, mapping.logicalId),
  }));
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof typeof before)[];
  return names
    .filter((name) => !isSame(before[name], after[name]))
    .map((property) => ({
      property,
      before: before[property],
      after: after[property],
      default: defaultOf(property, young),
    }));
}

function dependenciesOf(template: Template, logicalId: string): unknown {
  const { DependsOn } = (template.resources as { readonly [id: string]: { readonly DependsOn?: unknown } })[logicalId];
  const ids = [DependsOn ?? []].flat().sort();
  return ids.length > 0 ? ids : undefined;
}

function defaultOf(property: string, { contracts }: PlacedMapping): unknown {
  const defaults = contracts.map(
    ({ properties: rows }) => rows.find((row) => row.property === l1Name(property))?.default,
  );
  return new Set(defaults).size === 1 ? defaults[0] : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || isSameImport(one, other);
}
