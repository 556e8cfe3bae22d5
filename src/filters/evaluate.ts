import { FilterOutcome, FilterVerdict } from './filter-verdict';
import { Json, JsonObject, parseJson } from './json';
import { leavesOf } from './leaves';
import { matches, whyNot } from './match';
import { Branch, readPattern } from './pattern';
import { RecordShape } from './record-shape';

type Properties = { readonly [name: string]: unknown };
type Format = 'JSON' | 'text' | 'binary';

/** What Lambda does with a record that the function would get in this form. */
export function evaluate(pattern: string, shape: RecordShape, record: unknown): FilterVerdict {
  const { branches, faults } = readPattern(pattern);
  const wrong = faults.filter(({ rule }) => rule === 'pattern').map(({ says }) => says);
  if (wrong.length > 0) throw new Error(`Invalid filter pattern: ${pattern} ${wrong.join('; and ')}`);
  if (branches.length === 0) throw new Error(`Only the deployment knows the filter pattern ${pattern}`);

  const { event, format } = eventOf(shape, record);
  const leaves = leavesOf(event);
  const fitting = branches.filter((branch) => format === undefined || formatsOf(branch, shape).every((wanted) => wanted === format));
  if (fitting.some((branch) => matches(branch, leaves))) return FilterVerdict._of(FilterOutcome.DELIVERED, `the record is as ${pattern} asks`);
  if (fitting.length > 0) return FilterVerdict._of(FilterOutcome.FILTERED_OUT, whyNot(fitting, leaves));
  const wanted = [...new Set(branches.flatMap((branch) => formatsOf(branch, shape)))].join(' and ');
  return FilterVerdict._of(FilterOutcome.DROPPED_FOR_FORMAT, `${shape.payload} is ${format}, and the filter asks for ${wanted}: ${shape.onMismatch}`);
}

/** What the verdicts of all filters of a mapping come to: one that delivers is enough. */
export function combine(verdicts: readonly FilterVerdict[]): FilterVerdict {
  if (verdicts.length === 0) return FilterVerdict._of(FilterOutcome.DELIVERED, 'there are no filters');
  const outcome = [FilterOutcome.DELIVERED, FilterOutcome.FILTERED_OUT].find((one) => verdicts.some((verdict) => verdict.outcome === one));
  const reasons = verdicts.map(({ reason }, index) => `filters[${index}]: ${reason}`);
  return outcome === FilterOutcome.DELIVERED
    ? FilterVerdict._of(outcome, reasons[verdicts.findIndex(({ delivered }) => delivered)])
    : FilterVerdict._of(outcome ?? FilterOutcome.DROPPED_FOR_FORMAT, reasons.join('; '));
}

/** The formats that a branch asks the payload to have. */
function formatsOf(branch: Branch, { payload }: RecordShape): Format[] {
  const paths = [...branch.keys()];
  return [
    ...(paths.some((path) => path.startsWith(`${payload}.`)) ? ['JSON'] as const : []),
    ...(paths.some((path) => path === payload) ? ['text'] as const : []),
  ];
}

/** The record as it is when Lambda filters it, its payload decoded. */
function eventOf({ title, keys, within, payload, isBase64 }: RecordShape, record: unknown): { readonly event: JsonObject; readonly format?: Format } {
  const outside = (record ?? {}) as Properties;
  const inside = (within !== undefined && outside[within] || outside) as Properties;
  const seen = Object.entries(inside).filter(([key, value]) => keys.includes(key) && value !== undefined);
  if (seen.length === 0) throw new Error(`This is no ${title} as the function gets it: it has none of ${keys.join(', ')}`);
  const others = parseJson(JSON.stringify(Object.fromEntries(seen.filter(([key]) => key !== payload)))) as JsonObject;
  const given = payload === undefined ? undefined : inside[payload];
  if (given === undefined || given === null) return { event: others };
  const { value, format } = decode(given, isBase64 === true);
  return { event: new JsonObject([...others.members, [payload!, value]]), format };
}

/** JSON is what is an object or a list: a number or a word could as well be text. */
function decode(payload: unknown, isBase64: boolean): { readonly value: Json; readonly format: Format } {
  if (typeof payload !== 'string') return { value: parseJson(JSON.stringify(payload)), format: 'JSON' };
  const text = isBase64 && isInBase64(payload) ? fromBase64(payload) : payload;
  if (text === undefined) return { value: payload, format: 'binary' };
  try {
    const value = parseJson(text);
    return value instanceof JsonObject || Array.isArray(value) ? { value, format: 'JSON' } : { value: text, format: 'text' };
  } catch {
    return { value: text, format: 'text' };
  }
}

function isInBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function fromBase64(text: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
  } catch {
    return undefined;
  }
}
