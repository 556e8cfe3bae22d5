import { unitOf } from './constraints';
import type { PropertySpec } from './contract';
import type { ComparedValue, Problem, ProblemPart } from './problem';
import { isUnknown } from './tokens';

/**
 * The name of a property for the reader of a problem: that of a construct's option, or that of CloudFormation.
 *
 * @param path the path of L1 names
 * @param option the path of the option that writes the property, where that is known
 */
export type Naming = (path: string, option?: string) => string;

const LONGEST_VALUE = 100;

/** A problem as its reader's sentence: the name, the value, what is wrong, and the reason. */
export function problemText(problem: Problem, nameOf: Naming): string {
  const { where } = problem;
  return where === undefined ? wordsOf(problem, nameOf) : `${wordsOf(problem, nameOf)}, where ${where}`;
}

function wordsOf(problem: Problem, nameOf: Naming): string {
  const { property, option, namesOptions, form, says, value, unit, other, reason, parts, resource } = problem;
  if (parts) return `${says}: ${partsText(problem, parts, nameOf)}`;
  const because = reason === undefined ? '' : ` (${reason})`;
  if (form === 'sentence') return says + because;
  const named: Naming = namesOptions ? (path) => nameOf(path, path) : nameOf;
  const name = named(property, option);
  const words = form === 'verbatim' ? says : withNames(says, named);
  if (other) return comparisonText(name, value, words, other, named);
  if (resource !== undefined) return `${resource} ${words}${because}`;
  const shown = show(value, unit);
  return `${name}${shown && `: ${shown}`} ${words}${because}`;
}

function partsText({ hasMoreParts }: Problem, parts: readonly ProblemPart[], nameOf: Naming): string {
  const texts = parts.map(({ of, problem }) => `${of}: ${problemText(problem, nameOf)}`);
  return [...texts, ...(hasMoreParts ? ['and so on'] : [])].join('; ');
}

/** Two properties of the same parent differ in the ends of their names. */
function comparisonText(name: string, value: unknown, words: string, other: ComparedValue, nameOf: Naming): string {
  const parent = name.slice(0, name.lastIndexOf('.') + 1);
  const otherName = nameOf(other.property);
  const shortName = otherName.startsWith(parent) ? otherName.slice(parent.length) : otherName;
  return `${name} (${show(value)}) ${words} ${shortName} (${show(other.value)})`;
}

/** The remedy for a problem, as a sentence; `undefined` where its text says all that there is. */
export function fixOf({ fix, allowed, property, option }: Problem, nameOf: Naming): string | undefined {
  if (fix !== undefined) return `${fix.charAt(0).toUpperCase()}${withNames(fix.slice(1), nameOf)}.`;
  return allowed === undefined ? undefined : `Allowed for ${nameOf(property, option)}: ${allowed}.`;
}

/** Puts the reader's names in the place of paths. */
export function withNames(says: string, nameOf: Naming): string {
  return says.replace(/\{([^}]+)\}/g, (_, path: string) => nameOf(path));
}

function show(value: unknown, unit?: PropertySpec['unit']): string {
  if (isUnknown(value) || value === undefined) return '';
  if (Array.isArray(value)) {
    return value
      .map((item) => show(item))
      .filter(Boolean)
      .join(', ');
  }
  if (typeof value === 'object') return '';
  return withUnit(value, unit);
}

/** Larger numbers are milliseconds, and negative ones are mistakes. */
const LAST_MOMENT = 1e11;

/** A part of a second is written in milliseconds, and a moment as a date. */
function withUnit(value: unknown, unit: PropertySpec['unit']): string {
  const number = Number(value);
  if (unit === 'moment' && number >= 0 && number <= LAST_MOMENT) {
    return new Date(number * 1000).toISOString().replace('.000Z', 'Z');
  }
  if (unit === 'seconds' && !Number.isInteger(number) && !Number.isNaN(number)) return `${number * 1000} ms`;
  const text = String(value).slice(0, LONGEST_VALUE);
  return (HAS_GAPS.test(text) ? `"${text}"` : text) + (unit === 'seconds' ? ` ${unitOf(value, unit)}` : '');
}

/** Quotes show where a value ends; JSON shows that by itself. */
const HAS_GAPS = /^[^{[].*\s|^\s|\s$/s;
