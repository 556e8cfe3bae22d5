import { CfnResource, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { defaultOf, PathResolver } from './path-resolver';
import { KnownSources } from '../graph/known-sources';
import { MAPPING } from '../graph/l1-properties';
import { referencesIn } from '../graph/references';
import { cloudFormationOf, overridesOf, propertiesOf, renderedProperties } from '../model/cdk-internals';
import { RelatedResources, Properties, Resource } from '../model/contract';
import { isUnknown } from '../model/tokens';
import { referredBy } from '../permissions/references';

interface AppResource extends Resource {
  /** Its account and Region. */
  readonly environment: string;
  /** Whether it takes the default of a parameter. */
  readonly hasDefaults: boolean;
}

interface AppRelatedResources extends RelatedResources {
  readonly mapping: AppResource;
}

/** The state of an L1 that users can change: its properties, and what is written over them. */
interface State {
  readonly properties: Properties;
  readonly overrides: object;
}

function stateOf(resource: CfnResource): State {
  return { properties: propertiesOf(resource), overrides: overridesOf(resource) };
}

/**
 * Remembers how a resource is now; the answer says whether an Aspect, a mixin or an escape hatch has edited it since.
 */
export function watch(resource: CfnResource): () => boolean {
  const before = copyOf(stateOf(resource));
  return () => !isUnchanged(before, stateOf(resource));
}

/**
 * The resources of an app, as their templates will have them.
 *
 * They refer to each other by their constructs' paths instead of logical ids, so that a reference leads into other
 * stacks too.
 */
export class AppResources {
  private readonly resolver = new PathResolver();
  private readonly read = new Map<CfnResource, AppResource>();
  private readonly named = new Map<KnownSources, Map<string, Resource | undefined>>();
  private readonly written = new Map<string, unknown>();
  private readonly lists = new Map<string, readonly Resource[]>();
  private types?: Map<string, CfnResource[]>;

  constructor(private readonly root: IConstruct) {}

  public around(construct: CfnResource, sources: KnownSources): AppRelatedResources {
    const mapping = this.resourceOf(construct);
    return {
      mapping,
      find: (value) => this.find(value, construct, sources),
      writtenAs: (value) => this.writtenAs(value, construct),
      waitsFor: ({ id }) => construct.obtainDependencies().some((one) => this.resolver.targets.get(id) === one),
      stackOf: ({ writtenIn }) => this.nestedStack(writtenIn as Stack | undefined),
      all: (type) => this.all(type, mapping.environment),
    };
  }

  private nestedStack(stack: Stack | undefined): Resource | undefined {
    return stack?.nestedStackResource && this.resourceOf(stack.nestedStackResource as CfnResource);
  }

  /** In a name of several parts, what comes first says what it is: a function, and then its version. */
  private find(value: unknown, scope: IConstruct, sources: KnownSources): Resource | undefined {
    if (typeof value !== 'string') return this.referenced(value, scope, sources);
    const named = this.named.get(sources) ?? new Map<string, Resource | undefined>();
    this.named.set(sources, named);
    if (!named.has(value)) named.set(value, this.referenced(value, scope, sources));
    return named.get(value);
  }

  /** The mappings of a function have the same text for its name. */
  private writtenAs(value: unknown, scope: IConstruct): unknown {
    if (typeof value !== 'string') return this.resolver.resolve(value, scope);
    if (!this.written.has(value)) this.written.set(value, this.resolver.resolve(value, scope));
    return this.written.get(value);
  }

  private referenced(value: unknown, scope: IConstruct, sources: KnownSources): Resource | undefined {
    if (!isUnknown(value)) return undefined;
    const referred = referredBy(value);
    if (referred && CfnResource.isCfnResource(referred)) return this.resourceOf(referred);
    const said = this.resolve(value, scope);
    const targets = referencesIn(said).map((id) => this.resolver.targets.get(id));
    const target = targets.find((one) => one && sources.mayName(said, one.cfnResourceType));
    return target && this.resourceOf(target);
  }

  /** A reference stays as it is: most are never followed. */
  private resolve(value: unknown, scope: IConstruct): unknown {
    return hasLazy(value) ? this.resolver.resolve(value, scope) : value;
  }

  private all(type: string, environment: string): readonly Resource[] {
    const key = `${type} ${environment}`;
    const known = this.lists.get(key);
    if (known) return known;
    this.types ??= byType(this.root);
    const resources = (this.types.get(type) ?? []).map((resource) => this.resourceOf(resource));
    const all = resources.filter((one) => one.environment === environment);
    this.lists.set(key, all);
    return all;
  }

  private resourceOf(resource: CfnResource): AppResource {
    const known = this.read.get(resource);
    if (known) return known;
    const { resolver } = this;
    const { stack } = resource;
    const { environment, region, account } = stack;
    const before = resolver.defaults;
    const properties = this.propertiesOf(resource);
    const found = {
      get id() {
        return resolver.idOf(resource);
      },
      type: resource.cfnResourceType,
      properties,
      hasDefaults: resolver.defaults > before,
      conditional: resource.cfnOptions.condition !== undefined,
      updatePolicy: resource.cfnOptions.updatePolicy,
      environment,
      writtenIn: stack,
      place: { region: literal(region), account: literal(account) },
    };
    this.read.set(resource, found);
    return found;
  }

  private propertiesOf(resource: CfnResource): Properties {
    if (Object.keys(overridesOf(resource)).length > 0) {
      const { Resources = {} } = this.resolver.resolve(cloudFormationOf(resource), resource);
      return Object.values<{ Properties?: Properties }>(Resources)[0]?.Properties ?? {};
    }
    const properties: { [name: string]: unknown } = {};
    const current = propertiesOf(resource);
    for (const name in current) {
      if (current[name] !== undefined) properties[name] = this.resolve(current[name], resource);
    }
    // Rules speak the names of a mapping's L1 anyway.
    return resource.cfnResourceType === MAPPING ? properties : renderedProperties(resource, properties);
  }
}

function literal(text: string): string | undefined {
  return Token.isUnresolved(text) ? undefined : text;
}

/** An object or a list of plain values; a token, and what a class makes, is none. */
function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Array.isArray(value);
}

function copyOf<Value>(value: Value): Value {
  if (!isPlain(value)) return value;
  const copy: { [name: string]: unknown } = {};
  for (const name in value) if (value[name] !== undefined) copy[name] = copyOf(value[name]);
  return copy as Value;
}

/** Whether a value is what its copy was made of. */
function isUnchanged(copy: unknown, value: unknown): boolean {
  if (copy === value) return true;
  if (!isPlain(copy) || !isPlain(value)) return false;
  let names = 0;
  for (const name in value) {
    if (value[name] === undefined) continue;
    if (!isUnchanged(copy[name], value[name])) return false;
    names += 1;
  }
  return names === Object.keys(copy).length;
}

function hasLazy(value: unknown): boolean {
  if (Token.isUnresolved(value)) {
    const token = Tokenization.reverse(value, { failConcat: false });
    return !Reference.isReference(token) || defaultOf(token) !== undefined;
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLazy);
}

function byType(root: IConstruct): Map<string, CfnResource[]> {
  const types = new Map<string, CfnResource[]>();
  for (const resource of root.node.findAll().filter(CfnResource.isCfnResource)) {
    const same = types.get(resource.cfnResourceType) ?? [];
    types.set(resource.cfnResourceType, same);
    same.push(resource);
  }
  return types;
}
