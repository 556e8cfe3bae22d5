import { findingIds } from './rule-ids';
import { suggestion } from './suggestion';
import { constructProblem, UNKNOWN_RULE } from '../engine/construct-rules';
import { Problem } from '../engine/contract';
import { CONTRACTS } from '../sources/contracts';
import { PLUGIN, ruleOfId } from '../template/acknowledgements';

/** Where an id is acknowledged: at a construct, or in the metadata of a resource. */
interface Acknowledged {
  readonly path: string;
  readonly id: string;
}

/** Warns of ids that look like ours, and that no rule has; of each once. */
export function checkAcknowledgedIds(acknowledged: readonly Acknowledged[]): Problem[] {
  const known = findingIds();
  const byRule = new Map<string, Acknowledged>();
  for (const one of acknowledged) {
    const rule = ruleOfId(one.id);
    if (rule !== undefined && looksLikeOurs(one.id, rule) && !known.has(rule) && !byRule.has(rule)) byRule.set(rule, one);
  }
  return [...byRule].map(([rule, { path }]) =>
    constructProblem(UNKNOWN_RULE, '', `${rule} is acknowledged at ${path || 'the app'}, but is no rule${suggestion(rule, known)}`));
}

function looksLikeOurs(id: string, rule: string): boolean {
  return id.startsWith(`${PLUGIN}::`) || ['mapping', ...CONTRACTS.map((contract) => contract.id)].some((prefix) => rule.startsWith(`${prefix}-`));
}
