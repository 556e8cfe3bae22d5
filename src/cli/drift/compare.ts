import { inCloudFormationNames } from './cloud-formation-names';
import { agreed, changed, merged, notCompared, PropertyComparison, SAME } from './comparison';
import { DeployedMapping } from './deployed-mapping';
import { itemsOf, valuesByType } from './lists';
import { DeployedTemplate, isSameFunction, isSameOnceDeployed } from './same';
import { PropertyReader, Properties, PropertySpec, SourceContract } from '../../model/contract';
import { readerAt } from '../../model/paths';
import { hasMacro, isAbsent, isMacro, isUnknown } from '../../model/tokens';

const AT_DEPLOYMENT = 'the value of the template is known only at deployment';
const UNRESOLVED =
  'what the template refers to is not known; ' + 'add what "aws cloudformation list-stack-resources" writes';
const ENCRYPTED =
  'Lambda does not list patterns that are encrypted; ' + 'add what "aws lambda get-event-source-mapping" writes';
const NOT_LISTED = 'Lambda does not list tags';
const UNDER_WAY = 'Lambda is changing the mapping';
const NO_SUCH_PROPERTY = 'no source of this kind is known to have it';
const SOURCE_NOT_KNOWN = 'the default is another one for each kind of source, and the kind is not known';

/** A mapping of a template, and the deployed one that it is. */
export interface MappingPair {
  /** The properties of the template, in the names that rules speak. */
  readonly written: Properties;
  readonly deployed: DeployedMapping;
  /** The kinds of source that the mapping may have, and all that there are. */
  readonly contracts: readonly SourceContract[];
  readonly allContracts: readonly SourceContract[];
  readonly deployedTemplate: DeployedTemplate;
}

/** Compares a mapping of a template with the deployed one, property by property. */
export function compare(pair: MappingPair): PropertyComparison {
  const {
    written,
    deployed: { properties },
  } = pair;
  const names = new Set(['enabled', ...Object.keys(written), ...Object.keys(properties)]);
  const comparer = new Comparer(pair);
  return merged([...names].map((name) => comparer.property(name, written[name], properties[name])));
}

/** A value that the template has, and Lambda does not, or the other way round. */
type OneSide = { readonly before: unknown } | { readonly after: unknown };

class Comparer {
  private readonly reader: PropertyReader;

  constructor(private readonly pair: MappingPair) {
    this.reader = readerAt(pair.written);
  }

  public property(name: string, before: unknown, after: unknown): PropertyComparison {
    const { deployed, deployedTemplate } = this.pair;
    if (isMacro(name)) return notCompared(name, AT_DEPLOYMENT);
    if (name === 'functionName') {
      return this.answer(name, before, after, isSameFunction(before, String(after), deployedTemplate));
    }
    if (name === 'enabled' && after === undefined) return notCompared(name, UNDER_WAY);
    if (name === 'tags') return isEmpty(before) ? SAME : notCompared(name, NOT_LISTED);
    if (name === 'filterCriteria' && deployed.hidesFilters && !isEmpty(before)) return notCompared(name, ENCRYPTED);
    return this.value(name, before, after);
  }

  private value(path: string, before: unknown, after: unknown): PropertyComparison {
    const ways = waysOf(before);
    if (ways) {
      return agreed(
        path,
        ways.map((way) => this.value(path, way, after)),
        AT_DEPLOYMENT,
      );
    }
    if (isEmpty(before)) return isEmpty(after) ? SAME : this.added(path, after);
    if (isUnknown(before)) return this.unknown(path, before, after);
    if (typeof before !== 'object') return this.single(path, before, after);
    if (hasMacro(before)) return notCompared(path, AT_DEPLOYMENT);
    return Array.isArray(before) ? this.list(path, before, after) : this.struct(path, before as Properties, after);
  }

  private single(path: string, before: unknown, after: unknown): PropertyComparison {
    // A value that the template has and Lambda does not list is a default that is written out, or was removed.
    if (isEmpty(after)) return this.default(path, before, { before });
    return this.answer(path, before, after, isSameOnceDeployed(before, after, this.pair.deployedTemplate));
  }

  private unknown(path: string, before: unknown, after: unknown): PropertyComparison {
    const { deployedTemplate } = this.pair;
    const isText = !isEmpty(after) && typeof after !== 'object';
    // A reference to a resource is never empty.
    if (isEmpty(after) && deployedTemplate.template.find(before)) return changed(path, { before });
    return isText
      ? this.answer(path, before, after, isSameOnceDeployed(before, after, deployedTemplate))
      : notCompared(path, AT_DEPLOYMENT);
  }

  private answer(path: string, before: unknown, after: unknown, isTheSame: boolean | undefined): PropertyComparison {
    if (isTheSame === undefined) return notCompared(path, this.refersToResource(before) ? UNRESOLVED : AT_DEPLOYMENT);
    return isTheSame ? SAME : changed(path, { before, after });
  }

  private struct(path: string, before: Properties, after: unknown): PropertyComparison {
    const deployed = (isEmpty(after) ? {} : after) as Properties;
    if (isEmpty(after) && this.isMode(path)) return changed(path, { before: inCloudFormationNames(before) });
    const names = new Set([...Object.keys(before), ...Object.keys(deployed)]);
    return merged([...names].map((name) => this.value(joined(path, name), before[name], deployed[name])));
  }

