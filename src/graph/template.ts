import { Decisions } from './decisions';
import { KnownSources } from './known-sources';
import { MAPPING } from './l1-properties';
import { Lookup } from './lookup';
import { Given, withGiven } from './map-keys';
import { cloudFormationPath } from './names';
import { NESTED_STACKS, NestedStack } from './nested-stacks';
import { Member, Origin } from './origins';
import { withExamples } from './pseudo-parameters';
import { wholeTextOf } from './references';
import { invokedByEvents, mappingOfEvent, namingOfEvent, SAM_FUNCTION, withGlobals } from './sam';
import { mappingOfSubscription, queuesOfSubscriptions } from './sam-subscriptions';
import { Family, objectsIn } from './siblings';
import { Choices, Values } from './values';
import { RelatedResources, Properties, Resource } from '../model/contract';
import { isJsonObject } from '../model/json-members';
import { Naming } from '../model/problem-text';
import { SamEvent } from '../model/recognition';

/** A mapping of a template, or what AWS SAM makes one of. */
export interface TemplateMapping {
  readonly id: string;
  /** The resource that it stands in, and where in that. */
  readonly logicalId: string;
  readonly path: string;
  readonly resource: Resource;
  /** The kind of the event, where it is one of AWS SAM. */
  readonly event?: SamEvent;
}

/** The names of the properties of a mapping in its template. */
export function namingOf({ event }: TemplateMapping): Naming {
  return event === undefined ? cloudFormationPath : namingOfEvent(event);
}

interface Definition {
  readonly Type?: unknown;
  readonly Properties?: unknown;
  readonly Condition?: unknown;
  readonly DependsOn?: unknown;
  readonly Connectors?: unknown;
  readonly Metadata?: unknown;
  readonly UpdatePolicy?: unknown;
}

/** A value that other stacks can take. */
interface Output {
  readonly id: string;
  readonly value: unknown;
  /** The name under which it is exported, where that is known. */
  readonly exportName?: string;
}

const SERVERLESS = 'AWS::Serverless::';
const NESTED_STACK = 'AWS::CloudFormation::Stack';
const STORED_PARAMETER = 'AWS::SSM::Parameter';
const NOTHING = Object.freeze({});

/** The resources of a template, with the defaults of its parameters and one choice for each condition. */
export class Template {
  /** Lets values be found that come from other templates of the same app or folder. */
  public static connect(members: readonly Member[]): void {
    if (members.length < 2) return;
    const family = new Family(members);
    members.forEach(({ template, name, region, account }) => template.lookup.join(family, name, { region, account }));
  }

  /** The template that a resource stands in, whichever one it is seen from. */
  public static of(resource: Resource): Template | undefined {
    return Template.owners.get(resource.own ?? resource);
  }

  private static readonly owners = new WeakMap<Resource, Template>();

  /** The construct paths of the resources, by logical id, for a template that does not say them itself. */
  public constructPaths: ReadonlyMap<string, string> = new Map();
  private readonly definitions: { readonly [id: string]: Definition };
  /** The properties that AWS SAM gives to all functions. */
  public readonly globals: Properties;
  private readonly values: Values;
  /** Of what is made on a condition only: it may be there because a parameter has another value than its default. */
  private readonly valuesOnCondition: Values;
  private readonly read = new Map<string, Resource>();
  private readonly lists = new Map<string, readonly Resource[]>();
  private readonly chosen = new Map<string, Template>();
  private found?: readonly TemplateMapping[];
  private ofMappings?: readonly Resource[];
  private byType?: ReadonlyMap<unknown, readonly string[]>;
  private byId?: ReadonlyMap<string, TemplateMapping>;
  /** Finds what values refer to, here and in other templates. */
  public readonly lookup: Lookup;

  constructor(
    private readonly raw: object,
    public readonly sources: KnownSources,
    choices: Choices = new Map(),
    base?: Template,
    given: Given = new Map(),
  ) {
    const written = objectAt(raw, 'Resources');
    this.definitions = { ...queuesOfSubscriptions(written, sources), ...written } as Template['definitions'];
    this.globals = objectAt(objectAt(raw, 'Globals'), 'Function');
    const maps = objectAt(raw, 'Mappings');
    const removesNull = mayRemoveNull(raw);
    this.values = new Values(withGiven(objectAt(raw, 'Parameters'), given), choices, maps, removesNull);
    this.valuesOnCondition = new Values(withGiven({}, given), choices, maps, removesNull);
    this.lookup = new Lookup(this, base?.lookup);
  }

