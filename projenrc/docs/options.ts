import { path, unique } from './markdown';
import { requiredProps } from './required-props';
import { cloudFormationPath } from '../../src/graph/names';
import { amount } from '../../src/model/constraints';
import { Constraint, Contract, PropertySpec, SourceContract } from '../../src/model/contract';

/** An option, whatever number of properties it writes. */
export interface Option {
  readonly name: string;
  readonly required: boolean;
  readonly rows: readonly PropertySpec[];
}

/** The options of a source in the order of its contract; those with no property of their own come last. */
export function optionsOf(contract: SourceContract): Option[] {
  const required = requiredProps(contract.id);
  const names = unique([
    ...contract.properties.map((row) => row.option),
    ...Object.keys((contract as Contract<object>).options),
  ]);
  return names
    .map((name) => ({
      name,
      required: required.includes(name),
      rows: contract.properties.filter((row) => row.option === name),
    }))
    .filter(({ name, rows }) => rows.length > 0 || !names.some((other) => other.startsWith(`${name}.`)));
}

/** The option that says what the source is. */
export function isSource({ rows }: Option): boolean {
  return rows.some(({ property }) => property === 'eventSourceArn' || property.startsWith('selfManagedEventSource.'));
}

/**
 * What an option writes, with a link to the page that says what is allowed there: that of the items, where it is a
 * list.
 */
export function properties(contract: SourceContract, { rows }: Option): string {
  const pages = new Map(
    rows.map((row) => [cloudFormationPath(row.property.replace(/\[\]/g, '')), row.docs ?? contract.docs]),
  );
  return [...pages].map(([property, docs]) => `[${path(property)}](${docs})`).join('<br>');
}

/** Constraints that say nothing new beside another. */
const IMPLIED: { readonly [kind: string]: Constraint['kind'] } = { range: 'whole number', arn: 'length' };

function telling(rows: readonly PropertySpec[]): Constraint[] {
  const constraints = rows.filter((row) => !row.onlyInTemplates).flatMap((row) => row.constraints);
  const kinds = new Set<string | undefined>(constraints.map(({ kind }) => kind));
  const implied = Object.entries(IMPLIED)
    .filter(([kind]) => kinds.has(kind))
    .map(([, other]) => other);
  return constraints.filter(({ kind }) => kind === undefined || !implied.includes(kind));
}

/** What an option allows, each fact in its own line. */
export function allowed({ rows }: Option): string {
  return unique(
    telling(rows)
      .filter(({ severity }) => severity !== 'warning')
      .map((constraint) => constraint.allowed),
  ).join('<br>');
}

export function byDefault({ rows }: Option): string {
  const row = rows.find((one) => one.default !== undefined);
  if (typeof row?.default !== 'number') return String(row?.default ?? '');
  const unit = row.unit === 'seconds' ? row.unit : undefined;
  return row.default < 0 ? 'no limit: `INFINITE`' : amount(row.default, unit);
}

export function notes({ rows }: Option): string {
  return unique([
    ...rows.filter((row) => row.identity !== undefined).map(() => 'part of the logical id'),
    ...telling(rows)
      .filter(({ severity }) => severity === 'warning')
      .map((constraint) => `recommended: ${constraint.allowed}`),
  ]).join('<br>');
}
