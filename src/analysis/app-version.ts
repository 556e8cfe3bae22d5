import { recognise } from './recognise';
import { exactWordsOf } from './words';
import { readerOf } from '../graph/l1-properties';
import { endOf, referencesIn } from '../graph/references';
import { Template, TemplateMapping } from '../graph/template';
import { PropertyReader, Resource, PropertySpec, SourceContract } from '../model/contract';
import { ownOf, textAt } from '../related/find';
import { functionOf, QUALIFIERS } from '../related/invoked';

/** The beginning of a function's ARN: a mapping and its function are of the same account and Region. */
const FUNCTION_ARN = /^arn:[^:]+:lambda:[^:]+:\d{12}:function:/;

/** A mapping of a version of an app. */
export interface PlacedMapping {
  readonly version: AppVersion;
  /** The name that its template's file has in both versions. */
  readonly file: string;
  readonly template: Template;
  readonly mapping: TemplateMapping;
  readonly reader: PropertyReader;
  readonly contracts: readonly SourceContract[];
}

/**
 * The templates of an app before or after an update.
 *
 * Its resources are known by what stays the same: their file and logical id.
 */
export class AppVersion {
  public readonly mappings: readonly PlacedMapping[];

  /**
   * @param templates the templates, by the names that their files have in both versions
   */
  constructor(public readonly templates: ReadonlyMap<string, Template>) {
    this.mappings = [...templates].flatMap(([file, template]) =>
      template.mappings.map((mapping) => {
        const { contracts } = recognise(template, mapping);
        return { version: this, file, template, mapping, reader: readerOf(mapping.resource), contracts };
      }),
    );
  }

  /** The same text for values that lead to the same resource, or that are the same by themselves. */
  public keyOf(value: unknown, template: Template): string {
    const found = template.find(value);
    return found === undefined ? exactWordsOf(value) : this.nameOf(found, template);
  }

  /** The function that a mapping invokes, and where it names one, its alias or version. */
  public targetOf({ template, mapping: { resource }, reader }: PlacedMapping): string {
    const [name] = reader.values('functionName');
    const lambda = functionOf(reader, { related: template.around(resource) });
    if (!lambda) return this.keyOf(name, template).replace(FUNCTION_ARN, '');
    const qualifiers = [template.find(name), ...referencesIn(name).map((id) => template.resource(id))];
    const found = qualifiers.find((one) => one !== undefined && QUALIFIERS.includes(one.type));
    const [, written] = /^:([\w$-]+)$/.exec(endOf(name) ?? '') ?? [];
    // A version has no name, and an alias may have one that is not known.
    const qualifier = found === undefined ? written : (textAt(found, 'Name') ?? this.nameOf(found, template));
    return `${this.nameOf(lambda, template)}:${qualifier}`;
  }

  /** The role of the function that a mapping invokes, where the function is in the app. */
  public roleOf({ template, mapping: { resource }, reader }: PlacedMapping): string | undefined {
    const lambda = functionOf(reader, { related: template.around(resource) });
    return lambda && this.keyOf(lambda.properties.Role, template);
  }

  private nameOf(resource: Resource, template: Template): string {
    const own = ownOf(resource);
    const isHere = (other: Template) =>
      resource.own === undefined ? other === template : other.resource(own.id) === own;
    const [file] = [...this.templates].find(([, other]) => isHere(other)) ?? [];
    return `${file} ${own.id}`;
  }
}

/**
 * Whether Lambda takes two mappings, each of its version of an app, for the same: it then answers that the one exists
 * when the other is made.
 */
export function isSameForLambda(before: PlacedMapping, after: PlacedMapping): boolean {
  const specs = [...before.contracts, ...after.contracts].flatMap((contract) => contract.properties);
  return specs
    .filter(({ isKey }) => isKey !== undefined)
    .every(({ property, isKey }) => {
      const [old, young] = [before, after].map((one) => keysAt(one, property));
      const isAnyEnough = isKey === 'by any item' && young.length > 0;
      return isAnyEnough ? young.some((key) => old.includes(key)) : JSON.stringify(old) === JSON.stringify(young);
    });
}

function keysAt(placed: PlacedMapping, property: string): string[] {
  const { version, template, reader } = placed;
  if (property === 'functionName') return [version.targetOf(placed)];
  return reader.values(property).map((value) => version.keyOf(value, template));
}

/**
 * The property specs whose value Lambda can't change, and that differ. A default that is written out is no difference.
 */
export function fixedDifferences(before: PlacedMapping, after: PlacedMapping): PropertySpec[] {
  const keysOf = (placed: PlacedMapping, { property, default: byDefault }: PropertySpec) =>
    JSON.stringify(keysAt(placed, property).filter((key) => key !== byDefault));
  const [{ properties: specs }] = after.contracts;
  const fixed = specs.filter(({ identity }) => identity !== undefined);
  return fixed.filter((spec) => keysOf(before, spec) !== keysOf(after, spec));
}
