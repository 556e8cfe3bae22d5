import { checkShape } from './shape';
import { check } from '../engine/check';
import { Problem, SourceContract, Where } from '../engine/contract';
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

/** Filters that Lambda accepts, and that discard every record. */
const DISCARDING = /-filters-(root-key|type-letter|type-value)$/;

/** What others have deployed is no error, whatever it loses. */
function asDeployed(problem: Problem): Problem {
  return DISCARDING.test(problem.rule) ? { ...problem, severity: 'warning' } : problem;
}
