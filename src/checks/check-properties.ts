import { checkShape } from './shape';
import { check } from '../engine/check';
import { Problem, SourceContract, Where } from '../engine/contract';
import { ACCEPTED_BY_LAMBDA } from '../filters/pattern-rules';
import { inL1Names } from '../template/l1-properties';
import { cloudFormationPath } from '../template/names';

/** Checks a mapping that was not made here, by its properties as a template or an L1 writes them. */
export function checkProperties(contract: SourceContract, properties: unknown, where?: Where): Problem[] {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    const message = 'Properties is not an object';
    return [{ rule: `${contract.id}-malformed`, severity: 'error', property: '', message, page: contract.page }];
  }
  const l1 = inL1Names(properties);
  return [...checkShape(contract, l1), ...check(contract, l1, cloudFormationPath, where)].map(asDeployed);
}

/** What was deployed by others for long is no error, whatever it loses. */
function asDeployed(problem: Problem): Problem {
  return ACCEPTED_BY_LAMBDA.some((rule) => problem.rule.endsWith(rule)) ? { ...problem, severity: 'warning' } : problem;
}
