import type { Behaviour } from './behaviour';
import type { SourceMetrics } from './metrics';
import { OptionType } from './option-types';
import { rootOf } from './paths';
import type { Permission, PermissionValues, ResolvedPermission } from './permissions';
import type { ComparedValue, Problem, Severity } from './problem';
import type { Recognition } from './recognition';

/** A mapping's properties, in the names of `CfnEventSourceMapping`: the one vocabulary of all rules. */
export type Properties = { readonly [name: string]: unknown };

/** A requirement of a single value. Values unknown at synthesis are never checked. */
export interface Constraint {
  /** The name of its rule, which is the rule's id without the source: `batch-size-range`. */
  readonly rule: string;
  /** Of which kind the constraint is, where many rules have the same. */
  readonly kind?: 'whole number' | 'boolean' | 'range' | 'length' | 'choice' | 'unique' | 'arn';
  readonly severity?: Severity;
  /** For mappings made elsewhere, where that is another one: what others have deployed may be no error. */
  readonly severityElsewhere?: Severity;
  /** The values that are allowed, for tables: '1 to 10,000'. */
  readonly allowed: string;
  readonly reason?: string;
  /** Says what is wrong with the value, to be read after it: 'is more than ...'. */
  fault(value: unknown): string | undefined;
}

/** One property that a source accepts, and what it accepts there. */
export interface PropertySpec {
  /** Path of L1 names; `[]` is each item of a list, `[TYPE]` each source access configuration of that type. */
  readonly property: string;
  /** The path of the option that the caller writes; empty for the option that holds the spec itself. */
  readonly option: string;
  readonly constraints: readonly Constraint[];
  /** The rule of a mapping without it; unset where it is optional. */
  readonly required?: Requirement;
  /** Each item of the list that it is in has to have it. */
  readonly inEachItem?: boolean;
  /** The value that Lambda takes when it is not set. */
  readonly default?: string | number | boolean;
  /** The number that Lambda lists for the default, where the default itself can't be set. */
  readonly listedAs?: number;
  /** Another default, in the mode that another property sets. */
  readonly defaultIn?: ModeDefault;
  /** A moment is a number of seconds since 1970. */
  readonly unit?: 'seconds' | 'moment';
  /** The outcome of a change that CloudFormation tries in place; such a value is part of the logical id. */
  readonly identity?: FixedValue;
  /** CloudFormation makes a new mapping on a change, before it deletes the old one. */
  readonly createOnly?: boolean;
  /** Lambda takes two mappings for the same where all such values are; of some lists, where any item is. */
  readonly isKey?: boolean | 'by any item';
  /** Once it has been set, only a new mapping has Lambda's default again. */
  readonly hasNoWayBack?: boolean;
  /** Lambda refuses every update of a mapping that has it. */
  readonly blocksUpdates?: boolean;
  /** A sentence on where a new mapping with the same value goes on, whatever its starting position. */
  readonly goesOn?: string;
  /** The name in CloudFormation of a property that the L1 of the oldest supported aws-cdk-lib does not know. */
  readonly newerThanL1?: string;
  /** A construct can't get it wrong, so that its docs need not say it. */
  readonly onlyInTemplates?: boolean;
  /** Whether other specs say what its items are; derived. */
  readonly isList?: boolean;
  /** The first name of its path; derived. */
  readonly root?: string;
  /** All sources have it, so that its rules carry no source's name. */
  readonly common?: boolean;
  /** @default - the source's page */
  readonly docs?: string;
}

/** A default in a mode of the mapping: where a property has a value. */
export interface ModeDefault {
  readonly property: string;
  readonly value: string;
  readonly default: number;
}

/** A property has to be there. */
export interface Requirement {
  /** The name of its rule. */
  readonly rule: string;
  /** To be read after the option's name: 'is required: it is what Lambda polls'. */
  readonly says: string;
}

/** A value that Lambda can't change on a live mapping, although CloudFormation tries to. */
export interface FixedValue {
  /** The name of the rule of a value that is not known at synthesis. */
  readonly rule: string;
  /** The outcome of the update. */
  readonly outcome: 'ignored' | 'refused';
  /** The same as a sentence, to be read after 'if it changes later'. */
  readonly says: string;
}

