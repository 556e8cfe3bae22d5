import { Member, mayBeSame, Origin, Origins } from './origins';
import { referenceOf } from './references';
import type { Template } from './template';
import { Resource } from '../model/contract';

/** Templates that take values from each other, so that what stands around a mapping may be in any of them. */
export class Siblings {
  private readonly lists = new Map<string, readonly Resource[]>();

  constructor(public readonly templates: readonly Template[]) {}

  /** The resources of a type in all of the templates, as others see them: the same list for each template. */
  public all(type: string): readonly Resource[] {
    const known = this.lists.get(type);
    if (known) return known;
    const all = this.templates.flatMap((template) => template.lookup.viewsOf(type));
    this.lists.set(type, all);
    return all;
  }
}

/** The templates of an app or a folder: what they take from each other, and which of them are siblings. */
export class Family {
  public readonly origins: Origins;
  /** The templates that values stand in, of resources that are seen from other templates. */
  public readonly owners = new WeakMap<object, Template>();
  private siblings?: ReadonlyMap<Template, Siblings>;

  constructor(private readonly members: readonly Member[]) {
    this.origins = new Origins(members);
  }

  /** The siblings of a template, itself among them; unset where it has none. */
  public siblingsOf(template: Template): Siblings | undefined {
    return (this.siblings ??= this.findSiblings()).get(template);
  }

  private findSiblings(): ReadonlyMap<Template, Siblings> {
    // Most templates give nothing to others, and it takes long to look at each of their values.
    if (this.origins.areNone) return new Map();
    const groups = new Map<Template, Set<Template>>();
    for (const { template } of this.members) {
      for (const other of this.originsIn(template)) unite(groups, template, other);
    }
    const siblings = new Map<Set<Template>, Template[]>([...groups.values()].map((group) => [group, []]));
    // All siblings see each other in the order of the members.
    for (const { template } of this.members) siblings.get(groups.get(template)!)?.push(template);
    return new Map(
      [...siblings.values()].flatMap((templates) => {
        const together = new Siblings(templates);
        return templates.map((template) => [template, together] as const);
      }),
    );
  }

  /** The other templates of the same Region and account that a template takes values from. */
  private originsIn(template: Template): Set<Template> {
    const found = new Set<Template>();
    for (const value of objectsIn(template.resources)) {
      const [name, ...more] = Object.keys(value);
      const mayLeadOut = more.length === 0 && LEADING_OUT.includes(name) && !ofAnotherAccount(value);
      const reference = mayLeadOut ? referenceOf(value) : undefined;
      const origin = reference ? this.origins.of(reference, template) : this.storedFor(value, template);
      const other = origin?.template;
      if (other && other !== template && mayBeSame(other.lookup.region, template.lookup.region)) found.add(other);
    }
    return found;
  }

  /** The origin of what one of an object's members is a name of. */
  private storedFor(value: object, template: Template): Origin | undefined {
    const origins = Object.values(value).map((child) => this.origins.ofStored(child, template));
    return origins.find((origin) => origin !== undefined);
  }
}

const LEADING_OUT = ['Ref', 'Fn::GetAtt', 'Fn::ImportValue', 'Fn::GetStackOutput'];

function unite(groups: Map<Template, Set<Template>>, one: Template, other: Template): void {
  const both = [one, other].map((template) => groups.get(template) ?? new Set([template]));
  const [smaller, larger] = both.sort((a, b) => a.size - b.size);
  if (smaller === larger) return;
  for (const template of smaller) larger.add(template);
  for (const template of [one, other, ...smaller]) groups.set(template, larger);
}

/** A role is needed to read the outputs of another account only. */
function ofAnotherAccount(value: object): boolean {
  const { 'Fn::GetStackOutput': output } = value as { 'Fn::GetStackOutput'?: { RoleArn?: unknown } | null };
  return output?.RoleArn !== undefined;
}

/** All objects in a value, however deep: an alias of YAML can refer to what it stands in. */
export function objectsIn(value: unknown): Set<object> {
  const objects = new Set<object>();
  const rest = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next !== 'object' || next === null || objects.has(next)) continue;
    objects.add(next);
    for (const child of Object.values(next)) rest.push(child);
  }
  return objects;
}
