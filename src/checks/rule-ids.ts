import { allRules } from './catalog';
import { CONTRACTS } from '../sources/contracts';

/** The ids that a finding can carry: those of all rules, and those of rules that several kinds of source share, for a source that is not known. */
export function findingIds(): ReadonlySet<string> {
  const rules = allRules();
  const shared = CONTRACTS.flatMap(({ id }) => rules.filter((rule) => rule.startsWith(`${id}-`)).map((rule) => `mapping-${rule.slice(id.length + 1)}`));
  return new Set([...rules, ...shared]);
}
