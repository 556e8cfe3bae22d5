import { checkKnownArn } from './known-arn';
import { besideShape, checkShape, MALFORMED } from './shape';
import { inL1Names, lookOf, withoutEmpty } from '../graph/l1-properties';
import { check, checkRules } from '../model/check';
import { Properties, SourceContract, Where } from '../model/contract';
import { lookAt } from '../model/paths';
import { Problem, ruleNamed } from '../model/problem';

/** Checks a mapping that was not made here, by its properties as a template or an L1 writes them. */
export function checkProperties(contract: SourceContract, properties: unknown, where?: Where): Problem[] {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    const { id, page } = contract;
    const says = 'Properties is not an object';
    return [{ ...ruleNamed(MALFORMED, id), severity: 'error', property: '', says, form: 'sentence', page }];
  }
  return checkWritten(contract, inL1Names(properties), where);
}

/** The same, of properties in the names that rules speak. */
export function checkWritten(contract: SourceContract, written: Properties, where: Where = {}): Problem[] {
  const { neighbours } = where;
  const look = neighbours ? lookOf(neighbours.mapping) : lookAt(written);
  return [
    ...checkOwn(contract, written, where),
    ...checkKnownArn(contract, look),
    ...(neighbours ? checkRules(contract, contract.neighbours, look, where) : []),
  ];
}

/** The same, without what stands around the mapping. */
export function checkOwn(contract: SourceContract, written: Properties, where: Where): Problem[] {
  const shape = checkShape(contract, written);
  return [...shape, ...besideShape(shape, check(contract, withoutEmpty(written), where))];
}
