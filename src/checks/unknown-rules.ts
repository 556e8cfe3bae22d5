import { findingIds } from './rule-ids';
import { suggestion } from './suggestion';
import { constructProblem, UNKNOWN_RULE } from '../engine/construct-rules';
import { Problem } from '../engine/contract';
import { CONTRACTS } from '../sources/contracts';
import { AcknowledgedId, PLUGIN, ruleOfId } from '../template/acknowledgements';

/** Warns of ids that look like ours, and that no rule has; of each once. */
export function checkAcknowledgedIds(acknowledged: readonly AcknowledgedId[]): Problem[] {
  const known = findingIds();
  const byRule = new Map<string, AcknowledgedId>();
  for (const one of acknowledged) {
    const rule = ruleOfId(one.id);
    if (rule === undefined || known.has(rule) || byRule.has(rule)) continue;
    if (looksLikeOurs(one.id, rule)) byRule.set(rule, one);
  }
  return [...byRule].map(([rule, { path }]) => {
    const says = `${rule} is acknowledged at ${path || 'the app'}, but is no rule${suggestion(rule, known)}`;
    return constructProblem(UNKNOWN_RULE, '', says);
  });
}

function looksLikeOurs(id: string, rule: string): boolean {
  const prefixes = ['mapping', ...CONTRACTS.map((contract) => contract.id)];
  return id.startsWith(`${PLUGIN}::`) || prefixes.some((prefix) => rule.startsWith(`${prefix}-`));
}
