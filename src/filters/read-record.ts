import { checkRecord } from './check-record';
import { Json, JsonObject, parseJson } from './json';
import { RecordMembers, RecordShape } from './record-shape';

/** The format of a record's payload. */
export type PayloadFormat = 'JSON' | 'text' | 'binary';

/** A record as filters see it, and the format of its payload if it has one. */
interface ReadRecord {
  readonly event: JsonObject;
  readonly format?: PayloadFormat;
}

/** The record as it is when Lambda filters it, its payload decoded. */
export function readRecord(shape: RecordShape, record: unknown): ReadRecord {
  const { keys, payload = '', isBase64 = false } = shape;
  const { [payload]: encoded, ...members } = checkRecord(shape, record);
  const { members: seen } = parseJson(JSON.stringify(only(keys, members))) as JsonObject;
  if (typeof encoded !== 'string') return { event: new JsonObject(seen) };
  const { value, format } = decode(encoded, isBase64);
  return { event: new JsonObject([...seen, [payload, value]]), format };
}

function only(keys: readonly string[], members: RecordMembers): RecordMembers {
  return Object.fromEntries(Object.entries(members).filter(([key]) => keys.includes(key)));
}

/** JSON is what is an object or a list: a number or a word could as well be text. */
function decode(payload: string, isBase64: boolean): { readonly value: Json; readonly format: PayloadFormat } {
  const text = isBase64 ? fromBase64(payload) : payload;
  if (text === undefined) return { value: payload, format: 'binary' };
  try {
    const value = parseJson(text);
    if (value instanceof JsonObject || Array.isArray(value)) return { value, format: 'JSON' };
  } catch {
    // It is no JSON.
  }
  return { value: text, format: 'text' };
}

function fromBase64(text: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
  } catch {
    return undefined;
  }
}
