import { AcknowledgedId, Acknowledgement, PLUGIN, ruleOfId } from './acknowledgements';

/**
 * The key in the `Metadata` of a resource under which its author acknowledges rules:
 *
 *     Metadata:
 *       EventSourceMappings:
 *         acknowledge:
 *           - id: sqs-batch-size-range
 *             reason: AWS raised the limit
 */
export const METADATA_KEY = PLUGIN;

/** The rules that a resource's metadata acknowledges. Anything else that stands there is nobody's consent. */
export function acknowledgedIn(metadata: unknown): Acknowledgement[] {
  const entries = childOf(childOf(metadata, METADATA_KEY), 'acknowledge');
  return !Array.isArray(entries)
    ? []
    : entries.flatMap((entry) => {
        const [id, reason] = [childOf(entry, 'id'), childOf(entry, 'reason')];
        const rule = typeof id === 'string' ? ruleOfId(id) : undefined;
        return rule === undefined ? [] : [{ rule, reason: typeof reason === 'string' ? reason : undefined }];
      });
}

/** The acknowledgement of a rule in a resource's metadata. */
export function acknowledgementIn(metadata: unknown, rule: string): Acknowledgement | undefined {
  return acknowledgedIn(metadata).find((one) => one.rule === rule);
}

/** The ids in a resource's metadata, which are all meant to be ours. */
export function acknowledgedIdsIn(metadata: unknown, path: string): AcknowledgedId[] {
  return acknowledgedIn(metadata).map(({ rule }) => ({ path, id: `${PLUGIN}::${rule}` }));
}

/** The value of the key for these acknowledgements. */
export function metadataOf(acknowledgements: readonly Acknowledgement[]): object {
  const entries = acknowledgements.map(({ rule, reason }) =>
    reason === undefined ? { id: rule } : { id: rule, reason },
  );
  return { acknowledge: entries };
}

/** The note that a rule is broken, and that its author knows. */
export function noteOf({ rule, reason }: Acknowledgement, message: string): string {
  return `${rule} is acknowledged${reason === undefined ? '' : ` (${reason})`}: ${message}`;
}

function childOf(parent: unknown, name: string): unknown {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, name)) return undefined;
  return (parent as { readonly [name: string]: unknown })[name];
}
