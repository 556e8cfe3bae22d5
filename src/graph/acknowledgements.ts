import type { IConstruct } from 'constructs';
import { ACKNOWLEDGED_RULES, acknowledgedWarnings } from '../model/cdk-internals';

/** The name of the validation plugin, which may be before the id of a rule: `EventSourceMappings::sqs-duplicate`. */
export const PLUGIN = 'EventSourceMappings';
/** The other names that may: versions of aws-cdk-lib call warnings of constructs differently. */
const OF_CONSTRUCTS = /annotation/i;

/** The consent of an author that a rule is broken. */
export interface Acknowledgement {
  readonly rule: string;
  /** The author's reason. `Annotations` takes one too, and keeps it nowhere. */
  readonly reason?: string;
}

/** The acknowledgement of a rule for a construct: at it, or above it. The nearest reason counts. */
export function acknowledgementOf(construct: IConstruct, rule: string): Acknowledgement | undefined {
  const withReason = [...construct.node.scopes]
    .reverse()
    .flatMap(acknowledgementsAt)
    .find((one) => one.rule === rule);
  return withReason ?? (isAcknowledgedWarning(construct, rule) ? { rule } : undefined);
}

/** An id that is acknowledged, and where: at the path of a construct, or in the metadata of a resource. */
export interface AcknowledgedId {
  readonly path: string;
  readonly id: string;
}

/** Every id that is acknowledged at a construct of an app. */
export function acknowledgedIds(root: IConstruct): AcknowledgedId[] {
  // Versions with `Validations` note what is acknowledged with it here too.
  const { acks = new Map<string, Set<string>>() } = acknowledgedWarnings(root) ?? {};
  return [...acks].flatMap(([path, ids]) => [...ids.keys()].map((id) => ({ path, id })));
}

/** The rule of an acknowledged id, which may have a plugin's name before it; undefined where the plugin is another. */
export function ruleOfId(id: string): string | undefined {
  const [name, rule] = id.split('::');
  if (rule === undefined) return name;
  return name === PLUGIN || OF_CONSTRUCTS.test(name) ? rule : undefined;
}

/** Asks for the path of a child, because older versions look above a path only. The path of the app itself is empty. */
function isAcknowledgedWarning({ node: { path, root } }: IConstruct, rule: string): boolean {
  const acknowledgements = acknowledgedWarnings(root);
  return [`${path}/_`, '//_'].some((child) => acknowledgements?.has?.(child, rule));
}

function acknowledgementsAt({ node }: IConstruct): Acknowledgement[] {
  const acknowledged = node.metadata.filter(({ type }) => type === ACKNOWLEDGED_RULES);
  const reasons = acknowledged.flatMap(({ data }) => Object.entries(data as { readonly [id: string]: string }));
  return reasons.flatMap(([id, reason]) => {
    const rule = ruleOfId(id);
    return rule === undefined ? [] : [{ rule, reason: reason || undefined }];
  });
}
