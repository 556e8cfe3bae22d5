import { ExplainedMapping, knownNumber, Names, reservedConcurrencyOf, sourceOfMapping } from './mapping';
import type { Concurrency } from '../model/behaviour';
import { amount } from '../model/constraints';

/** A bound, and how it comes about. */
export interface Ceiling {
  /** The number, where it is known. */
  readonly number?: number;
  /** The bound in words, also where it is no number: 'as many as there are message groups'. */
  readonly words: string;
  /** Of which numbers it is made; empty where it is one. */
  readonly from: string;
}

/** How many batches can be in progress at the same time; `undefined` where nothing bounds them. */
export function concurrencyCeiling(mapping: ExplainedMapping): Ceiling | undefined {
  const {
    contract: { behaviour },
    reader,
  } = mapping;
  const bound = behaviour.concurrency(reader, sourceOfMapping(mapping));
  const own = bound && ceilingOf(bound, mapping);
  const reserved = reservedConcurrencyOf(mapping);
  // Zero has a rule of its own.
  if (!reserved || (own?.number !== undefined && own.number <= reserved)) return own;
  const from = `the reserved concurrency of ${mapping.names.resource(reader.values('functionName')[0])}`;
  const otherwise = own === undefined ? '' : `; otherwise ${own.words}${own.from && ` = ${own.from}`}`;
  return { number: reserved, words: amount(reserved), from: from + otherwise };
}

function ceilingOf(
  { count: many, unit = '', times = 1, from = '' }: Concurrency,
  { names }: ExplainedMapping,
): Ceiling {
  const [number, factor] = [many, times].map(knownNumber);
  const units = countWords(many, unit, names);
  const whole = times === 1 ? units : `${units} × ${factor === undefined ? names.resource(times) : amount(factor)}`;
  if (number === undefined || factor === undefined) return { words: whole, from };
  const product = number * factor;
  return { number: product, words: amount(product), from: from || (unit === '' ? '' : whole) };
}

/**
 * So many of something; by its name where only the deployment knows the number, and as all of them where nothing says
 * it.
 */
function countWords(value: unknown, unit: string, names: Names): string {
  const number = knownNumber(value);
  if (number !== undefined) return `${amount(number)} ${number === 1 ? unit.replace(/s$/, '') : unit}`.trim();
  return value === undefined ? unit : names.resource(value);
}

/** How much can be read in a second; `undefined` where AWS gives no figure. */
export function rateCeiling(mapping: ExplainedMapping): Ceiling | undefined {
  const {
    contract: { behaviour },
    reader,
    names,
  } = mapping;
  const rate = behaviour.rate?.(reader, sourceOfMapping(mapping));
  if (!rate) return undefined;
  const { megabytes, unit, count: value, shared } = rate;
  const number = knownNumber(value);
  const product = `${countWords(value, unit, names)} × ${megabytes} MB/s`;
  const note = shared === undefined ? '' : `, ${shared}`;
  if (number === undefined) return { words: product, from: note.slice(2) };
  return { number: number * megabytes, words: `${amount(number * megabytes)} MB/s`, from: product + note };
}

export function ceilingWords({ words, from }: Ceiling): string {
  return from === '' ? words : `${words} (${from})`;
}
