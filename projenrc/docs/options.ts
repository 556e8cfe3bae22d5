import { path, unique } from './markdown';
import { requiredProps } from './required-props';
import { cloudFormationPath } from '../../src/graph/names';
import { amount } from '../../src/model/constraints';
import { Constraint, Contract, PropertySpec, SourceContract } from '../../src/model/contract';

/** An option, whatever number of properties it writes. */
export interface Option {
  readonly name: string;
  readonly required: boolean;
  readonly specs: readonly PropertySpec[];
}

/** The options of a source in the order of its contract; those with no property of their own come last. */
export function optionsOf(contract: SourceContract): Option[] {
  const required = requiredProps(contract.id);
  const names = unique([
    ...contract.properties.map((spec) => spec.option),
    ...Object.keys((contract as Contract<object>).options),
  ]);
  return names
    .map((name) => ({
      name,
      required: required.includes(name),
      specs: contract.properties.filter((spec) => spec.option === name),
    }))
    .filter(({ name, specs }) => specs.length > 0 || !names.some((other) => other.startsWith(`${name}.`)));
}

/** The option that says what the source is. */
export function isSource({ specs }: Option): boolean {
  return specs.some(({ property }) => property === 'eventSourceArn' || property.startsWith('selfManagedEventSource.'));
}

/**
 * The properties that an option writes, each with a link to the page that says what is allowed there: that of the
 * items, where it is a list.
 */
export function properties(contract: SourceContract, { specs }: Option): string {
  const pages = new Map(
    specs.map((spec) => [cloudFormationPath(spec.property.replace(/\[\]/g, '')), spec.docs ?? contract.docs]),
  );
  return [...pages].map(([property, docs]) => `[${path(property)}](${docs})`).join('<br>');
}

/** Constraints that say nothing new beside another. */
const IMPLIED: { readonly [kind: string]: Constraint['kind'] } = { range: 'whole number', arn: 'length' };

function telling(specs: readonly PropertySpec[]): Constraint[] {
  const constraints = specs.filter((spec) => !spec.onlyInTemplates).flatMap((spec) => spec.constraints);
  const kinds = new Set<string | undefined>(constraints.map(({ kind }) => kind));
  const implied = Object.entries(IMPLIED)
    .filter(([kind]) => kinds.has(kind))
    .map(([, other]) => other);
  return constraints.filter(({ kind }) => kind === undefined || !implied.includes(kind));
}

/** The values that an option allows, each fact in its own line. */
export function allowed({ specs }: Option): string {
  return unique(
    telling(specs)
      .filter(({ severity }) => severity !== 'warning')
      .map((constraint) => constraint.allowed),
  ).join('<br>');
}

export function byDefault({ specs }: Option): string {
  const spec = specs.find((one) => one.default !== undefined);
  if (typeof spec?.default !== 'number') return String(spec?.default ?? '');
  const unit = spec.unit === 'seconds' ? spec.unit : undefined;
  return spec.default < 0 ? 'no limit: `INFINITE`' : amount(spec.default, unit);
}

export function notes({ specs }: Option): string {
  return unique([
    ...specs.filter((spec) => spec.identity !== undefined).map(() => 'part of the logical id'),
    ...telling(specs)
      .filter(({ severity }) => severity === 'warning')
      .map((constraint) => `recommended: ${constraint.allowed}`),
  ]).join('<br>');
}
