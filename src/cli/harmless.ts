/**
 * Characters that act instead of being read: they move a cursor, colour a terminal, end a line, or turn text around.
 *
 * Templates are written by others, and what they name is printed where people and programs look.
 */
// eslint-disable-next-line no-control-regex
const ACTING = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g;

/** The texts that CI systems take for a command: at the start of a line, or anywhere in it. */
const COMMAND_AT_START = /^(\s*)::/;
const COMMAND = /##(?=\w*\[)/g;

/** A text that only says something: what would act is written out, as JSON writes it. */
export function harmless(text: string): string {
  return text
    .replace(ACTING, unicodeEscape)
    .replace(COMMAND, `${unicodeEscape('#')}#`)
    .replace(COMMAND_AT_START, (_, space: string) => `${space}${unicodeEscape(':')}:`);
}

/** The same for all texts in some data. */
export function harmlessIn<Data>(data: Data): Data {
  if (typeof data === 'string') return harmless(data) as Data;
  if (Array.isArray(data)) return data.map((item: unknown) => harmlessIn(item)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, harmlessIn(value as unknown)])) as Data;
}

/** Data as JSON: the same data to a program, and harmless in a log. */
export function harmlessJson(data: unknown): string {
  return JSON.stringify(data, undefined, 2)
    .split('\n')
    .map((line) => line.replace(ACTING, unicodeEscape).replace(COMMAND, `${unicodeEscape('#')}#`))
    .join('\n');
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
