import { readTemplate } from './read-template';
import { exactWordsOf } from './words';
import { Template, TemplateMapping } from '../graph/template';
import { isUnknown } from '../model/tokens';

/** The hash that the AWS CDK puts at the end of a logical id: of a construct's path, and of a version's contents. */
const HASH = /(?<=[A-Za-z0-9])(?:[0-9A-F]{8}|[0-9a-f]{32})$/;

/** The AWS CDK names outputs, exports and parameters of a reference so: a hash is before the attribute too. */
const HANDED_ON = /^([\w-]+:)?((Publish|Exports)?Output|referenceto)\w/;
const HASHES = /(?<=[A-Za-z0-9])[0-9A-F]{8}(?=[A-Z][a-z]|$)/g;

/**
 * All mappings of a template as a text: one property a line, without hashes, in an order that does not depend on the
 * template's.
 */
export function snapshotOf(raw: object): string {
  const template = readTemplate(raw);
  const texts = template.mappings.map((mapping) =>
    [titleOf(template, mapping), ...linesOf(mapping.resource.properties, '').sort()].join('\n  '),
  );
  return texts.sort().join('\n\n');
}

/** One mapping of a template: its properties, one a line, and then whatever else the resource has. */
export function resourceLinesOf(resource: { readonly [attribute: string]: unknown }): string[] {
  const { Properties: properties, ...others } = resource;
  return [...linesOf(properties, '').sort(), ...linesOf(others, '').sort()];
}

function titleOf(template: Template, { id, logicalId }: TemplateMapping): string {
  const path = id === logicalId ? template.constructPathOf(logicalId) : undefined;
  return path?.replace(/\/Resource$/, '') ?? withoutHash(id);
}

function linesOf(value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => linesOf(item, `${path}[${itemKeyOf(value, item, index)}]`));
  }
  const isStruct = typeof value === 'object' && value !== null && !isUnknown(value);
  if (isStruct) {
    return Object.entries(value).flatMap(([name, child]) => linesOf(child, path === '' ? name : `${path}.${name}`));
  }
  return value === undefined ? [] : [`${path}: ${exactWordsOf(idsWithoutHash(value))}`];
}

/** Entries that have a type or a key are identified by it, so that another one in front of them changes nothing. */
function itemKeyOf(all: readonly unknown[], item: unknown, index: number): string {
  const nameOf = (one: unknown) =>
    (one as { Type?: unknown; Key?: unknown } | null)?.Type ?? (one as { Key?: unknown } | null)?.Key;
  const name = nameOf(item);
  return typeof name === 'string' && all.filter((one) => nameOf(one) === name).length === 1 ? name : String(index);
}

const NAMING = ['Ref', 'Fn::ImportValue', 'OutputName'];

function idsWithoutHash(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(idsWithoutHash);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, argument]) => {
      if (NAMING.includes(name) && typeof argument === 'string') return [name, withoutHash(argument)];
      if (name === 'Fn::GetAtt' && Array.isArray(argument)) {
        return [name, [withoutHash(String(argument[0])), ...argument.slice(1)]];
      }
      return [name, idsWithoutHash(argument)];
    }),
  );
}

function withoutHash(id: string): string {
  return HANDED_ON.test(id) ? id.replace(HASHES, '') : id.replace(HASH, '').replace(HASH, '');
}
