import { isUnknown } from './tokens';

/** A part of an option's value that is of another type than it has to be. */
export interface Mismatch {
  /** The option's path: `provisionedMode.minimumPollers`. */
  readonly path: string;
  /** The value, to be read after the path and a colon; empty where its type says it all. */
  readonly value: string;
  /** To be read after the value: 'is a string, where a number is needed: write 10'. */
  readonly says: string;
}

/**
 * The type of an option's value.
 *
 * The compilers of most callers check it. It is checked here for JavaScript, for values of `any`, and for values of the
 * context, all of which are strings.
 */
export interface OptionType {
  /** To be read before 'is needed'. */
  readonly needed: string;
  /** Each part of a value that is of another type. */
  mismatches(value: unknown, path: string): Mismatch[];
}

/** The advice for a value of another type. */
type Remedy = (value: unknown) => string | undefined;

/** A class, whose constructor may be private. */
export type Class<Instance> = { readonly name: string; readonly prototype: Instance };

/** A type that looks at a value as a whole. */
function typeOf(needed: string, matches: (value: unknown) => boolean, remedy: Remedy): OptionType {
  return {
    needed,
    mismatches: (value, path) => (matches(value) ? [] : [mismatch(value, path, needed, remedy(value))]),
  };
}

/** A number, a string or a boolean, for which CDK users write tokens of any type too. */
function primitive(needed: string, type: 'number' | 'string' | 'boolean', remedy: Remedy): OptionType {
  return typeOf(needed, (value) => typeof value === type || isUnknown(value), remedy);
}

export const NUMBER = primitive('a number', 'number', (value) =>
  isNumeric(value) ? `write ${Number(value)} (context values are strings: Number(...))` : undefined,
);

export const TEXT = primitive('a string', 'string', (value) =>
  ['number', 'boolean'].includes(typeof value) ? `write '${value}'` : undefined,
);

export const BOOLEAN = primitive('true or false', 'boolean', (value) =>
  value === 'true' || value === 'false' ? `write ${value} (context values are strings: value === 'true')` : undefined,
);

export const DURATION = typeOf(
  'a Duration',
  (value) => hasMethod(value, 'toSeconds'),
  (value) => `write Duration.seconds(${isNumeric(value) || typeof value === 'number' ? value : 10})`,
);

/** One of this library's classes. A copy of the class from a second copy of the library is one too. */
export function instance(type: Class<object>, example: string): OptionType {
  const matches = (value: unknown) =>
    isObject(value) && (type.prototype.isPrototypeOf(value) || value.constructor?.name === type.name);
  return typeOf(type.name, matches, () => `write ${type.name}.${example}`);
}

/** A construct of aws-cdk-lib, whether L1, L2 or imported: known by one of these members. */
export function construct(members: readonly string[], needed: string, remedy: string): OptionType {
  const matches = (value: unknown) => isObject(value) && members.some((member) => member in value);
  return typeOf(needed, matches, () => remedy);
}

export function listOf(item: OptionType): OptionType {
  const needed = 'a list';
  return {
    needed,
    mismatches: (value, path) => {
      if (Array.isArray(value)) return value.flatMap((one, index) => item.mismatches(one, `${path}[${index}]`));
      return [mismatch(value, path, needed, item.mismatches(value, path).length === 0 ? 'write it in [ ]' : undefined)];
    },
  };
}

/** An object whose keys are the caller's own. */
export function mapOf(item: OptionType): OptionType {
  return objectOf((map, path) =>
    Object.entries(map).flatMap(([key, value]) => item.mismatches(value, `${path}[${key}]`)),
  );
}

/** A struct, whose options have their own types; those of another library are not looked at. */
export function struct(types: { readonly [option: string]: OptionType } = {}): OptionType {
  return objectOf((options, path) =>
    Object.entries(types).flatMap(([name, type]) => {
      const value = options[name];
      return isMissing(value) ? [] : type.mismatches(value, `${path}.${name}`);
    }),
  );
}

function objectOf(inside: (value: { readonly [key: string]: unknown }, path: string) => Mismatch[]): OptionType {
  const needed = 'an object';
  const matches = (value: unknown) => isObject(value) && !Array.isArray(value) && !isUnknown(value);
  return {
    needed,
    mismatches: (value, path) =>
      matches(value) ? inside(value as { [key: string]: unknown }, path) : [mismatch(value, path, needed)],
  };
}

/** Whether an option was not given: jsii hands on null for what other languages leave out. */
export function isMissing(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function mismatch(value: unknown, path: string, needed: string, remedy?: string): Mismatch {
  return {
    path,
    value: shown(value),
    says: `is ${typeName(value)}, where ${needed} is needed${remedy ? `: ${remedy}` : ''}`,
  };
}

function shown(value: unknown): string {
  if (isUnknown(value)) return '';
  if (typeof value === 'string') return `"${value.slice(0, 100)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function typeName(value: unknown): string {
  if (isMissing(value)) return String(value);
  if (isUnknown(value)) return 'a token';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a string';
  // A function, to the reader, is one of Lambda.
  if (typeof value !== 'object') return typeof value === 'function' ? 'a JavaScript function' : `a ${typeof value}`;
  const name = value.constructor?.name ?? 'Object';
  return name === 'Object' ? 'an object' : `a value of the class ${name}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function hasMethod(value: unknown, name: string): boolean {
  return isObject(value) && typeof (value as { [name: string]: unknown })[name] === 'function';
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
}
