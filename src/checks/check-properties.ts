import { checkShape } from './shape';
import { check, checkRules } from '../engine/check';
import { Problem, Properties, SourceContract, Where } from '../engine/contract';
import { inL1Names, lookOf } from '../template/l1-properties';
import { cloudFormationPath } from '../template/names';

/** Checks a mapping that was not made here, by its properties as a template or an L1 writes them. */
export function checkProperties(contract: SourceContract, properties: unknown, where?: Where): Problem[] {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    const message = 'Properties is not an object';
    return [{ rule: `${contract.id}-malformed`, severity: 'error', property: '', message, page: contract.page }];
  }
  return checkL1(contract, inL1Names(properties), where);
}

/** The same, of properties in the names that rules speak. */
export function checkL1(contract: SourceContract, properties: Properties, where: Where = {}): Problem[] {
  const { neighbours } = where;
  return [
    ...checkShape(contract, properties),
    ...check(contract, properties, cloudFormationPath, where),
    ...(neighbours ? checkRules(contract, contract.neighbours, lookOf(neighbours.mapping), cloudFormationPath, where) : []),
  ].map(asDeployed);
}

/** Filters that Lambda accepts, and that discard every record. */
const DISCARDING = /-filters-(root-key|type-letter|type-value)$/;

/** What others have deployed is no error, whatever it loses. */
function asDeployed(problem: Problem): Problem {
  return DISCARDING.test(problem.rule) ? { ...problem, severity: 'warning' } : problem;
}
