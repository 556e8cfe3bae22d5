import { cloudFormationPath } from '../../graph/names';
import { PropertySpec } from '../../model/contract';

/** A property that is deployed otherwise than the template has it, in the names of CloudFormation. */
export interface PropertyChange {
  readonly property: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The value that Lambda uses if the template has none. */
  readonly default?: PropertySpec['default'];
}

/** A property of which nobody can say whether it is the same. */
export interface NotCompared {
  readonly property: string;
  readonly because: string;
}

/** The result of comparing a mapping's properties. */
export interface PropertyComparison {
  readonly changes: readonly PropertyChange[];
  readonly notCompared: readonly NotCompared[];
}

export const SAME: PropertyComparison = { changes: [], notCompared: [] };

export function changed(path: string, values: Omit<PropertyChange, 'property'>): PropertyComparison {
  return { changes: [{ property: cloudFormationPath(path), ...values }], notCompared: [] };
}

export function notCompared(path: string, because: string): PropertyComparison {
  return { changes: [], notCompared: [{ property: cloudFormationPath(path), because }] };
}

export function merged(comparisons: readonly PropertyComparison[]): PropertyComparison {
  return {
    changes: comparisons.flatMap(({ changes }) => changes),
    notCompared: comparisons.flatMap(({ notCompared: parts }) => parts),
  };
}

/** The result if any one of several comparisons may apply: the one that all of them agree on, or none. */
export function agreed(path: string, comparisons: readonly PropertyComparison[], because: string): PropertyComparison {
  const [first = SAME] = comparisons;
  const isChanged = first.changes.length > 0;
  const isSameAnswer = (one: PropertyComparison) =>
    one.notCompared.length === 0 && one.changes.length > 0 === isChanged;
  return comparisons.every(isSameAnswer) ? first : notCompared(path, because);
}