/**
 * A change to other resources for an option, once the mapping is made, such as a statement in a key's policy.
 *
 * Gives back what others have to do where that is not possible.
 */
export type BindHook<Mapping = never, Target = never> = (
  mapping: Mapping,
  target: Target,
  access: RoleAccess,
) => Problem | undefined;

/** The policies of the function's role. */
export interface RoleAccess {
  /** Allows what is known when all of the app is made, and has the mapping wait for it. */
  allowLater(permissions: () => readonly ResolvedPermission[]): void;
}

/** One option: the properties it can write, and how; and what its value needs around the mapping. */
export interface OptionSpec<Value, Props = unknown> {
  readonly properties: readonly PropertySpec[];
  readonly type: OptionType;
  /**
   * The words for a construct without it, to be read after the option's name.
   *
   * @default - as the first property spec has it
   */
  readonly missing?: string;
  /** The permissions that the function's role needs for the option. */
  readonly permissions?: readonly Permission[];
  render(value: Value, props: Props): Properties;
  /** Gives the values of the names in the permissions, for a value of the option. */
  permissionValues?(value: Value, props: Props): PermissionValues;
  /** Gives the bind hooks, which change other resources. */
  bind?(value: Value, props: Props): readonly BindHook[];
}

/** A spec for each option: the compiler reports the missing ones. */
export type OptionSpecs<Options, Props = unknown> = {
  readonly [Name in keyof Options]-?: OptionSpec<NonNullable<Options[Name]>, Props>;
};

/**
 * A requirement on several properties together, or with related resources. Its words may name a property as `{path}`.
 */
export interface Rule {
  /** The rule's id without the source: `large-batch-needs-window`. */
  readonly name: string;
  readonly common?: PropertySpec['common'];
  readonly severity: Severity;
  /** The property that the problem is reported at. */
  readonly subject: string;
  /** To be read after the subject's value: 'needs {maximumBatchingWindowInSeconds}'. */
  readonly says: string;
  readonly reason: string;
  /** The remedy, as a command: 'set {maximumBatchingWindowInSeconds}'. */
  readonly fix?: string;
  readonly docs?: string;
  /** Nothing can be wrong with a mapping that has no property of this name. */
  readonly onlyWith?: string;
  /** `undefined` where a value that it needs is not known; otherwise, what it found may say more than `says` does. */
  isBroken(reader: PropertyReader, context: Context): boolean | string | Comparison | Sighting | undefined;
}

/** A fault of a resource around the mapping, to be read after the noun for it and its name: 'queue Jobs'. */
export interface Sighting {
  readonly of: Resource;
  readonly says: string;
}

/** Two values that don't go together, of two properties. */
export interface Comparison {
  readonly value: unknown;
  /** To be read between both: 'is more than'. */
  readonly says: string;
  readonly other: ComparedValue;
}

/** A rule of what only the caller's options show. Its words may name an option as `{option}`. */
export interface UsageRule<Props> extends Omit<Rule, 'isBroken' | 'subject'> {
  readonly option: keyof Props & string;
  isBroken(props: Props): boolean;
}

/** A Region and an account, as far as they are known. */
export interface Place {
  readonly region?: string;
  readonly account?: string;
}

/** The place of a mapping, as far as it is known. */
export interface Context extends Place {
  /** The place of the function, which a construct knows. */
  readonly target?: Place;
  /** Made by a construct of this library, whose options say more than the properties do. */
  readonly constructed?: boolean;
  readonly related?: RelatedResources;
}

/** A resource of the mapping's template or app, as CloudFormation sees it. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Properties;
  /** With a condition, so that it may not be there. */
  readonly conditional?: boolean;
  /** The steps that CloudFormation takes on an update, such as shifting the traffic of an alias. */
  readonly updatePolicy?: unknown;
  /** The template or the stack that it is written in: the same object for all of its resources. */
  readonly writtenIn?: object;
  /** The place that its stack is deployed to, where that may be another one than the mapping's. */
  readonly place?: Place;
  readonly own?: Resource; // the same as its own template sees it, where it is seen from another one
}

