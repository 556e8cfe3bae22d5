import { pathIn } from '../../projenrc/facts/changes';
import { SAMPLES } from '../../projenrc/facts/differences';
import { Facts } from '../../projenrc/facts/facts';
import { Properties } from '../../src/model/contract';

/** A value that CloudFormation's schema refuses at a place, in the properties of a template. */
export interface Refused {
  readonly place: string;
  /** The keyword of the schema. */
  readonly keyword: string;
  readonly what: string;
  readonly properties: Properties;
}

const ROOT = 'AWS::Lambda::EventSourceMapping';

/** Keywords that refuse no value. */
export const REFUSE_NOTHING = ['createOnly', 'format', 'insertionOrder'];

/** Values of a kind that a keyword refuses, each with what it is. */
type Values = { readonly [what: string]: unknown };

/** Values of other types. CloudFormation takes a number for a text, and a text for a number. */
const OTHER_TYPES: { readonly [type: string]: Values } = {
  array: { 'a text': 'text', 'an object': { Some: 'text' }, 'an empty object': {} },
  boolean: { 'a list': ['text'], 'an object': { Some: 'text' }, 'an empty object': {}, 'a text': 'text' },
  integer: {
    'a list': ['text'],
    'an object': { Some: 'text' },
    'an empty object': {},
    'a text': 'text',
    'a part': 1.5,
  },
  number: { 'a list': ['text'], 'an object': { Some: 'text' }, 'an empty object': {}, 'a text': 'text' },
  object: { 'a list': ['text'], 'an empty list': [], 'a text': 'text' },
  string: { 'a list': ['text'], 'an empty list': [], 'an object': { Some: 'text' }, 'an empty object': {} },
};

/** Keywords that say what shape a value has. */
export const SHAPE = ['type', 'additionalProperties', 'required', 'minItems', 'readOnly'];

/** The values that each keyword refuses. */
const REFUSED: { readonly [keyword: string]: (limit: never, place: string, schema: Facts) => Values } = {
  type: (type: string) => ({ null: null, ...OTHER_TYPES[type] }),
  additionalProperties: () => ({
    'an unknown name': { Unknown: 'text' },
    'an unknown name of nothing': { Unknown: [] },
  }),
  required: (names: string[]) => ({ [`no ${names.join(', ')}`]: {} }),
  readOnly: () => ({ 'a value': 'text' }),
  enum: () => ({ 'another value': 'NO_SUCH_VALUE' }),
  minimum: (least: number) => ({ 'too little': least - 1 }),
  maximum: (most: number) => ({ 'too much': most + 1 }),
  minLength: (least: number) => ({ 'too short': 'x'.repeat(least - 1) }),
  // A list has no length: its items have.
  maxLength: (most: number, place, schema) =>
    schema[place].limits.type === 'array' ? {} : { 'too long': 'x'.repeat(most + 1) },
  minItems: () => ({ 'an empty list': [] }),
  maxItems: (most: number, place, schema) => ({
    'too many items': Array.from({ length: most + 1 }, (_, index) => itemOf(schema, place, index)),
  }),
  uniqueItems: (_, place, schema) => ({ 'an item twice': [itemOf(schema, place, 0), itemOf(schema, place, 0)] }),
  pattern: (pattern: string) =>
    Object.fromEntries(
      TEXTS.filter((text) => !new RegExp(pattern).test(text)).map((text) => [`the text "${text}"`, text]),
    ),
};

/** Texts that one pattern or the other refuses. */
const TEXTS = ['some text', '.', '$', 'kafka', 'system.users', 'a/b', 'broker-1.example.com'];

/** A right item of a list; another one for each index. */
function itemOf(schema: Facts, list: string, index: number): unknown {
  const members = Object.keys(schema).filter((place) => place.startsWith(`${list}[].`));
  if (members.length === 0) return rightValue(schema, `${list}[]`, index);
  return Object.fromEntries(
    members.map((member) => [member.slice(`${list}[].`.length), rightValue(schema, member, index)]),
  );
}

function rightValue(schema: Facts, place: string, index: number): string {
  const { enum: values } = schema[place].limits;
  if (Array.isArray(values)) return String(values[index % values.length]);
  const path = pathIn(place);
  const sample = Object.hasOwn(SAMPLES, path) ? SAMPLES[path] : OTHER_SAMPLES[path.split('.').at(-1)!];
  // In front of the last word, so that what ends a text stays where it is.
  return index === 0 ? sample : sample.replace(/(?=[a-z]+[^a-z]*$)/i, `${index}`);
}

/** Right texts of what is no matter of letters. */
const OTHER_SAMPLES: { readonly [name: string]: string } = {
  Pattern: '{"body":{"type":["created"]}}',
  URI: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf',
};

/** Everything that a schema refuses, by each keyword at each place. */
export function refusedBy(schema: Facts): Refused[] {
  const places = Object.keys(schema).filter((place) => place.startsWith(`${ROOT}.`));
  return places.flatMap((place) => {
    const path = pathIn(place);
    return Object.entries(schema[place].limits).flatMap(([keyword, limit]) => {
      if (schema[place].limits.readOnly && keyword !== 'readOnly') return [];
      const values = REFUSED[keyword]?.(limit as never, place, schema) ?? {};
      return Object.entries(values).map(([what, value]) => ({
        place: path,
        keyword,
        what,
        properties: propertiesAt(schema, path, value),
      }));
    });
  });
}

/** `A.B[].C` is an object with a list of one item, which is right in all else. */
function propertiesAt(schema: Facts, path: string, value: unknown): Properties {
  const names = path.split('.');
  return names.reduceRight<unknown>((inner, name, index) => {
    if (!name.endsWith('[]')) return { [name]: inner };
    const list = `${ROOT}.${names
      .slice(0, index + 1)
      .join('.')
      .slice(0, -'[]'.length)}`;
    const item = index === names.length - 1 ? inner : { ...(itemOf(schema, list, 0) as object), ...(inner as object) };
    return { [name.slice(0, -'[]'.length)]: [item] };
  }, value) as Properties;
}
