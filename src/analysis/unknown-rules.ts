import { findingIds } from './rule-ids';
import { suggestion } from './suggestion';
import { AcknowledgedId, PLUGIN, ruleOfId } from '../graph/acknowledgements';
import { constructProblem, UNKNOWN_RULE } from '../model/construct-rules';
import { Problem, ruleNamed } from '../model/problem';
import { CONTRACTS } from '../sources/contracts';

/** Warns of ids that look like ours, and that no rule has; of each once. */
export function checkAcknowledgedIds(acknowledged: readonly AcknowledgedId[]): Problem[] {
  const byRule = new Map<string, AcknowledgedId>();
  for (const one of acknowledged) {
    const rule = ruleOfId(one.id);
    if (rule === undefined || byRule.has(rule) || findingIds().has(rule)) continue;
    if (looksLikeOurs(one.id, rule)) byRule.set(rule, one);
  }
  return [...byRule].map(([rule, { path }]) => {
    const near = suggestion(rule, findingIds());
    const says = `${rule} is acknowledged at ${path || 'the app'}, but there is no such rule${near}`;
    return constructProblem(UNKNOWN_RULE, { property: '', says, form: 'sentence' });
  });
}

/** Whether a text that is not a rule's id begins as those do. */
function looksLikeOurs(id: string, text: string): boolean {
  const beginnings = [undefined, ...CONTRACTS.map((contract) => contract.id)].map(
    (source) => ruleNamed('', source).rule,
  );
  return id.startsWith(`${PLUGIN}::`) || beginnings.some((beginning) => text.startsWith(beginning));
}