/** The resources around a mapping, as far as they are known. */
export interface RelatedResources {
  readonly mapping: Resource;
  /** The first resource that a value refers to; and what the value is in the template that it comes from. */
  find(value: unknown): Resource | undefined;
  originOf?(value: unknown): unknown;
  /** A value as the template that it comes from has it; an app refers to resources by their paths. */
  writtenAs?(value: unknown): unknown;
  /** The resource that a nested stack is in its parent, of the stack that a resource is in. */
  stackOf?(resource: Resource): Resource | undefined;
  /** Whether the mapping is made after a resource because it says so; a template knows its own order. */
  waitsFor?(resource: Resource): boolean;
  /** The resources of a type, of the mapping's account and Region: the same list each time. */
  all(type: string): readonly Resource[];
}

/** Reads a mapping's properties for rules. */
export interface PropertyReader {
  /** Whether something is written at the property of this name, the first of a path. */
  mentions(name: string): boolean;
  /** The values at a path that are there for sure. */
  values(path: string): unknown[];
  /** Whether there is any value at a path. */
  has(path: string): boolean | undefined;
  /** Whether any value at a path passes a test; `undefined` where none does and one is unknown. */
  any(path: string, test: (value: unknown) => boolean): boolean | undefined;
}

/** A property that people try, and what Lambda says to it. */
export interface Unsupported {
  readonly severity?: Severity;
  readonly reason: string;
  /** A value that sets nothing. */
  readonly harmless?: unknown;
}

/**
 * Whether a mapping is in a mode, in which it needs the permissions on something; `undefined` where that is not known.
 */
export type ModeTest = (reader: PropertyReader, context: Context, on: string) => boolean | undefined;

/** All that one kind of source accepts, by which a mapping is checked, whoever wrote it. */
export interface SourceContract {
  /** The first part of the source's rule ids. */
  readonly id: string;
  /** The name of the source in messages: 'SQS standard queue'. */
  readonly title: string;
  readonly docs: string;
  readonly recognition: Recognition;
  readonly behaviour: Behaviour;
  /** The metrics of such mappings. */
  readonly metrics: SourceMetrics;
  readonly properties: readonly PropertySpec[];
  /** The permissions that the function's role needs, for all options. */
  readonly permissions: readonly Permission[];
  /** The tests that find the modes of these permissions in a template, by the names of the modes. */
  readonly modes: { readonly [mode: string]: ModeTest };
  readonly rules: readonly Rule[];
  /** The rules that need related resources. */
  readonly relatedRules: readonly Rule[];
  readonly usage: readonly Omit<UsageRule<never>, 'isBroken'>[];
  /** Better words for some of the properties that have no spec, all of which are refused. */
  readonly unsupported: { readonly [property: string]: Unsupported };
}

/** A contract that knows the options of its construct. */
export interface Contract<Props> extends SourceContract {
  readonly options: OptionSpecs<Props, Props>;
  readonly usage: readonly UsageRule<Props>[];
}

type Parts<Props> = Pick<
  Contract<Props>,
  'id' | 'title' | 'docs' | 'recognition' | 'behaviour' | 'metrics' | 'options'
> &
  Partial<Contract<Props>>;

/** Makes a contract of its parts: gathers the property specs of all options, and gives each its option's name. */
export function defineContract<Props>(parts: Parts<Props>): Contract<Props> {
  const specs = propertySpecsOf(parts.options);
  const isList = ({ property }: PropertySpec) => specs.some((other) => other.property.startsWith(`${property}[`));
  return {
    rules: [],
    relatedRules: [],
    usage: [],
    unsupported: {},
    modes: {},
    ...parts,
    properties: specs.map((spec) => ({ ...spec, isList: isList(spec), root: rootOf(spec.property) })),
    permissions: permissionsIn(parts.options),
  };
}

export function propertySpecsOf<Options, Props>(optionSpecs: OptionSpecs<Options, Props>): PropertySpec[] {
  return Object.entries<OptionSpec<never, never>>(optionSpecs).flatMap(([name, optionSpec]) =>
    optionSpec.properties.map((spec) => ({
      ...spec,
      option: spec.option.startsWith('[') || !spec.option ? name + spec.option : `${name}.${spec.option}`,
    })),
  );
}

export function permissionsIn<Options, Props>(optionSpecs: OptionSpecs<Options, Props>): Permission[] {
  return Object.values<OptionSpec<never, never>>(optionSpecs).flatMap(({ permissions = [] }) => permissions);
}