  /** The same template, where conditions are as these choices say, and parameters have these values. */
  public choosing(choices: Choices, given: Given = new Map()): Template {
    if (choices.size === 0 && given.size === 0) return this;
    const key = JSON.stringify([[...choices].sort(), [...given].sort()]);
    const template = this.chosen.get(key) ?? new Template(this.raw, this.sources, choices, this, given);
    this.chosen.set(key, template);
    return template;
  }

  /** The outcome of conditions where parameters have these values. */
  public decisions(given: Given): Decisions {
    const values = new Values(withGiven({}, given), new Map(), objectAt(this.raw, 'Mappings'));
    return new Decisions(objectAt(this.raw, 'Conditions'), values);
  }

  /** The values that a parameter can have, where the template lists them. */
  public allowedValues(parameter: string): readonly unknown[] {
    const { AllowedValues: values } = objectAt(objectAt(this.raw, 'Parameters'), parameter);
    return Array.isArray(values) ? values : [];
  }

  /** The values that a value of a map can have, where the first of its keys is not known; unset for any other value. */
  public eachInMap(value: unknown): readonly unknown[] | undefined {
    return this.values.eachInMap(value);
  }

  /** Whether the template has a section of values that can be looked up. */
  public get hasMaps(): boolean {
    return Object.keys(objectAt(this.raw, 'Mappings')).length > 0;
  }

  /** The same template without the defaults of its parameters: a deployment may have been given other values. */
  public get withoutDefaults(): Template {
    return new Template({ ...this.raw, Parameters: {} }, this.sources, new Map(), this);
  }

  /** The same template, where the parameters that it shares with another one have the values of that. */
  public keeping(other: Template): Template {
    const changed = this.changedDefaults(other);
    if (changed.length === 0) return this;
    const before = objectAt(other.raw, 'Parameters');
    const parameters = {
      ...objectAt(this.raw, 'Parameters'),
      ...Object.fromEntries(changed.map((name) => [name, before[name]])),
    };
    return new Template({ ...this.raw, Parameters: parameters }, this.sources, new Map(), this);
  }

  /** The parameters that both templates have, with another default here. */
  public changedDefaults(other: Template): string[] {
    const [mine, others] = [this, other].map(({ raw }) => objectAt(raw, 'Parameters'));
    const defaultIn = (parameters: object, name: string) =>
      (objectAt(parameters, name) as { Default?: unknown }).Default;
    return Object.keys(mine).filter(
      (name) =>
        Object.hasOwn(others, name) &&
        defaultIn(others, name) !== undefined &&
        String(defaultIn(mine, name)) !== String(defaultIn(others, name)),
    );
  }

  /** Whether a resource, as it is written, has a reference to a parameter. */
  public refersTo(id: string, parameter: string): boolean {
    const written = [...objectsIn(this.definitions[id])].flatMap((one) => Object.entries(one));
    return written.some(
      ([name, value]) =>
        (name === 'Ref' && value === parameter) || (typeof value === 'string' && value.includes(`\${${parameter}}`)),
    );
  }

  public get mappings(): readonly TemplateMapping[] {
    return (this.found ??= [
      ...this.all(MAPPING, false).map((resource) => ({
        id: resource.id,
        logicalId: resource.id,
        path: 'Properties',
        resource,
      })),
      ...this.all(SAM_FUNCTION).flatMap((lambda) => this.eventsOf(lambda)),
    ]);
  }

  public mapping(id: string): TemplateMapping | undefined {
    this.byId ??= new Map(this.mappings.map((mapping) => [mapping.id, mapping]));
    return this.byId.get(id);
  }

