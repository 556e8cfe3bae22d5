import { MAPPING } from './l1-properties';
import { Member, Origin } from './origins';
import { mayName, partsReferredBy, Reference, referenceOf, wholeTextOf } from './references';
import { invokedByEvents, isMappingEvent, mappingOfEvent, SAM_FUNCTION } from './sam';
import { Family, objectsIn } from './siblings';
import { Choices, Values } from './values';
import { Neighbours, Properties, Resource } from '../engine/contract';

/** A mapping of a template, or what AWS SAM makes one of. */
export interface TemplateMapping {
  readonly id: string;
  /** The resource that it stands in, and where in that. */
  readonly logicalId: string;
  readonly path: string;
  readonly resource: Resource;
  /** The type of the event, where it is one of AWS SAM. */
  readonly event?: string;
}

interface Definition {
  readonly Type?: unknown;
  readonly Properties?: unknown;
  readonly Condition?: unknown;
  readonly Metadata?: unknown;
}

/** A value that other stacks can take. */
interface Output {
  readonly id: string;
  readonly value: unknown;
  /** The name under which it is exported, where that is known. */
  readonly exportName?: string;
}

/** A resource, and the template that it stands in. */
interface Located {
  readonly template: Template;
  readonly resource: Resource;
}

/** So many templates a value is handed through. */
const MOST_STEPS = 10;
const NESTED_STACK = 'AWS::CloudFormation::Stack';
const CONSUMER = 'AWS::Kinesis::StreamConsumer';

const NOTHING = Object.freeze({});

/** The resources of a template, with the defaults of its parameters and one choice for each condition. */
export class Template {
  /** Lets values be found that come from other templates of the same app or folder. */
  public static connect(members: readonly Member[]): void {
    if (members.length < 2) return;
    const family = new Family(members);
    members.forEach(({ template, name, region }) => template.join(family, name, region));
  }

  private readonly definitions: { readonly [id: string]: Definition };
  private readonly globals: Properties;
  private readonly values: Values;
  /** Of what is made on a condition only: it may be there because a parameter has another value than its default. */
  private readonly valuesOnCondition: Values;
  private readonly read = new Map<string, Resource>();
  private readonly lists = new Map<string, readonly Resource[]>();
  private readonly chosen = new Map<string, Template>();
  private found?: readonly TemplateMapping[];
  private byId?: ReadonlyMap<string, TemplateMapping>;
  /** How it is called in messages about others, and where it is deployed. */
  private name = '';
  private deployedTo?: string;
  private family?: Family;
  /** What others see of its resources. */
  private readonly views = new Map<Resource, Resource>();

  constructor(private readonly raw: object, choices: Choices = new Map(), private readonly base?: Template) {
    this.definitions = objectAt(raw, 'Resources') as Template['definitions'];
    this.globals = objectAt(objectAt(raw, 'Globals'), 'Function');
    this.values = new Values(objectAt(raw, 'Parameters'), choices);
    this.valuesOnCondition = new Values({}, choices);
  }

  /** The same template, where conditions are as these choices say. */
  public choosing(choices: Choices): Template {
    if (choices.size === 0) return this;
    const key = JSON.stringify([...choices].sort());
    const template = this.chosen.get(key) ?? new Template(this.raw, choices, this);
    template.family = this.family;
    template.deployedTo = this.deployedTo;
    this.chosen.set(key, template);
    return template;
  }

  public get mappings(): readonly TemplateMapping[] {
    return this.found ??= [
      ...this.all(MAPPING, false).map((resource) => ({ id: resource.id, logicalId: resource.id, path: 'Properties', resource })),
      ...this.all(SAM_FUNCTION).flatMap((lambda) => this.eventsOf(lambda)),
    ];
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
    const { Type, Properties: properties, Condition } = (this.definitions[id] ?? NOTHING) as Definition;
    if (typeof Type !== 'string') return undefined;
    const resolved = (Condition === undefined ? this.values : this.valuesOnCondition).resolve(properties) as Properties;
    const found = {
      id,
      type: Type,
      properties: Type === SAM_FUNCTION ? { ...this.globals, ...resolved } : resolved ?? NOTHING,
      conditional: Condition !== undefined,
    };
    this.read.set(id, found);
    return found;
  }