  /** The order of a list means nothing. */
  private list(path: string, before: readonly unknown[], after: unknown): PropertyComparison {
    if (before.some((item) => isUnknown(item) && waysOf(item))) return notCompared(path, AT_DEPLOYMENT);
    const deployed = Array.isArray(after) ? after : [];
    const byType = valuesByType(before, deployed);
    return byType ? this.struct(path, byType[0], byType[1]) : this.items(path, itemsOf(before), itemsOf(deployed));
  }

  private items(path: string, before: readonly unknown[], after: readonly unknown[]): PropertyComparison {
    const present = before.filter((item) => !isAbsent(item));
    const left = [...after];
    const missing = present.filter((item) => {
      const index = left.findIndex((other) => isSameOnceDeployed(item, other, this.pair.deployedTemplate));
      if (index >= 0) left.splice(index, 1);
      return index < 0;
    });
    if (missing.length === 0 && left.length === 0) return SAME;
    const mayBe = (item: unknown) =>
      left.some((other) => isSameOnceDeployed(item, other, this.pair.deployedTemplate) === undefined);
    if (missing.length === left.length && missing.every(mayBe)) return this.answer(path, missing, left, undefined);
    return changed(path, { before: present, after: after.length > 0 ? after : undefined });
  }

  /** A value that only Lambda has: its own default, or something that was added by hand. */
  private added(path: string, after: unknown): PropertyComparison {
    if (Array.isArray(after)) {
      const [byType] = valuesByType(after) ?? [];
      return byType ? this.added(path, byType) : this.addedItems(path, itemsOf(after));
    }
    if (typeof after !== 'object') return this.default(path, after, { after });
    if (this.isMode(path)) return changed(path, { after: inCloudFormationNames(after) });
    return merged(Object.entries(after!).map(([name, child]) => this.value(joined(path, name), undefined, child)));
  }

  private addedItems(path: string, after: readonly unknown[]): PropertyComparison {
    return this.specsBelow(path).length > 0 ? changed(path, { after }) : notCompared(path, NO_SUCH_PROPERTY);
  }

  /** Whether a value that is on one side only is the default: that of the sources which have the property. */
  private default(path: string, value: unknown, values: OneSide): PropertyComparison {
    const ofSources = this.pair.contracts.map((contract) =>
      contract.properties.filter(({ property }) => property === path),
    );
    const specsBySource = ofSources.filter(({ length }) => length > 0);
    if (specsBySource.length === 0) return this.isHarmless(path, value) ? SAME : notCompared(path, NO_SUCH_PROPERTY);
    return agreed(
      path,
      specsBySource.map((specs) => this.defaultIn(specs, value, values)),
      SOURCE_NOT_KNOWN,
    );
  }

  private defaultIn(specs: readonly PropertySpec[], value: unknown, values: OneSide): PropertyComparison {
    const isDefault = (spec: PropertySpec) =>
      [this.defaultOf(spec), spec.listedAs].some((one) => String(one) === String(value));
    if (specs.some(isDefault)) return SAME;
    const [spec] = specs;
    const byDefault = this.defaultOf(spec);
    // Nobody can change such a value by hand: Lambda has made it up.
    if ('after' in values && byDefault === undefined && (spec.createOnly || spec.identity)) return SAME;
    return changed(spec.property, { ...values, default: byDefault });
  }

  private defaultOf({ default: byDefault, defaultIn: mode }: PropertySpec): PropertySpec['default'] {
    return mode !== undefined && this.reader.values(mode.property).includes(mode.value) ? mode.default : byDefault;
  }

  /** Lambda also lists a property for sources that do not have it, with the default of other sources. */
  private isHarmless(path: string, value: unknown): boolean {
    const all = this.pair.allContracts.flatMap(({ properties: specs }) =>
      specs.filter(({ property }) => property === path),
    );
    return all.some((spec) => [spec.default, spec.listedAs].some((one) => String(one) === String(value)));
  }

  /** Whether a group of properties turns something on by being there. */
  private isMode(path: string): boolean {
    return this.pair.contracts.some(({ properties: specs }) =>
      specs.some(({ property, isList }) => property === path && !isList),
    );
  }

  /** Whether the stack's resources would tell the value. */
  private refersToResource(value: unknown): boolean {
    const {
      template,
      to: { deployments },
    } = this.pair.deployedTemplate;
    const isListed = deployments.of(template)?.stack !== undefined;
    return !isListed && [value].flat().some((one) => template.find(one) !== undefined);
  }

  private specsBelow(path: string): PropertySpec[] {
    const isBelow = ({ property }: PropertySpec) => property === path || property.startsWith(`${path}[`);
    return this.pair.contracts.flatMap(({ properties: specs }) => specs.filter(isBelow));
  }
}

function joined(path: string, name: string): string {
  return name.startsWith('[') ? path + name : `${path}.${name}`;
}

/** Both values of a condition. */
function waysOf(value: unknown): readonly unknown[] | undefined {
  const argument = (value as { 'Fn::If'?: unknown } | null | undefined)?.['Fn::If'];
  return Array.isArray(argument) && argument.length === 3 ? argument.slice(1) : undefined;
}

/** Nothing, however it is written. */
function isEmpty(value: unknown): boolean {
  if (isAbsent(value) || value === '') return true;
  return typeof value === 'object' && !isUnknown(value) && Object.values(value!).every(isEmpty);
}
