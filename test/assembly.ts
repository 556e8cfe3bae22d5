import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { gunzipSync } from 'zlib';

interface Docs {
  readonly summary?: string;
  readonly remarks?: string;
  readonly see?: string;
  readonly default?: string;
  readonly example?: string;
  readonly stability?: string;
}

export interface Member {
  readonly name: string;
  readonly protected?: boolean;
  readonly static?: boolean;
  readonly optional?: boolean;
  readonly docs?: Docs;
  readonly type?: { readonly fqn?: string };
  readonly parameters?: readonly Member[];
}

export interface Type {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'enum' | 'interface';
  readonly docs?: Docs;
  readonly datatype?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly methods?: readonly Member[];
  readonly properties?: readonly Member[];
  readonly locationInModule: { readonly filename: string };
}

interface Assembly {
  readonly name: string;
  readonly types: { readonly [fqn: string]: Type };
}

const ROOT = join(__dirname, '..');

/** The assembly from which jsii makes the library of each language. */
export const ASSEMBLY: Assembly = load(join(ROOT, '.jsii'));
export const TYPES = Object.values(ASSEMBLY.types);
export const STRUCTS = TYPES.filter(({ datatype }) => datatype);

function load(path: string): Assembly {
  if (!existsSync(path)) throw new Error('There is no .jsii file: make it with `npx projen compile`');
  const raw = readFileSync(path);
  const content = JSON.parse((path.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8')) as Assembly & {
    schema: string;
    filename: string;
  };
  // A large assembly is compressed, and .jsii only says where it is.
  return content.schema === 'jsii/file-redirect' ? load(join(dirname(path), content.filename)) : content;
}

export function typeNamed(name: string): Type | undefined {
  return ASSEMBLY.types[`${ASSEMBLY.name}.${name}`];
}

/** A struct's own properties and those of the structs that it extends. */
export function propertiesOf(struct: Type): Member[] {
  const inherited = (struct.interfaces ?? [])
    .map((fqn) => ASSEMBLY.types[fqn])
    .filter((parent) => parent !== undefined);
  return [...(struct.properties ?? []), ...inherited.flatMap(propertiesOf)];
}

/** The member that a caller writes at a path of options: a property, or one that a class offers to make its value. */
export function memberAt(struct: Type, path: readonly string[]): Member | undefined {
  const [name, ...more] = path;
  const member = offeredBy(struct).find((one) => one.name === name);
  if (more.length === 0 || member === undefined) return member;
  const type = ASSEMBLY.types[member.type?.fqn ?? ''];
  return type && memberAt(type, more);
}

function offeredBy(type: Type): Member[] {
  if (type.datatype) return propertiesOf(type);
  const makers = (type.methods ?? []).filter((method) => method.static);
  const structs = makers
    .flatMap(({ parameters = [] }) => parameters)
    .map((parameter) => ASSEMBLY.types[parameter.type?.fqn ?? '']);
  return [...makers, ...structs.filter((struct) => struct?.datatype).flatMap(propertiesOf)];
}

/** All that the docs of a member tell, in one text. */
export function textOf({ docs = {}, parameters = [] }: Member): string {
  return [docs.summary, docs.remarks, ...parameters.map(textOf)].filter(Boolean).join(' ');
}

/** The types in some modules of aws-cdk-lib, of the package under that name. */
export function typesOfCdk(name: string, modules: readonly string[]): Type[] {
  const { types } = load(join(ROOT, 'node_modules', name, '.jsii'));
  return Object.values(types).filter(({ fqn }) => modules.includes(fqn.split('.').slice(1, -1).join('.')));
}
