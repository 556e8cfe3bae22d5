import { isSameImport } from '../analysis/words';

/** Whether two values of templates are the same as they are written, or import the same from another stack. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || isSameImport(one, other);
}
