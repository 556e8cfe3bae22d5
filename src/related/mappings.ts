import { ofAll, ownOf } from './find';
import { functionOf } from './invoked';
import { lookOf, MAPPING } from '../graph/l1-properties';
import { once } from '../graph/once';
import { attributeOf } from '../graph/references';
import { Look, Resource, Where } from '../model/contract';
import { isUnknown } from '../model/tokens';

/** A mapping of the app, in the names that rules speak. */
export interface Sibling {
  readonly mapping: Resource;
  readonly look: Look;
}

/** What some mappings have in common; `undefined` where it is not known. */
type Key = (look: Look, where: Where) => string | undefined;

/** All mappings of the app with the key of this one, itself among them: none where this one has no key, or may not be made. */
export function alike(keyOf: Key): (where: Where) => readonly Sibling[] {
  const groups = ofAll(MAPPING, (all, where) => {
    const byKey = new Map<string, Sibling[]>();
    const byMapping = new Map<Resource, Sibling[]>();
    for (const mapping of all.filter(({ conditional }) => !conditional)) {
      const look = lookOf(mapping);
      const key = keyOf(look, where);
      if (key === undefined) continue;
      const group = byKey.get(key) ?? [];
      byKey.set(key, group);
      byMapping.set(ownOf(mapping), group);
      group.push({ mapping, look });
    }
    return byMapping;
  });
  return (where) => (where.neighbours && groups(where).get(ownOf(where.neighbours.mapping))) ?? [];
}

/** Whether a mapping is the one that the rules are asked of. */
export function isThis(mapping: Resource, { neighbours }: Where): boolean {
  return neighbours !== undefined && ownOf(mapping) === ownOf(neighbours.mapping);
}

let resources = 0;

/** It tells resources apart, and costs less than the path of a construct. */
const numberOf = once((_: Resource) => resources++);

/** The same text for references to the same resource; none for what can't be compared. */
export function identityOf(value: unknown, { neighbours }: Where): string | undefined {
  const resource = neighbours?.find(value);
  if (resource) return `#${numberOf(ownOf(resource))}`;
  return isUnknown(value) || value === undefined ? undefined : JSON.stringify(value);
}

/** The function of a mapping, where it is in the app: an alias or a version is another target than the function. */
export function targetOf(look: Look, where: Where): string | undefined {
  const lambda = functionOf(look, where);
  if (!lambda) return undefined;
  const [given] = look.values('functionName');
  const name = where.neighbours?.originOf?.(given) ?? given;
  const { id } = attributeOf(name) ?? {};
  // An alias of AWS SAM is called after its function: `Handler.Alias`.
  const isOneResource = typeof name === 'string' || (id !== undefined && !id.includes('.'));
  return isOneResource ? identityOf(given, where) : `#${numberOf(ownOf(lambda))} ${JSON.stringify(name)}`;
}

/** What a mapping polls: a source with an ARN, or brokers by their names. */
export function polledBy(look: Look, where: Where): string | undefined {
  const [arn] = look.values('eventSourceArn');
  if (arn !== undefined) return identityOf(arn, where);
  const brokers = look.values('selfManagedEventSource.endpoints.kafkaBootstrapServers[]').map((broker) => identityOf(broker, where));
  return brokers.length > 0 ? together(brokers.sort()) : undefined;
}

/** One key of several, of which each has to be known. */
export function together(keys: readonly (string | undefined)[]): string | undefined {
  return keys.includes(undefined) ? undefined : keys.join(' ');
}
