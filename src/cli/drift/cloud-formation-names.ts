import { cloudFormationPath } from '../../graph/names';
import { isUnknown } from '../../model/tokens';

/** A value in whose objects the properties have the names of CloudFormation. */
export function inCloudFormationNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCloudFormationNames);
  if (typeof value !== 'object' || value === null || isUnknown(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [cloudFormationPath(name), inCloudFormationNames(child)]),
  );
}