  /** A resource, or undefined where an id is that of something else. */
  public resource(id: string | undefined): Resource | undefined {
    if (id === undefined) return undefined;
    const known = this.read.get(id);
    if (known || !Object.hasOwn(this.definitions, id)) return known;
    const {
      Type,
      Properties: properties,
      Condition,
      UpdatePolicy: updatePolicy,
    } = (this.definitions[id] ?? NOTHING) as Definition;
    if (typeof Type !== 'string') return undefined;
    const values = Condition === undefined ? this.values : this.valuesOnCondition;
    const resolved = (values.resolve(properties) ?? NOTHING) as Properties;
    const globals = values.resolve(this.globals) as Properties;
    const found = {
      id,
      type: Type,
      properties: Type === SAM_FUNCTION ? withGlobals(globals, resolved) : resolved,
      conditional: Condition !== undefined,
      updatePolicy,
      writtenIn: this,
    };
    this.read.set(id, found);
    Template.owners.set(found, this);
    return found;
  }

  /** The resources as they are written. */
  public get resources(): { readonly [id: string]: unknown } {
    return this.definitions;
  }

  /** The names of the transforms that a deployment applies to all of the template. */
  public get transforms(): readonly string[] {
    const transforms = [(this.raw as { Transform?: unknown }).Transform ?? []].flat();
    return transforms.map((transform) => String((transform as { Name?: unknown } | null)?.Name ?? transform));
  }

  /**
   * Whether a name is that of a resource or a parameter, or may be one that AWS SAM makes for a resource, and calls
   * after it.
   */
  public hasName(name: string): boolean {
    if (Object.hasOwn(this.definitions, name) || Object.hasOwn(objectAt(this.raw, 'Parameters'), name)) return true;
    const made = Object.keys(this.definitions).filter(
      (id) =>
        String(this.definitions[id]?.Type).startsWith(SERVERLESS) || this.definitions[id]?.Connectors !== undefined,
    );
    return made.some((id) => name.startsWith(id)) || (made.length > 0 && name.startsWith('Serverless'));
  }

  /** The resources that are made before a resource because it says so. */
  public dependenciesOf(id: string): readonly string[] {
    const named = [this.definitions[id]?.DependsOn ?? []].flat();
    return named.filter((name): name is string => typeof name === 'string');
  }

  /** The values that other stacks can take. */
  public get outputs(): readonly Output[] {
    return Object.entries(objectAt(this.raw, 'Outputs')).map(([id, output]) => {
      const { Value: value, Export } = (output ?? NOTHING) as { Value?: unknown; Export?: { Name?: unknown } };
      return { id, value, exportName: Export === undefined ? undefined : this.nameIn(Export.Name) };
    });
  }

  /** The stacks that are nested in this one. */
  public get nestedStacks(): readonly NestedStack[] {
    return Object.entries(this.definitions).flatMap(([id, definition]) => {
      const property = NESTED_STACKS[String(definition?.Type)];
      const given = objectAt(definition ?? NOTHING, 'Properties');
      const location = property === undefined ? undefined : given[property];
      return typeof location === 'string' ? [{ id, location, parameters: objectAt(given, 'Parameters') }] : [];
    });
  }

  /** The values that the template stores for others in Parameter Store, by their names. */
  public get storedValues(): readonly (readonly [string | undefined, unknown])[] {
    const stored = Object.values(this.definitions).filter((definition) => definition?.Type === STORED_PARAMETER);
    return stored.map((definition) => {
      const { Name: name, Value: value } = objectAt(definition, 'Properties');
      return [name === undefined ? undefined : this.nameIn(name), value];
    });
  }

  /** The name in Parameter Store of which a parameter of the template has the value. */
  public storedNameOf(parameter: string): string | undefined {
    const { Type, Default } = objectAt(objectAt(this.raw, 'Parameters'), parameter);
    return /^AWS::SSM::Parameter::Value</.test(String(Type)) && typeof Default === 'string' ? Default : undefined;
  }

  /** The parameters of the stacks that are nested in this one. */
  public get handedToNestedStacks(): readonly (readonly [string, unknown])[] {
    const nested = Object.values(this.definitions).filter((definition) => definition?.Type === NESTED_STACK);
    return nested.flatMap(({ Properties: given }) => Object.entries(objectAt(given ?? NOTHING, 'Parameters')));
  }

  /**
   * A name as a deployment with the defaults of the parameters has it, where all of it is known.
   *
   * Templates that are deployed together have the same values for parameters that are called the same.
   */
  public nameIn(value: unknown): string | undefined {
    return wholeTextOf(withExamples(value), (id) => {
      const byDefault = this.defaultOf({ Ref: id });
      if (typeof byDefault === 'string' || typeof byDefault === 'number') return String(byDefault);
      return Object.hasOwn(objectAt(this.raw, 'Parameters'), id) ? `\${${id}}` : undefined;
    });
  }

