import { CORE_SCHEMA, EventType, load, Schema, State, Type } from 'js-yaml';

/** CloudFormation reads YAML 1.1, which has more words for true and false. */
const WORDS: { readonly [word: string]: boolean } = { yes: true, on: true, no: false, off: false };

function short(tag: string, construct: (argument: unknown, tag?: string) => unknown, multi = false): Type[] {
  return (['scalar', 'sequence', 'mapping'] as const).map((kind) => new Type(tag, { kind, multi, construct }));
}

const INTRINSICS: readonly Type[] = [
  ...short('!Ref', (name) => ({ Ref: name })),
  ...short('!Condition', (name) => ({ Condition: name })),
  ...short('!GetAtt', (attribute) => ({
    'Fn::GetAtt': typeof attribute === 'string' ? attributeParts(attribute) : attribute,
  })),
  ...short('!', (argument, tag = '!') => ({ [`Fn::${tag.slice(1)}`]: argument }), true),
];

function attributeParts(attribute: string): string[] {
  const dot = attribute.indexOf('.');
  return dot < 0 ? [attribute] : [attribute.slice(0, dot), attribute.slice(dot + 1)];
}

const MORE_WORDS = new Type('tag:yaml.org,2002:bool', {
  kind: 'scalar',
  resolve: (text: string | null) =>
    text !== null &&
    /^(true|false|yes|no|on|off)$/i.test(text) &&
    [text.toLowerCase(), text.toUpperCase(), capitalized(text)].includes(text),
  construct: (text: string) => WORDS[text.toLowerCase()] ?? text.toLowerCase() === 'true',
});

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

const MERGE = new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (text: string | null) => text === '<<' });

/** No dates: the version of a template or a policy is a text. */
const YAML_SCHEMA: Schema = CORE_SCHEMA.extend({ implicit: [MERGE, MORE_WORDS], explicit: [...INTRINSICS] });

/** Hears of each value of a text when it begins and when it ends. */
export type YamlListener = (event: EventType, state: State) => void;

/**
 * A hyphen that is an item of a list, as in `!Split [ -, !Ref Name ]`: CloudFormation takes it, and the library does
 * not.
 */
const LONE_HYPHEN = /(?<=[[,]\s*)-(?=\s*[,\]])/g;

/**
 * The text with such hyphens in quotes. Only for one that can't be read as it is: the same characters may stand in a
 * longer string.
 */
export function withQuotedHyphens(text: string): string {
  return text.replace(LONE_HYPHEN, "'-'");
}

/** Reads YAML as CloudFormation does. */
export function parseYaml(text: string, listener?: YamlListener): unknown {
  // Of a key that stands twice, the last one counts.
  return load(text, { schema: YAML_SCHEMA, json: true, listener });
}
