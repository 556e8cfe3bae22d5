import { outcomeWords } from './words';
import { recognise } from '../../checks/recognise';
import { isSameImport, wordsOf } from '../../checks/words';
import { Look, SourceContract } from '../../engine/contract';
import { lookAt } from '../../engine/paths';
import { isPresent } from '../../engine/tokens';
import { l1Of } from '../../template/l1-properties';
import { cloudFormationPath } from '../../template/names';
import { Template, TemplateMapping } from '../../template/template';

/** What an update does to a mapping. */
export type Outcome = 'created' | 'deleted' | 'updated' | 'replaced' | 'irreversible' | 'collides' | 'ignored' | 'refused';

/** Those after which the mapping is not what the new template says. */
export const FAILING: readonly Outcome[] = ['collides', 'ignored', 'refused'];

export interface Change {
  readonly logicalId: string;
  readonly outcome: Outcome;
  /** The properties that make it so, each with what it was and what it is to be. */
  readonly properties: readonly string[];
  /** What happens, and the way out where it is not what was meant. */
  readonly explanation: string;
}

/** The properties on whose change CloudFormation makes a new mapping, before it deletes the old one. */
const CREATE_ONLY = ['eventSourceArn', 'selfManagedEventSource', 'startingPosition', 'startingPositionTimestamp'];

/** By what Lambda tells mappings apart. */
const IDENTITY = ['eventSourceArn', 'functionName', 'topics', 'queues'];

const WINDOW = 'maximumBatchingWindowInSeconds';
const BROKERS = 'selfManagedEventSource.endpoints.kafkaBootstrapServers[]';
const VIRTUAL_HOST = 'sourceAccessConfigurations[VIRTUAL_HOST].uri';

/** Sources whose own window, of half a second, can't be asked for. */
const HALF_A_SECOND = ['msk', 'self-managed-kafka', 'active-mq', 'rabbit-mq', 'documentdb'];

interface Side {
  readonly look: Look;
  readonly properties: { readonly [name: string]: unknown };
  readonly contracts: readonly SourceContract[];
}

/** What an update from one template to the other does to each mapping. */
export function changesOf(before: Template, after: Template): Change[] {
  const ids = [...new Set([...before.mappings, ...after.mappings].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [old, young] = [before.mapping(id), after.mapping(id)];
    if (!old) return [created(id, before, after)];
    if (!young) return [{ logicalId: id, outcome: 'deleted', properties: [], explanation: outcomeWords.deleted }];
    return changed(id, sideOf(before, old), sideOf(after, young));
  });
}

function sideOf(template: Template, mapping: TemplateMapping): Side {
  const properties = l1Of(mapping.resource);
  return { properties, look: lookAt(properties), contracts: recognise(template, mapping).contracts };
}

/** A mapping under a new id, where the old one of the same source and function is still there when it is made. */
function created(id: string, before: Template, after: Template): Change {
  const key = keyOf(sideOf(after, after.mapping(id)!));
  const twin = before.mappings.find((mapping) => !after.mapping(mapping.id) && keyOf(sideOf(before, mapping)) === key);
  return twin === undefined
    ? { logicalId: id, outcome: 'created', properties: [], explanation: outcomeWords.created }
    : { logicalId: id, outcome: 'collides', properties: [`logical id: ${twin.id} → ${id}`], explanation: outcomeWords.renamed };
}

function keyOf({ properties }: Side): string {
  return JSON.stringify([...IDENTITY, 'selfManagedEventSource'].map((name) => properties[name]));
}

function changed(logicalId: string, before: Side, after: Side): Change[] {
  const names = [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])];
  const differing = names.filter((name) => !isSame(before.properties[name], after.properties[name]));
  if (differing.length === 0) return [];
  const change = (outcome: Outcome, paths: readonly string[], explanation: string): Change =>
    ({ logicalId, outcome, explanation, properties: paths.map((path) => words(path, before, after)) });

  const replacing = differing.filter((name) => CREATE_ONLY.includes(name));
  if (replacing.length > 0) {
    const collides = IDENTITY.every((name) => !differing.includes(name)) && shareBrokers(before, after);
    return [change(collides ? 'collides' : 'replaced', replacing, collides ? outcomeWords.collides : outcomeWords.replaced)];
  }
  const fixed = fixedRows(before, after);
  const ignored = fixed.filter(({ property }) => /^(topics|queues)\b/.test(property));
  const refused = fixed.filter((row) => !ignored.includes(row));
  const blocked = fixed.length === 0 && after.look.has(VIRTUAL_HOST);
  const irreversible = [before, after].some(({ look }) => look.has(WINDOW) === false) && differing.includes(WINDOW)
    && after.contracts.every(({ id }) => HALF_A_SECOND.includes(id));
  const fates = [
    ...(ignored.length > 0 ? [change('ignored', ignored.map(({ property }) => property), `${ignored[0].identity}. ${outcomeWords.anew}`)] : []),
    ...(refused.length > 0 ? [change('refused', refused.map(({ property }) => property), `${refused[0].identity}. ${outcomeWords.anew}`)] : []),
    ...(blocked ? [change('refused', differing, outcomeWords.blocked)] : []),
    ...(irreversible ? [change('irreversible', [WINDOW], after.look.has(WINDOW) ? outcomeWords.irreversible : outcomeWords.stays)] : []),
  ];
  const told = new Set([...fixed.map(({ property }) => property.split(/[.[]/)[0]), ...(blocked ? differing : []), ...(irreversible ? [WINDOW] : [])]);
  const others = differing.filter((name) => !told.has(name));
  return [...fates, ...(others.length > 0 ? [change('updated', others, outcomeWords.updated)] : [])];
}

/** Lambda knows a self-managed cluster again by any of its brokers. */
function shareBrokers(before: Side, after: Side): boolean {
  const [old, young] = [before, after].map(({ look }) => look.values(BROKERS).map((broker) => JSON.stringify(broker)));
  return young.length === 0 || young.some((broker) => old.includes(broker));
}

/** The rows whose value Lambda can't change, and that has changed. */
function fixedRows(before: Side, after: Side) {
  const rows = after.contracts.length === 1 ? after.contracts[0].rows : [];
  const identities = rows.filter(({ identity }) => identity !== undefined);
  return identities.filter(({ property }) => !isSame(before.look.values(property), after.look.values(property)))
    .map(({ property, identity }) => ({ property: property.replace(/\[\]$/, ''), identity: identity! }));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || isSameImport(one, other);
}

function words(path: string, before: Side, after: Side): string {
  const value = ({ look }: Side) => look.values(path).map(wordsIn).join(', ') || 'none';
  return `${cloudFormationPath(path)}: ${value(before)} → ${value(after)}`;
}

function wordsIn(value: unknown): string {
  return isPresent(value) === false ? '' : wordsOf(value);
}
