import { check } from '../engine/check';
import { Problem, Properties, SourceContract, Where } from '../engine/contract';
import { cloudFormationPath, l1Name } from '../engine/names';
import { isUnknown } from '../engine/tokens';

/** Checks a mapping that was not made here, by its properties as a template or an L1 writes them. */
export function checkProperties(contract: SourceContract, properties: Properties, where?: Where): Problem[] {
  return check(contract, inL1Names(properties) as Properties, cloudFormationPath, where);
}

function inL1Names(value: unknown): unknown {
  if (isUnknown(value)) return value;
  if (Array.isArray(value)) return value.map(inL1Names);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [l1Name(name), inL1Names(child)]));
}
