import { allEntries } from './catalog';
import { ruleNamed } from '../model/problem';

let ids: ReadonlySet<string> | undefined;

/**
 * The ids that a finding can carry: those of all rules, and those of rules that several kinds of source share, for a
 * source that is not known.
 */
export function findingIds(): ReadonlySet<string> {
  return (ids ??= new Set(allEntries().flatMap(({ rule, name }) => [rule, ruleNamed(name).rule])));
}
