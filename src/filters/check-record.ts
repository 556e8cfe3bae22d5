import { inShort } from './in-short';
import { RecordMembers, RecordShape } from './record-shape';
import { isJsonObject } from '../model/json-members';
import { RECORD_SHAPES } from '../sources/record-shapes';

/** The keys of whole events, below which the records are. */
const EVENT_KEYS = ['Records', 'records', 'messages', 'rmqMessagesByQueue'];

/** The part of a record that filters see. Throws where it is not as the function gets it, and explains why. */
export function checkRecord(shape: RecordShape, record: unknown): RecordMembers {
  const members = recordMembersOf(shape, record);
  const { payload = '', within } = shape;
  if (!isEncoded(shape, members[payload])) {
    const path = within === undefined || members === record ? payload : `${within}.${payload}`;
    throw fault(shape, `${path} must be ${shape.isBase64 ? 'base64' : 'text'}, got ${inShort(members[payload])}`);
  }
  const wrong = shape.faultOf?.(members);
  if (wrong !== undefined) throw fault(shape, wrong);
  return members;
}

function recordMembersOf(shape: RecordShape, record: unknown): RecordMembers {
  const { title, place, mark, within = '', payload = mark } = shape;
  const members = isJsonObject(record) && within in record ? record[within] : record;
  const isRecord = isJsonObject(members) && (members !== record || mark in members || payload in members);
  if (isRecord && otherSource(shape, record as RecordMembers) === undefined) return members;
  const expected = `expected an object with "${within || payload}" as in ${place}, got ${inShort(record)}`;
  throw new Error(`Not ${title}: ${expected}. ${advice(shape, record)}`);
}

/** No payload at all is a record of Kafka whose value is null, or one that a test wrote for other keys. */
function isEncoded({ isBase64 }: RecordShape, payload: unknown): boolean {
  if (payload === undefined || payload === null) return true;
  return typeof payload === 'string' && (!isBase64 || isInBase64(payload));
}

function isInBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function fault({ title, builder }: RecordShape, says: string): Error {
  return new Error(`Not ${title}: ${says}. Make one with ${builder}`);
}

function advice(shape: RecordShape, record: unknown): string {
  if (Array.isArray(record)) return 'Pass one record, not a list of them';
  if (typeof record === 'string') return 'Pass the record as an object, not as a string';
  if (isJsonObject(record) && EVENT_KEYS.some((key) => key in record)) return 'Pass one record, not the whole event';
  const other = isJsonObject(record) ? otherSource(shape, record) : undefined;
  return other === undefined ? `Make one with ${shape.builder}` : `This is ${other.title}`;
}

function otherSource(shape: RecordShape, record: RecordMembers): RecordShape | undefined {
  return RECORD_SHAPES.find((other) => other !== shape && other.mark in record);
}
