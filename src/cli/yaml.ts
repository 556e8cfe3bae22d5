import { CORE_SCHEMA, load, Schema, Type, types } from 'js-yaml';

/** The functions of CloudFormation that YAML has a short form of. */
const FUNCTIONS = [
  'And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAZs', 'If', 'ImportValue', 'Join', 'Length', 'Not', 'Or', 'Select', 'Split', 'Sub',
  'ToJsonString', 'Transform',
];

/** CloudFormation reads YAML 1.1, which has more words for true and false. */
const WORDS: { readonly [word: string]: boolean } = { yes: true, on: true, no: false, off: false };

function short(tag: string, construct: (argument: unknown) => unknown): Type[] {
  return (['scalar', 'sequence', 'mapping'] as const).map((kind) => new Type(tag, { kind, construct }));
}

const INTRINSICS: readonly Type[] = [
  ...FUNCTIONS.flatMap((name) => short(`!${name}`, (argument) => ({ [`Fn::${name}`]: argument }))),
  ...short('!Ref', (name) => ({ Ref: name })),
  ...short('!Condition', (name) => ({ Condition: name })),
  ...short('!GetAtt', (attribute) => ({ 'Fn::GetAtt': typeof attribute === 'string' ? partsOf(attribute) : attribute })),
];

function partsOf(attribute: string): string[] {
  const dot = attribute.indexOf('.');
  return dot < 0 ? [attribute] : [attribute.slice(0, dot), attribute.slice(dot + 1)];
}

const MORE_WORDS = new Type('tag:yaml.org,2002:bool', {
  kind: 'scalar',
  resolve: (text: string | null) => text !== null && /^(true|false|yes|no|on|off)$/i.test(text) && [text.toLowerCase(), text.toUpperCase(), capitalized(text)].includes(text),
  construct: (text: string) => WORDS[text.toLowerCase()] ?? text.toLowerCase() === 'true',
});

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

/** No dates: the version of a template or a policy is a text. */
const SCHEMA: Schema = CORE_SCHEMA.extend({ implicit: [types.merge, MORE_WORDS], explicit: [...INTRINSICS] });

/** Reads YAML as CloudFormation does. */
export function parseYaml(text: string): unknown {
  // Of a key that stands twice, the last one counts.
  return load(text, { schema: SCHEMA, json: true });
}
