import { numberIn, textIn } from './constraints';
import { Look, Rule, Where } from './contract';

/** Something that a mapping may have or not; unknown where a value is. */
export interface Condition {
  readonly subject: string;
  /** Names properties as `{path}`. */
  readonly words: string;
  holds(look: Look, where: Where): boolean | undefined;
}

export type Facts = Pick<Rule, 'why' | 'page' | 'common' | 'fix'> & Partial<Pick<Rule, 'severity'>>;

export function given(subject: string): Condition {
  return { subject, words: `{${subject}}`, holds: (look) => look.has(subject) };
}

export function over(subject: string, limit: number): Condition {
  return { subject, words: `{${subject}} over ${limit}`, holds: (look) => look.any(subject, (value) => numberIn(value) > limit) };
}

export function equal(subject: string, wanted: string | number): Condition {
  return { subject, words: `{${subject}} ${wanted}`, holds: (look) => look.any(subject, (value) => textIn(value) === String(wanted)) };
}

export function matching(subject: string, expression: RegExp, words: string): Condition {
  return { subject, words: `{${subject}} ${words}`, holds: (look) => look.any(subject, (value) => expression.test(textIn(value))) };
}

export function either(...conditions: Condition[]): Condition {
  return {
    subject: conditions[0].subject,
    words: conditions.map((condition) => condition.words).join(' or '),
    holds: (look, where) => not(all(...conditions.map((condition) => not(condition.holds(look, where))))),
  };
}

export function needs(name: string, when: Condition, required: Condition, facts: Facts): Rule {
  return rule(name, when.subject, `needs ${required.words}`, { fix: `set ${required.words}, or leave {${when.subject}} out`, ...facts }, (look, where) =>
    both(when.holds(look, where), () => not(required.holds(look, where))));
}

export function excludes(name: string, when: Condition, excluded: Condition, facts: Facts): Rule {
  const fix = `leave out {${when.subject}} or {${excluded.subject}}`;
  return rule(name, when.subject, `can't be combined with ${excluded.words}`, { fix, ...facts }, (look, where) =>
    both(when.holds(look, where), () => excluded.holds(look, where)));
}

/** At most one item of these types in a list. */
export function oneOf(name: string, list: string, types: readonly string[], facts: Facts): Rule {
  const says = `has more than one ${types.length > 1 ? `of ${types.join(', ')}` : types[0]}`;
  return rule(name, list, says, { fix: `leave one of them in {${list}}`, ...facts }, (look) => types.flatMap((type) => look.values(`${list}[${type}]`)).length > 1);
}

export function notAbove(name: string, low: string, high: string, facts: Facts): Rule {
  return rule(name, low, `is more than {${high}}`, { fix: `lower {${low}}, or raise {${high}}`, ...facts }, (look) => {
    const isAbove = look.any(low, (lower) => look.any(high, (higher) => numberIn(lower) > numberIn(higher)) === true);
    const [[value], [other]] = [look.values(low), look.values(high)];
    return isAbove && { value, says: 'is more than', other: { property: high, value: other } };
  });
}

export function rule(name: string, subject: string, says: string, facts: Facts, isBroken: Rule['isBroken']): Rule {
  return { name, subject, says, severity: 'error', ...facts, isBroken };
}

/** The second is mostly not asked. */
function both(first: boolean | undefined, second: () => boolean | undefined): boolean | undefined {
  return first === false ? false : all(first, second());
}

function all(...answers: (boolean | undefined)[]): boolean | undefined {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

/** The opposite, where it is known. */
export function not(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
