import { NestedStacks } from './nested-stacks';
import { Reference } from './references';
import type { Template } from './template';

/** A value, and the template that it stands in. */
export interface Origin {
  readonly template: Template;
  readonly value: unknown;
}

/** A template among those of its app, or of its folder. */
export interface Member {
  readonly template: Template;
  /** Its name in messages: that of its stack or its file. */
  readonly name: string;
  /** The name of its stack, where that is known. */
  readonly stack?: string;
  readonly region?: string;
  readonly account?: string;
  /** Its file, where that is known. */
  readonly file?: string;
}

/** An origin that may be that of a value: an output in each of several Regions, for one. */
interface Candidate extends Origin {
  readonly region?: string;
}

/** The name of a value that a template takes from another one. */
interface Taken {
  readonly key: string;
  readonly region?: string;
}

/** A parameter that the AWS CDK makes to hand a reference to a nested stack. */
const HANDED_ON_PARAMETER = /^referenceto/;

/** An output that the AWS CDK makes of a nested stack, whose name tells it from those of others. */
const OF_A_NESTED_STACK = /^Outputs\.(\w*[0-9A-F]{8}\w+)$/;

/**
 * The origins of values that templates take from each other: exports, outputs, what parents and nested stacks give.
 */
export class Origins {
  private candidates?: ReadonlyMap<string, readonly Candidate[]>;
  private nestedStacks?: NestedStacks;

  constructor(private readonly members: readonly Member[]) {}

  /** Whether no template gives anything to another one. */
  public get areNone(): boolean {
    return this.known.size === 0 && this.nested.areNone;
  }

  public of(reference: Reference, template: Template): Origin | undefined {
    const taken = takenBy(reference, template);
    return taken === undefined ? this.ofNested(reference, template) : this.named(taken, template);
  }

  /** The origin of a value that is stored under a name: `{{resolve:ssm:/jobs/arn}}`. */
  public ofStored(value: unknown, template: Template): Origin | undefined {
    const name = storedIn(value, template);
    return name === undefined ? undefined : this.named({ key: `stored ${name}` }, template);
  }

  private ofNested(reference: Reference, template: Template): Origin | undefined {
    if (!('id' in reference)) return undefined;
    const { id, attribute } = reference;
    const { member } = template.lookup;
    return attribute === 'Ref' ? this.nested.parameterOf(member, id) : this.nested.outputOf(member, id, attribute);
  }

  /** A name that stands for two values tells nothing. */
  private named(taken: Taken, template: Template): Origin | undefined {
    const region = taken.region ?? template.lookup.region;
    const [origin, ...others] = (this.known.get(taken.key) ?? []).filter((one) => mayBeSame(one.region, region));
    return others.length === 0 ? origin : undefined;
  }

  private get known(): ReadonlyMap<string, readonly Candidate[]> {
    return (this.candidates ??= candidatesIn(this.members));
  }

  private get nested(): NestedStacks {
    return (this.nestedStacks ??= new NestedStacks(this.members));
  }
}

export function mayBeSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

function takenBy(reference: Reference, template: Template): Taken | undefined {
  if ('imported' in reference) return importedBy(reference.imported, template);
  const { id, attribute } = reference;
  if (attribute === 'Ref') {
    return HANDED_ON_PARAMETER.test(id) ? { key: `parameter ${id}` } : takenAs('stored', template.storedNameOf(id));
  }
  const [, output] = OF_A_NESTED_STACK.exec(attribute) ?? [];
  return output === undefined ? undefined : { key: `nested ${output}` };
}

/** A dynamic reference to Parameter Store, with or without a version. */
const STORED = /^\{\{resolve:ssm:([^:]+?)(:\d+)?\}\}$/;

/** The name in Parameter Store that a value is a dynamic reference to. */
export function storedIn(value: unknown, template: Template): string | undefined {
  const { 'Fn::Sub': text = value } = Object(value) as { readonly 'Fn::Sub'?: unknown };
  if (typeof text !== 'string' || !text.startsWith('{{resolve:ssm:')) return undefined;
  return STORED.exec(template.nameIn(value) ?? '')?.[1];
}

function importedBy(value: object, template: Template): Taken | undefined {
  const { 'Fn::ImportValue': exported, 'Fn::GetStackOutput': output } = value as { readonly [name: string]: unknown };
  if (output === undefined) return takenAs('export', template.nameIn(exported));
  const { StackName, OutputName, Region } = (output ?? {}) as { readonly [name: string]: unknown };
  const [stack, name] = [StackName, OutputName].map((part) => template.nameIn(part));
  return { ...takenAs('output', stack, name), ...(typeof Region === 'string' ? { region: Region } : {}) } as Taken;
}

function takenAs(kind: string, ...names: (string | undefined)[]): Taken | undefined {
  return names.includes(undefined) ? undefined : { key: [kind, ...names].join(' ') };
}

function isSameOrigin(one: Origin, other: Origin): boolean {
  return one.template === other.template && JSON.stringify(one.value) === JSON.stringify(other.value);
}

function candidatesIn(members: readonly Member[]): ReadonlyMap<string, readonly Candidate[]> {
  const candidates = new Map<string, Candidate[]>();
  const add = (key: string, candidate: Candidate) => {
    const known = candidates.get(key) ?? [];
    candidates.set(key, known);
    // Several nested stacks of a parent can be given the same.
    if (!known.some((one) => isSameOrigin(one, candidate))) known.push(candidate);
  };
  for (const { template, stack, region } of members) {
    for (const { id, value, exportName } of template.outputs) {
      const candidate = { template, value, region };
      if (exportName !== undefined) add(`export ${exportName}`, candidate);
      if (stack !== undefined) add(`output ${stack} ${id}`, candidate);
      if (OF_A_NESTED_STACK.test(`Outputs.${id}`)) add(`nested ${id}`, candidate);
    }
    for (const [name, value] of template.storedValues) {
      if (name !== undefined) add(`stored ${name}`, { template, value, region });
    }
    for (const [name, value] of template.handedToNestedStacks) {
      const isPassedOn = (value as { Ref?: unknown } | null)?.Ref === name;
      if (HANDED_ON_PARAMETER.test(name) && !isPassedOn) add(`parameter ${name}`, { template, value, region });
    }
  }
  return candidates;
}