  /** The Region of its stack, where that is known. */
  public get region(): string | undefined {
    return this.deployedTo;
  }

  /** The resources as they are written. */
  public get resources(): object {
    return this.definitions;
  }

  /** The values that other stacks can take. */
  public get outputs(): readonly Output[] {
    return Object.entries(objectAt(this.raw, 'Outputs')).map(([id, output]) => {
      const { Value: value, Export } = (output ?? NOTHING) as { Value?: unknown; Export?: { Name?: unknown } };
      return { id, value, exportName: Export === undefined ? undefined : this.nameIn(Export.Name) };
    });
  }

  /** The parameters of the stacks that are nested in this one. */
  public get handedToNestedStacks(): readonly (readonly [string, unknown])[] {
    const nested = Object.values(this.definitions).filter((definition) => definition?.Type === NESTED_STACK);
    return nested.flatMap(({ Properties: properties }) => Object.entries(objectAt(properties ?? NOTHING, 'Parameters')));
  }

  /** A name as a deployment with the defaults of the parameters has it, where all of it is known. */
  public nameIn(value: unknown): string | undefined {
    return wholeTextOf(value, (id) => {
      const byDefault = this.defaultOf({ Ref: id });
      return typeof byDefault === 'string' || typeof byDefault === 'number' ? String(byDefault) : undefined;
    });
  }

