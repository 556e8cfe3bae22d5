import type { Properties } from '../../../src/model/contract';
import type { Case } from '../../cases';

export interface Limits<Props> {
  /** The start of the ids of the option's rules. */
  readonly rule: string;
  readonly min: number;
  readonly max: number;
  readonly props: (amount: number) => Partial<Props>;
  readonly properties: (amount: unknown) => Properties;
}

/** A whole number between two limits: both of them, one past each, and what is no whole number at all. */
export function limits<Props>({ rule, min, max, props, properties }: Limits<Props>): Case<Props>[] {
  const at = (amount: number, problems: string[]): Case<Props> => ({
    name: `${rule} ${amount}`,
    props: () => props(amount),
    properties: properties(amount),
    problems,
  });
  const written = (name: string, value: unknown, problems: string[]): Case<Props> => ({
    name: `${rule} ${name}`,
    properties: properties(value),
    problems,
  });
  return [
    at(min, []),
    at(max, []),
    at(max + 1, [`${rule}-range`]),
    at(min + 0.5, [`${rule}-whole-number`]),
    // A Duration has no negative amount, and throws itself.
    ...(min === 0 ? [written('below zero', -1, [`${rule}-range`])] : [at(min - 1, [`${rule}-range`])]),
    { name: `${rule} a token`, props: (f) => props(f.number), problems: [] },
    written('as a text', String(max), []),
    written('too large, as a text', String(max + 1), [`${rule}-range`]),
    written('a word', 'many', [`${rule}-whole-number`]),
    written('a parameter', { Ref: 'Amount' }, []),
    written('of a condition', { 'Fn::If': ['IsProduction', max + 1, { Ref: 'AWS::NoValue' }] }, []),
    written('taken away', { Ref: 'AWS::NoValue' }, []),
  ];
}
