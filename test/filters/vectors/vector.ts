/**
 * A pattern, and what it says to events; all of them JSON texts, because numbers and members that come twice are as
 * they are written.
 */
export interface Vector {
  readonly pattern: string;
  readonly matches: readonly string[];
  readonly others: readonly string[];
}

export function vector(pattern: string, matches: readonly string[], others: readonly string[]): Vector {
  return { pattern, matches, others };
}

/** Events with one field, called `a`. */
export function a(...values: readonly string[]): string[] {
  return values.map((value) => `{"a":${value}}`);
}
