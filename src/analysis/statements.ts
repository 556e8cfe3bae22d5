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
  return [statements].flat().flatMap(statementIn);
}

function statementIn(statement: unknown): Statement[] {
  if (isUnknown(statement) || typeof statement !== 'object' || statement === null) return [{}];
  const { Effect, Action, Resource: resources } = statement as Properties;
  if (Effect === 'Deny') return [];
  const actions = [Action].flat();
  const isKnown = actions.every((action) => typeof action === 'string' && !isUnknown(action));
  return [
    {
      actions: isKnown ? (actions as string[]) : undefined,
      resources: resources === undefined ? undefined : [resources].flat(),
    },
  ];
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
