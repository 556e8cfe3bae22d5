import { NESTED_STACKS } from './nested-stacks';
import { Origin } from './origins';
import { partsReferredBy, Reference, referenceOf } from './references';
import { Family, objectsIn } from './siblings';
import type { Template } from './template';
import { Place, Resource } from '../model/contract';
import { memoize } from '../model/memoize';

/** A resource, and the template that it stands in. */
interface Located {
  readonly template: Template;
  readonly resource: Resource;
}

/** So many templates a value is handed through. */
const MOST_STEPS = 10;

/**
 * Finds what the values of a template refer to: its own resources, and those of the templates that it takes values
 * from.
 */
export class Lookup {
  private family?: Family;
  /** The name of this template in messages about other templates. */
  private name = '';
  private deployedTo: Place = {};
  /** The resources as other templates see them. */
  private readonly views = new Map<Resource, Resource>();
  private readonly lists = new Map<string, readonly Resource[]>();
  /** Many rules ask for the function and the source of a mapping, whose values are the same objects each time. */
  private readonly located = memoize((value: object) => this.locate(value));

  /**
   * @param template the template
   * @param base the lookup of the same template without choices of conditions, as others see it
   */
  constructor(
    private readonly template: Template,
    private readonly base?: Lookup,
  ) {
    if (base?.family) this.join(base.family, base.name, base.deployedTo);
  }

  public join(family: Family, name: string, place: Place): void {
    this.family = family;
    this.name = name;
    this.deployedTo = place;
  }

  /** The template without choices of conditions, as others know it. */
  public get member(): Template {
    return this.base?.template ?? this.template;
  }

  /** The Region of the template's stack, where that is known. */
  public get region(): string | undefined {
    return this.deployedTo.region;
  }

  public find(value: unknown): Resource | undefined {
    const { lookup } = this.ownerOf(value);
    const located = typeof value === 'object' && value !== null ? lookup.located(value) : lookup.locate(value);
    if (located === undefined) return undefined;
    const { template, resource } = located;
    return this.isOwn(template) ? this.template.resource(resource.id) : template.lookup.viewOf(resource);
  }

  /** The origin of a value: this template, where it is not taken from another one. */
  public originOf(value: unknown): Origin {
    let origin: Origin = { template: this.ownerOf(value), value };
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const { template, value: current } = origin;
      const reference = referenceOf(current);
      const next = reference
        ? template.lookup.originOfReference(reference)
        : this.family?.origins.ofStored(current, template);
      if (!next) break;
      origin = next;
    }
    return origin;
  }

  /** The resources of a type in this template and its siblings. */
  public all(type: string): readonly Resource[] {
    const siblings = this.family?.siblingsOf(this.member);
    if (!siblings) return this.template.all(type);
    // Rules group a list once for all that have it.
    if (!this.base) return siblings.all(type);
    const known = this.lists.get(type);
    const all =
      known ??
      siblings.templates.flatMap((one) => (this.isOwn(one) ? this.template.all(type) : one.lookup.viewsOf(type)));
    this.lists.set(type, all);
    return all;
  }

  /** This template, and those that it takes values from or gives values to. */
  public get templates(): readonly Template[] {
    return this.family?.siblingsOf(this.member)?.templates ?? [this.template];
  }

  /** The resources of a type, as other templates see them. */
  public viewsOf(type: string): readonly Resource[] {
    return this.template.all(type).map((resource) => this.viewOf(resource));
  }

  /** A resource as other templates see it; what its properties refer to stands here. */
  private viewOf(resource: Resource): Resource {
    const known = this.views.get(resource);
    if (known) return known;
    const view = { ...resource, id: `${resource.id} of stack ${this.name}`, own: resource, place: this.deployedTo };
    objectsIn(resource.properties).forEach((value) => this.family!.owners.set(value, this.template));
    this.views.set(resource, view);
    return view;
  }

  /** The template that a value stands in, which is another one where it is of a resource of that. */
  private ownerOf(value: unknown): Template {
    const owner = typeof value === 'object' && value !== null ? this.family?.owners.get(value) : undefined;
    return owner === undefined || this.isOwn(owner) ? this.template : owner;
  }

  private isOwn(template: Template): boolean {
    return template === this.template || template === this.base?.template;
  }

  private locate(value: unknown, steps = 0): Located | undefined {
    for (const reference of partsReferredBy(value)) {
      const located = this.locateReference(reference, steps);
      if (located && this.template.sources.mayName(value, located.resource.type)) return located;
    }
    const stored = this.family?.origins.ofStored(value, this.template);
    return stored && steps < MOST_STEPS ? stored.template.lookup.locate(stored.value, steps + 1) : undefined;
  }

  private locateReference(reference: Reference, steps: number): Located | undefined {
    const origin = this.originOfReference(reference);
    if (origin) return steps < MOST_STEPS ? origin.template.lookup.locate(origin.value, steps + 1) : undefined;
    const resource = 'id' in reference ? this.template.resource(functionIn(reference.id)) : undefined;
    return resource && { template: this.template, resource };
  }

  /** The origin of a reference's value, if it is not that of a resource of this template. */
  private originOfReference(reference: Reference): Origin | undefined {
    const resource = 'id' in reference ? this.template.resource(reference.id) : undefined;
    if (resource === undefined || Object.hasOwn(NESTED_STACKS, resource.type)) {
      return this.family?.origins.of(reference, this.template);
    }
    const { id: _, attribute = '' } = 'id' in reference ? reference : { id: '' };
    const repeated = this.template.sources.repeats(resource.type, attribute);
    return repeated ? { template: this.template, value: resource.properties[attribute] } : undefined;
  }
}

/** AWS SAM calls the alias and the version that it makes of a function after it: `Handler.Alias`. */
function functionIn(id: string): string {
  return id.replace(/\.(Alias|Version)$/, '');
}
