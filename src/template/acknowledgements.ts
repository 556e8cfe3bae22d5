import type { IConstruct } from 'constructs';

/** The name of the validation plugin, which may be before the id of a rule: `EventSourceMappings::sqs-duplicate`. */
export const PLUGIN = 'EventSourceMappings';
/** The other names that may: versions of aws-cdk-lib call warnings of constructs differently. */
const OF_CONSTRUCTS = /annotation/i;

/** Where `Validations.of(construct).acknowledge(...)` writes, in versions of aws-cdk-lib that have it. */
const ACKNOWLEDGED_RULES = 'aws:cdk:acknowledged-rules';
/** Where `Annotations.of(construct).acknowledgeWarning(...)` does. */
const ACKNOWLEDGED_WARNINGS = Symbol.for('@aws-cdk/core.Acknowledgements');

interface App extends IConstruct {
  readonly [ACKNOWLEDGED_WARNINGS]?: { has?(path: string, id: string): boolean };
}

/** Whether a rule is acknowledged for a construct: at it, or above it. */
export function isAcknowledged(construct: IConstruct, rule: string): boolean {
  return isAcknowledgedWarning(construct, rule) || construct.node.scopes.some((scope) => rulesOf(scope).includes(rule));
}

/** Asks for the path of a child, because older versions look above a path only. The path of the app itself is empty. */
function isAcknowledgedWarning({ node: { path, root } }: IConstruct, rule: string): boolean {
  const acknowledgements = (root as App)[ACKNOWLEDGED_WARNINGS];
  return [`${path}/_`, '//_'].some((child) => acknowledgements?.has?.(child, rule));
}

function rulesOf({ node }: IConstruct): string[] {
  const acknowledged = node.metadata.filter(({ type }) => type === ACKNOWLEDGED_RULES);
  const ids = acknowledged.flatMap(({ data }) => Object.keys(data as object)).map((id) => id.split('::'));
  const isOurs = ([name, rule]: string[]) => rule === undefined || name === PLUGIN || OF_CONSTRUCTS.test(name);
  return ids.filter(isOurs).map((parts) => parts[parts.length - 1]);
}