  /** The condition that a resource is made on. */
  public conditionOf(id: string): string | undefined {
    const condition = this.definitions[id]?.Condition;
    return typeof condition === 'string' ? condition : undefined;
  }

  /** The default of a parameter that a value refers to. */
  public defaultOf(value: unknown): unknown {
    const name = (value as { Ref?: unknown } | undefined)?.Ref;
    return typeof name === 'string'
      ? (objectAt(objectAt(this.raw, 'Parameters'), name) as { Default?: unknown }).Default
      : undefined;
  }

  /** The path of the AWS CDK construct that made a resource. */
  public constructPathOf(id: string): string | undefined {
    const path = this.metadataOf(id)['aws:cdk:path'];
    return typeof path === 'string' ? path : this.constructPaths.get(id);
  }

  public metadataOf(id: string): { readonly [name: string]: unknown } {
    return objectAt(this.definitions[id] ?? NOTHING, 'Metadata');
  }

  /** The resources of a type; with those that stand in others. */
  public all(type: string, withEvents = true): readonly Resource[] {
    if (withEvents && type === MAPPING) return (this.ofMappings ??= this.mappings.map(({ resource }) => resource));
    const known = this.lists.get(type);
    if (known) return known;
    const all = (this.idsByType.get(type) ?? []).map((id) => this.resource(id)!);
    this.lists.set(type, all);
    return all;
  }

  private get idsByType(): ReadonlyMap<unknown, readonly string[]> {
    if (this.byType !== undefined) return this.byType;
    const byType = new Map<unknown, string[]>();
    for (const id of Object.keys(this.definitions)) {
      const type = this.definitions[id]?.Type;
      const ids = byType.get(type);
      if (ids === undefined) byType.set(type, [id]);
      else ids.push(id);
    }
    return (this.byType = byType);
  }

  public find(value: unknown): Resource | undefined {
    return this.lookup.find(value);
  }

  /** The origin of a value: this template, where it is not taken from another one. */
  public originOf(value: unknown): Origin {
    return this.lookup.originOf(value);
  }

  public around(mapping: Resource): RelatedResources {
    const { lookup } = this;
    return {
      mapping,
      find: (value) => lookup.find(value),
      originOf: (value) => lookup.originOf(value).value,
      writtenAs: (value) => lookup.originOf(value).value,
      all: (type) => lookup.all(type),
    };
  }

  private eventsOf({ id, properties, conditional }: Resource): TemplateMapping[] {
    const invoked = invokedByEvents(id, properties);
    return Object.entries(objectAt(properties, 'Events')).flatMap(([name, event]): TemplateMapping[] => {
      const { Type } = (event ?? NOTHING) as Definition;
      if (typeof Type !== 'string') return [];
      const own = objectAt(event as object, 'Properties');
      const place = { logicalId: id, path: `Properties.Events.${name}.Properties` };
      const resourceOf = (mappingId: string, made: Properties): Resource => ({
        id: mappingId,
        type: MAPPING,
        properties: made,
        conditional,
        writtenIn: this,
      });
      const known = this.sources.events.get(Type);
      if (known) {
        return [
          {
            ...place,
            id: `${id}${name}`,
            resource: resourceOf(`${id}${name}`, mappingOfEvent(invoked, known, own)),
            event: known,
          },
        ];
      }
      const subscription = this.sources.subscriptions.get(Type);
      const made = subscription && mappingOfSubscription(invoked, `${id}${name}`, subscription, own);
      return made
        ? [{ id: made.id, logicalId: id, path: place.path + made.path, resource: resourceOf(made.id, made.properties) }]
        : [];
    });
  }
}

/** CloudFormation takes no null, but macros come first: AWS::LanguageExtensions removes it, and AWS SAM does not. */
function mayRemoveNull(raw: object): boolean {
  const { Transform: macros = [] } = raw as { readonly Transform?: unknown };
  return [macros].flat().some((macro) => macro !== 'AWS::Serverless-2016-10-31');
}

function objectAt(parent: object, name: string): { readonly [name: string]: unknown } {
  const child = (parent as { readonly [name: string]: unknown })[name];
  return isJsonObject(child) ? child : NOTHING;
}
