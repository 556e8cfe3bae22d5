import { Fact, factOf, Facts, objectAt } from './facts';
import { markdownSentences } from './sentences';

/** A schema of a resource as CloudFormation publishes it, or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** Read elsewhere, or about the schema itself. */
const STRUCTURE = [
  '$ref',
  '$schema',
  '$id',
  '$comment',
  'definitions',
  'description',
  'items',
  'properties',
  'title',
  'sourceUrl',
  'documentationUrl',
];

/** Lists of pointers to properties, which become limits of these. */
const POINTERS: { readonly [keyword: string]: string } = {
  conditionalCreateOnlyProperties: 'conditionalCreateOnly',
  createOnlyProperties: 'createOnly',
  deprecatedProperties: 'deprecated',
  readOnlyProperties: 'readOnly',
  writeOnlyProperties: 'writeOnly',
};

/** The facts of a resource's schema, by its type and the path of properties: of all, or of some of them. */
export function factsOfSchema(schema: Schema, names?: readonly string[]): Facts {
  const type = String(schema.typeName);
  const facts: { [place: string]: Fact } = {};
  if (names === undefined) {
    const { handlers, ...others } = limitsOf(schema, [
      ...Object.keys(POINTERS),
      'additionalProperties',
      'tagging',
      'typeName',
    ]);
    facts[type] = factOf(
      { ...others, ...permissionsOf(handlers) },
      markdownSentences(String(schema.description ?? '')),
    );
  }
  for (const [name, property] of Object.entries(objectAt(schema, 'properties')).filter(
    ([one]) => names?.includes(one) ?? true,
  )) {
    walk(schema, property as Schema, `${type}.${name}`, [], facts);
  }
  return marked(facts, schema, type);
}

function limitsOf(schema: Schema, without: readonly string[] = []): { readonly [keyword: string]: unknown } {
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => !STRUCTURE.includes(keyword) && !without.includes(keyword)),
  );
}

/** The permissions that CloudFormation itself needs: a list for each of create, update and the others. */
function permissionsOf(handlers: unknown): { readonly [keyword: string]: unknown } {
  return Object.fromEntries(
    Object.entries(handlers ?? {}).map(([name, handler]) => [`${name} permissions`, (handler as Schema).permissions]),
  );
}

function walk(
  root: Schema,
  schema: Schema,
  place: string,
  above: readonly string[],
  facts: { [place: string]: Fact },
): void {
  const reference = typeof schema.$ref === 'string' ? schema.$ref : undefined;
  const target = reference === undefined ? {} : objectAt(objectAt(root, 'definitions'), reference.split('/').at(-1)!);
  const whole: Schema = { ...target, ...schema };
  const texts = [schema.description, target.description].filter((text) => text !== undefined);
  facts[place] = factOf(
    limitsOf(whole),
    texts.flatMap((text) => markdownSentences(String(text))),
  );
  if (reference !== undefined && above.includes(reference)) return;
  const deeper = reference === undefined ? above : [...above, reference];
  for (const [name, property] of Object.entries(objectAt(whole, 'properties'))) {
    walk(root, property as Schema, `${place}.${name}`, deeper, facts);
  }
  if (typeof whole.items === 'object') walk(root, whole.items as Schema, `${place}[]`, deeper, facts);
}

function marked(facts: Facts, schema: Schema, type: string): Facts {
  const marks = Object.entries(POINTERS).flatMap(([keyword, mark]) =>
    ((schema[keyword] ?? []) as string[]).map((pointer) => ({ mark, place: placeOf(pointer, type) })),
  );
  return Object.fromEntries(
    Object.entries(facts).map(([place, { limits, sentences }]) => {
      const own = marks.filter((one) => one.place === place).map(({ mark }) => [mark, true]);
      return [place, factOf({ ...limits, ...(Object.fromEntries(own) as object) }, sentences)];
    }),
  );
}

/** `/properties/Tags/*\/Key` is `Tags[].Key`. */
function placeOf(pointer: string, type: string): string {
  const path = pointer.replace('/properties/', '').replaceAll('/properties/', '/');
  return `${type}.${path.replaceAll('/*', '[]').replaceAll('/', '.')}`;
}
