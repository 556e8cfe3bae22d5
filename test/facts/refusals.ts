import { pathIn } from '../../projenrc/facts/changes';
import { Facts } from '../../projenrc/facts/facts';
import { Properties } from '../../src/model/contract';

/** What CloudFormation's schema refuses at a place, as the properties of a template. */
export interface Refused {
  readonly place: string;
  readonly what: string;
  readonly properties: Properties;
}

const ROOT = 'AWS::Lambda::EventSourceMapping';

/** Values of other types. CloudFormation takes a number for a text, and a text for a number. */
const OTHERS: { readonly [type: string]: { readonly [what: string]: unknown } } = {
  array: { 'a text': 'text', 'an object': { Some: 'text' } },
  boolean: { 'a list': ['text'], 'an object': { Some: 'text' }, 'a text': 'text' },
  integer: { 'a list': ['text'], 'an object': { Some: 'text' }, 'a text': 'text' },
  number: { 'a list': ['text'], 'an object': { Some: 'text' }, 'a text': 'text' },
  object: { 'a list': ['text'], 'a text': 'text' },
  string: { 'a list': ['text'], 'an object': { Some: 'text' } },
};

/** Everything that a schema refuses by its shape: other types, null, unknown names, and lists or objects that lack something. */
export function refusedBy(schema: Facts): Refused[] {
  const places = Object.keys(schema).filter((place) => place.startsWith(`${ROOT}.`) && !schema[place].limits.readOnly);
  return places.flatMap((place) => {
    const { type, minItems, additionalProperties, required } = schema[place].limits;
    const values: { readonly [what: string]: unknown } = {
      null: null,
      ...OTHERS[String(type)],
      ...(Number(minItems) > 0 ? { 'an empty list': [] } : {}),
      ...(additionalProperties === false ? { 'an unknown name': { Unknown: 'text' } } : {}),
      ...(Array.isArray(required) ? { [`no ${required.join(', ')}`]: {} } : {}),
    };
    const path = pathIn(place);
    return Object.entries(values).map(([what, value]) => ({ place: path, what, properties: propertiesAt(path, value) }));
  });
}

/** `A.B[].C` is an object with a list of one item. */
function propertiesAt(path: string, value: unknown): Properties {
  return path.split('.').reduceRight<unknown>((inner, name) => {
    const isItem = name.endsWith('[]');
    return { [name.replace('[]', '')]: isItem ? [inner] : inner };
  }, value) as Properties;
}
