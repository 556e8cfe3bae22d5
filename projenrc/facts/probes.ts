import { Constraint, PropertySpec } from '../../src/model/contract';

/** The verdict of rules on a value. */
export type Verdict = 'accepted' | 'warning' | 'error';

/** The verdict of the constraints on a value: those of some kinds, or all if no kind is given. */
export function verdictOf(rows: readonly PropertySpec[], value: unknown, kinds = /./): Verdict {
  const constraints = rows.flatMap((row) => row.constraints);
  const broken = constraints.filter(({ rule, fault }) => kinds.test(rule) && fault(value) !== undefined);
  const worst = (severity: Constraint['severity']) =>
    broken.some((constraint) => (constraint.severity ?? 'error') === severity);
  if (worst('error')) return 'error';
  return worst('warning') ? 'warning' : 'accepted';
}

/** Something of a size, and the kinds of constraint that look at that size alone. */
export interface Measure {
  readonly kinds: RegExp;
  /** These, and those that allow no more than it anyway. */
  readonly beyond: RegExp;
  readonly of: (size: number) => unknown;
}

const OF_NUMBERS = /(^|-)(range|whole-number)$/;
/** Not that of a function's bare name, which is shorter than its ARN. */
const OF_CHARACTERS = /(?<!^name-|^target-name-)(?<=^|-)length$/;
const OF_ITEMS = /(^|-)(count|length)(-documented)?$/;

export const NUMBER: Measure = { kinds: OF_NUMBERS, beyond: OF_NUMBERS, of: (size) => size };
export const CHARACTERS: Measure = {
  kinds: OF_CHARACTERS,
  beyond: new RegExp(`${OF_CHARACTERS.source}|(^|-)choice$`),
  of: (size) => 'a'.repeat(size),
};
export const ITEMS: Measure = {
  kinds: OF_ITEMS,
  beyond: OF_ITEMS,
  of: (size) => Array.from({ length: size }, (_, item) => ({ item })),
};

/** Whether a measure has such a size: there is no text of -1 characters. */
export function hasSize({ of }: Measure, size: number): boolean {
  return size >= 0 || typeof of(0) === 'number';
}

const LETTERS = [...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), 'é', '\n'];

/** A right text with another letter at its start, in it and at its end. */
export function varied(sample: string): string[] {
  return LETTERS.flatMap((letter) => [
    letter + sample,
    `${sample.slice(0, 1)}${letter}${sample.slice(1)}`,
    sample + letter,
  ]);
}

/** A pattern of the service or of CloudFormation, which does not anchor it. */
export function expression(pattern: string, isWhole: boolean): RegExp {
  const source = isWhole ? `^(?:${pattern})$` : pattern;
  try {
    return new RegExp(source, 'u');
  } catch {
    // Not all patterns are written for the stricter mode.
    return new RegExp(source);
  }
}
