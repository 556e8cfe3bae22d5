import type { Setting } from '../model/behaviour';
import type { Resource } from '../model/contract';
import { readerAt } from '../model/paths';

/**
 * The value that a resource has at a path, or the default of CloudFormation; not known where the resource is not known.
 */
export function settingOf(resource: Resource | undefined, path: string, of: string, byDefault?: number): Setting {
  if (resource === undefined) return { of };
  const reader = readerAt(resource.properties);
  const [value] = reader.values(path);
  return { of, value: reader.has(path) === false ? byDefault : value };
}

/** A number of hours, in seconds. */
export function inSeconds({ value, of }: Setting): Setting {
  const hours = typeof value === 'object' ? NaN : Number(value);
  return { of, value: Number.isNaN(hours) ? undefined : hours * 3600 };
}
