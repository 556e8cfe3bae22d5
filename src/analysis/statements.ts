import { Properties } from '../model/contract';
import { isUnknown } from '../model/tokens';

/** A statement of a policy; unset where it is not known, so that it may allow anything. */
export interface Statement {
  readonly actions?: readonly string[];
  readonly resources?: readonly unknown[];
  /** The resource that gives a role the policy, where the role does not refer to it. */
  readonly givenBy?: string;
}

/** The statements of a policy that allow something. */
export function statementsOf(document: unknown): Statement[] {
  if (isUnknown(document) || typeof document !== 'object' || document === null) return [{}];
  const { Statement: statements } = document as { Statement?: unknown };
  const allowing: Statement[] = [];
  for (const statement of inList(statements)) {
    const isKnown = typeof statement === 'object' && statement !== null && !isUnknown(statement);
    if (!isKnown) allowing.push({});
    else if ((statement as Properties).Effect !== 'Deny') allowing.push(statementIn(statement as Properties));
  }
  return allowing;
}

function statementIn({ Action, Resource: resources }: Properties): Statement {
  const actions = inList(Action);
  const isKnown = actions.every((action) => typeof action === 'string' && !isUnknown(action));
  return {
    actions: isKnown ? (actions as readonly string[]) : undefined,
    resources: resources === undefined ? undefined : inList(resources),
  };
}

/** A list, or the only item where there is no list around it. */
function inList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Whether a pattern of actions has an action. */
export function matchesAction(pattern: string, action: string): boolean {
  if (pattern === action) return true;
  if (!/[*?]/.test(pattern)) {
    return pattern.length === action.length && pattern.toLowerCase() === action.toLowerCase();
  }
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${expression}$`, 'i').test(action);
}
