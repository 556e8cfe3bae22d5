import { cloudFormationPath, l1Name } from './cloudformation-names';
import { checkShape } from './shape';
import { check } from '../engine/check';
import { Problem, Properties, SourceContract, Where } from '../engine/contract';
import { isMacro, isUnknown } from '../engine/tokens';

/** Deeper than any property of a mapping; a YAML alias can make a template endless. */
const DEEPEST = 20;

/** Checks a mapping that was not made here, by its properties as a template or an L1 writes them. */
export function checkProperties(contract: SourceContract, properties: unknown, where?: Where): Problem[] {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    const message = 'Properties is not an object';
    return [{ rule: `${contract.id}-malformed`, severity: 'error', property: '', message, page: contract.page }];
  }
  const l1 = (inL1Names(properties) ?? {}) as Properties;
  return [...checkShape(contract, l1), ...check(contract, l1, cloudFormationPath, where)];
}

/** An object without properties is one that is not there: it turns a mode off. */
function inL1Names(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  if (isUnknown(value) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inL1Names(item, depth + 1) ?? {});
  const entries = Object.entries(value).map(([name, child]) => [isMacro(name) ? name : l1Name(name), inL1Names(child, depth + 1)]);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
