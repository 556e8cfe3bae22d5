import { checkKnownArn } from './known-arn';
import { besideShape, checkShape, MALFORMED } from './shape';
import { inL1Names, readerOf, withoutEmpty } from '../graph/l1-properties';
import { check, checkRules } from '../model/check';
import { Properties, SourceContract, Context } from '../model/contract';
import { readerAt } from '../model/paths';
import { Problem, ruleNamed } from '../model/problem';

/** Checks a mapping that was not made here, by its properties as a template or an L1 writes them. */
export function checkProperties(contract: SourceContract, properties: unknown, context?: Context): Problem[] {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    const { id, docs } = contract;
    const says = 'Properties is not an object';
    return [{ ...ruleNamed(MALFORMED, id), severity: 'error', property: '', says, form: 'sentence', docs }];
  }
  return checkWritten(contract, inL1Names(properties), context);
}

/** The same, of properties in the names that rules speak. */
export function checkWritten(contract: SourceContract, written: Properties, context: Context = {}): Problem[] {
  const { related } = context;
  const reader = related ? readerOf(related.mapping) : readerAt(written);
  const problems = [...checkOwn(contract, written, context)];
  problems.push(...checkKnownArn(contract, reader));
  if (related) problems.push(...checkRules(contract, contract.relatedRules, reader, context));
  return problems;
}

/** The same, without related resources. */
export function checkOwn(contract: SourceContract, written: Properties, context: Context): Problem[] {
  const shape = checkShape(contract, written);
  const problems = check(contract, withoutEmpty(written), context);
  return shape.length === 0 ? problems : [...shape, ...besideShape(shape, problems)];
}
