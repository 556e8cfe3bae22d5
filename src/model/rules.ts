import { numberIn, textIn } from './constraints';
import { PropertyReader, Rule, Context } from './contract';
import { rootOf } from './paths';
import { Answer, every, not, some } from './three-valued';

/** Something that a mapping may have or not; unknown where a value is. */
export interface Condition {
  readonly subject: string;
  /** Names properties as `{path}`. */
  readonly words: string;
  /** It does not hold without a property of this name. */
  readonly root?: string;
  holds(reader: PropertyReader, context: Context): boolean | undefined;
}

export type Facts = Pick<Rule, 'reason' | 'docs' | 'common' | 'fix' | 'onlyWith'> & Partial<Pick<Rule, 'severity'>>;

export function given(subject: string): Condition {
  return { subject, words: `{${subject}}`, root: rootOf(subject), holds: (reader) => reader.has(subject) };
}

export function over(subject: string, limit: number): Condition {
  return {
    subject,
    words: `{${subject}} over ${limit}`,
    root: rootOf(subject),
    holds: (reader) => reader.any(subject, (value) => numberIn(value) > limit),
  };
}

export function equal(subject: string, wanted: string | number): Condition {
  return {
    subject,
    words: `{${subject}} ${wanted}`,
    root: rootOf(subject),
    holds: (reader) => reader.any(subject, (value) => textIn(value) === String(wanted)),
  };
}

export function matching(subject: string, expression: RegExp, words: string): Condition {
  return {
    subject,
    words: `{${subject}} ${words}`,
    root: rootOf(subject),
    holds: (reader) => reader.any(subject, (value) => expression.test(textIn(value))),
  };
}

export function either(...conditions: Condition[]): Condition {
  return {
    subject: conditions[0].subject,
    words: conditions.map((condition) => condition.words).join(' or '),
    holds: (reader, context) => some(conditions.map((condition) => condition.holds(reader, context))),
  };
}

export function needs(name: string, when: Condition, required: Condition, facts: Facts): Rule {
  return rule(
    name,
    when.subject,
    `needs ${required.words}`,
    { fix: `set ${required.words}, or leave {${when.subject}} out`, onlyWith: when.root, ...facts },
    (reader, context) => both(when.holds(reader, context), () => not(required.holds(reader, context))),
  );
}

export function excludes(name: string, when: Condition, excluded: Condition, facts: Facts): Rule {
  const fix = `leave out {${when.subject}} or {${excluded.subject}}`;
  return rule(
    name,
    when.subject,
    `can't be combined with ${excluded.words}`,
    { fix, onlyWith: when.root, ...facts },
    (reader, context) => both(when.holds(reader, context), () => excluded.holds(reader, context)),
  );
}

/** At most one item of these types in a list. */
export function oneOf(name: string, list: string, types: readonly string[], facts: Facts): Rule {
  const says = `has more than one ${types.length > 1 ? `of ${types.join(', ')}` : types[0]}`;
  return rule(
    name,
    list,
    says,
    { fix: `leave one of them in {${list}}`, onlyWith: rootOf(list), ...facts },
    (reader) => types.flatMap((type) => reader.values(`${list}[${type}]`)).length > 1,
  );
}

export function notAbove(name: string, low: string, high: string, facts: Facts): Rule {
  return rule(
    name,
    low,
    `is more than {${high}}`,
    { fix: `lower {${low}}, or raise {${high}}`, onlyWith: rootOf(low), ...facts },
    (reader) => {
      const isAbove = reader.any(
        low,
        (lower) => reader.any(high, (higher) => numberIn(lower) > numberIn(higher)) === true,
      );
      const [[value], [other]] = [reader.values(low), reader.values(high)];
      return isAbove && { value, says: 'is more than', other: { property: high, value: other } };
    },
  );
}

export function rule(name: string, subject: string, says: string, facts: Facts, isBroken: Rule['isBroken']): Rule {
  return { name, subject, says, severity: 'error', ...facts, isBroken };
}

/** The second condition is evaluated only if the first holds, which is rare. */
function both(first: Answer, second: () => Answer): Answer {
  return first === false ? false : every([first, second()]);
}
