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
 * A text in the place of a value that JSON does not have: NaN, a rounded number, a value known only at deployment.
 *
 * @internal
 */
export class NoJson {
  constructor(readonly text: string) {}
}

export type Json = string | boolean | null | JsonNumber | JsonObject | NoJson | Json[];

const JSON_STRING = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?/;
const JSON_NUMBER = /(-?\d[\w.+-]*)/;
const NO_JSON = /(NaN|-?Infinity|undefined|~-?\d+|\$\{Token\[[^\]]*\]\}|\{\{resolve:[^}]*\}\})/;
const JSON_TOKENS = new RegExp([JSON_STRING, JSON_NUMBER, NO_JSON].map(({ source }) => source).join('|'), 'gs');
const VALID_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i;

/** Reads JSON, and also what `patternText` writes for what JSON can't hold. Throws where it is neither. */
export function parseJson(text: string): Json {
  let members = 0;
  // Members get names of their own, and numbers become texts, so that JSON.parse loses none of them.
  const marked = text.replace(JSON_TOKENS, (token, string?: string, colon?: string, number?: string) => {
    if (colon) return `"${members++} ${string!.slice(1)}${colon}`;
    if (string || (number && !VALID_NUMBER.test(number))) return token;
    return JSON.stringify({ [number ? 'number' : 'other']: token });
  });
  try {
    return JSON.parse(marked, revive) as Json;
  } catch (error) {
    throw new SyntaxError(`is not JSON: ${faultOf(text) ?? (error as Error).message}`);
  }
}

function revive(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof JsonNumber) return value;
  const { number, other } = value as { number?: string; other?: string };
  if (number !== undefined) return new JsonNumber(number);
  if (other !== undefined) return new NoJson(other);
  return new JsonObject(
    Object.entries(value as object).map(([name, inner]) => [name.slice(name.indexOf(' ') + 1), inner as Json]),
  );
}

/** The message of JSON.parse for the text as it is. */
function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

export function writeJson(json: Json): string {
  if (json instanceof JsonNumber || json instanceof NoJson) return json.text;
  if (Array.isArray(json)) return `[${json.map(writeJson).join(',')}]`;
  return json instanceof JsonObject
    ? `{${json.members.map(([key, value]) => `${JSON.stringify(key)}:${writeJson(value)}`).join(',')}}`
    : JSON.stringify(json);
}
