/**
 * A number as it is written: as a number of JavaScript it might be another.
 *
 * @internal
 */
export class JsonNumber {
  constructor(readonly text: string) {}
}

/**
 * The members of an object in their order, of which a pattern may have one twice.
 *
 * @internal
 */
export class JsonObject {
  constructor(readonly members: readonly (readonly [string, Json])[]) {}
}

/**
 * What stands where JSON has no such value: NaN, a rounded number, a value that only the deployment knows.
 *
 * @internal
 */
export class NoJson {
  constructor(readonly text: string) {}
}

export type Json = string | boolean | null | JsonNumber | JsonObject | NoJson | Json[];

interface Token {
  readonly mark?: string;
  readonly text?: string;
  readonly number?: string;
  readonly word?: string;
  readonly other?: string;
}

const TOKEN = new RegExp([
  '[ \\t\\n\\r]*(?:(?<mark>[{}[\\],:])',
  '(?<text>"[^"\\\\\\u0000-\\u001f]*(?:\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4})[^"\\\\\\u0000-\\u001f]*)*")',
  '(?<number>-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)',
  '(?<word>true|false|null)',
  '(?<other>NaN|-?Infinity|undefined|~-?\\d+|\\$\\{Token\\[[^\\]]*\\]\\}))',
].join('|'), 'y');
const SPACE_TO_THE_END = /[ \t\n\r]*$/y;

/** Reads JSON, and also what `patternText` writes for what JSON can't hold. Throws where it is neither. */
export function parseJson(text: string): Json {
  let position = 0;
  const unexpected = () => new SyntaxError(position < text.trimEnd().length
    ? `is not JSON: unexpected ${JSON.stringify(text.slice(position).trimStart().slice(0, 10))} at character ${position + 1}`
    : 'is not JSON: it ends too early');
  const next = (): Token => {
    TOKEN.lastIndex = position;
    const token = TOKEN.exec(text)?.groups;
    if (token === undefined) throw unexpected();
    position = TOKEN.lastIndex;
    return token;
  };
  const wanted = (token: Token, ...marks: string[]): string => {
    if (!marks.includes(token.mark ?? '')) {
      position -= (token.mark ?? token.text ?? token.number ?? token.word ?? token.other)!.length;
      throw unexpected();
    }
    return token.mark!;
  };

  const value = (token: Token): Json => {
    if (token.text !== undefined) return JSON.parse(token.text) as string;
    if (token.number !== undefined) return new JsonNumber(token.number);
    if (token.word !== undefined) return JSON.parse(token.word) as boolean | null;
    if (token.other !== undefined) return new NoJson(token.other);
    return wanted(token, '{', '[') === '{' ? object() : list();
  };
  const list = (): Json[] => {
    const items: Json[] = [];
    let token = next();
    if (token.mark === ']') return items;
    for (;;) {
      items.push(value(token));
      if (wanted(next(), ',', ']') === ']') return items;
      token = next();
    }
  };
  const object = (): JsonObject => {
    const members: [string, Json][] = [];
    let token = next();
    if (token.mark === '}') return new JsonObject(members);
    for (;;) {
      if (token.text === undefined) wanted(token);
      wanted(next(), ':');
      members.push([JSON.parse(token.text!) as string, value(next())]);
      if (wanted(next(), ',', '}') === '}') return new JsonObject(members);
      token = next();
    }
  };

  const whole = value(next());
  SPACE_TO_THE_END.lastIndex = position;
  if (!SPACE_TO_THE_END.test(text)) throw unexpected();
  return whole;
}

export function writeJson(json: Json): string {
  if (json instanceof JsonNumber || json instanceof NoJson) return json.text;
  if (Array.isArray(json)) return `[${json.map(writeJson).join(',')}]`;
  if (json instanceof JsonObject) return `{${json.members.map(([key, value]) => `${JSON.stringify(key)}:${writeJson(value)}`).join(',')}}`;
  return JSON.stringify(json);
}