  /** Where a value comes from that this template takes from another one, or from an attribute: the value itself, where it stands here. */
  public originOf(value: unknown): Origin {
    let origin: Origin = { template: this.ownerOf(value), value };
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const reference = referenceOf(origin.value);
      const next = reference && origin.template.originOfReference(reference);
      if (!next) break;
      origin = next;
    }
    return origin;
  }

  /** The condition that a resource is made on. */
  public conditionOf(id: string): string | undefined {
    const condition = this.definitions[id]?.Condition;
    return typeof condition === 'string' ? condition : undefined;
  }

  /** The default of a parameter that a value refers to. */
  public defaultOf(value: unknown): unknown {
    const name = (value as { Ref?: unknown } | undefined)?.Ref;
    return typeof name === 'string' ? (objectAt(objectAt(this.raw, 'Parameters'), name) as { Default?: unknown }).Default : undefined;
  }

  /** Where a construct of the AWS CDK made a resource. */
  public constructPathOf(id: string): string | undefined {
    const path = (objectAt(this.definitions[id] ?? NOTHING, 'Metadata') as { 'aws:cdk:path'?: unknown })['aws:cdk:path'];
    return typeof path === 'string' ? path : undefined;
  }

  /** The resources of a type; with those that stand in others. */
  public all(type: string, withEvents = true): readonly Resource[] {
    const key = `${type} ${withEvents && type === MAPPING}`;
    const known = this.lists.get(key);
    if (known) return known;
    const ids = Object.keys(this.definitions).filter((id) => this.definitions[id]?.Type === type);
    const all = withEvents && type === MAPPING
      ? this.mappings.map(({ resource }) => resource)
      : ids.map((id) => this.resource(id)!);
    this.lists.set(key, all);
    return all;
  }

  /** The resource that a value refers to, in this template or in another one. */
  public find(value: unknown): Resource | undefined {
    const located = this.ownerOf(value).locate(value);
    if (located === undefined) return undefined;
    return this.isOwn(located.template) ? this.resource(located.resource.id) : located.template.viewOf(located.resource);
  }

  public around(mapping: Resource): Neighbours {
    return {
      mapping,
      find: (value) => this.find(value),
      originOf: (value) => this.originOf(value).value,
      all: (type) => this.allAround(type),
    };
  }

  /** The resources of a type in this template and its siblings. */
  public allAround(type: string): readonly Resource[] {
    const siblings = this.family?.siblingsOf(this.base ?? this);
    if (!siblings) return this.all(type);
    if (!this.base) return siblings.all(type);
    const key = `around ${type}`;
    const all = this.lists.get(key) ?? siblings.templates.flatMap((template) => (this.isOwn(template) ? this.all(type) : template.allFromOutside(type)));
    this.lists.set(key, all);
    return all;
  }

  /** The resources of a type, as other templates see them. */
  public allFromOutside(type: string): readonly Resource[] {
    return this.all(type).map((resource) => this.viewOf(resource));
  }

  private join(family: Family, name: string, region?: string): void {
    this.family = family;
    this.name = name;
    this.deployedTo = region;
  }

  /** The template that a value stands in, which is another one where it is of a resource of that. */
  private ownerOf(value: unknown): Template {
    const owner = typeof value === 'object' && value !== null ? this.family?.owners.get(value) : undefined;
    return owner === undefined || this.isOwn(owner) ? this : owner;
  }

  private isOwn(template: Template): boolean {
    return template === this || template === this.base;
  }

  /** A resource as other templates see it; what its properties refer to stands here. */
  private viewOf(resource: Resource): Resource {
    const known = this.views.get(resource);
    if (known) return known;
    const view = { ...resource, id: `${resource.id} of ${this.name}`, own: resource };
    objectsIn(resource.properties).forEach((value) => this.family!.owners.set(value, this));
    this.views.set(resource, view);
    return view;
  }

  private locate(value: unknown, steps = 0): Located | undefined {
    for (const reference of partsReferredBy(value)) {
      const located = this.locateReference(reference, steps);
      if (located && mayName(value, located.resource.type)) return located;
    }
    return undefined;
  }

  private locateReference(reference: Reference, steps: number): Located | undefined {
    const origin = this.originOfReference(reference);
    if (origin) return steps < MOST_STEPS ? origin.template.locate(origin.value, steps + 1) : undefined;
    const resource = 'id' in reference ? this.resource(functionIn(reference.id)) : undefined;
    return resource && { template: this, resource };
  }

  /** Where the value of a reference comes from, if it is not that of a resource of this template. */
  private originOfReference(reference: Reference): Origin | undefined {
    const type = 'id' in reference ? this.definitions[reference.id]?.Type : undefined;
    if (type === undefined || type === NESTED_STACK) return this.family?.origins.of(reference, this);
    const isStream = type === CONSUMER && 'id' in reference && reference.attribute === 'StreamARN';
    return isStream ? { template: this, value: this.resource(reference.id)?.properties.StreamARN } : undefined;
  }

  private eventsOf({ id, properties, conditional }: Resource): TemplateMapping[] {
    return Object.entries(objectAt(properties, 'Events')).flatMap(([name, event]) => {
      const { Type } = (event ?? NOTHING) as Definition;
      if (!isMappingEvent(Type)) return [];
      const made = mappingOfEvent(invokedByEvents(id, properties), Type, objectAt(event as object, 'Properties'));
      const resource = { id: `${id}${name}`, type: MAPPING, properties: made, conditional };
      return [{ id: resource.id, logicalId: id, path: `Properties.Events.${name}.Properties`, resource, event: Type }];
    });
  }
}

/** AWS SAM calls the alias and the version that it makes of a function after it: `Handler.Alias`. */
function functionIn(id: string): string {
  return id.replace(/\.(Alias|Version)$/, '');
}

function objectAt(parent: object, name: string): { readonly [name: string]: unknown } {
  const child = (parent as { readonly [name: string]: unknown })[name];
  return typeof child === 'object' && child !== null && !Array.isArray(child) ? child as { readonly [name: string]: unknown } : NOTHING;
}
