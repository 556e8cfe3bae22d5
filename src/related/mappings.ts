import { ofAll, ownOf } from './find';
import { functionOf } from './invoked';
import { readerOf, MAPPING } from '../graph/l1-properties';
import { memoize } from '../graph/memoize';
import { attributeOf } from '../graph/references';
import { PropertyReader, Resource, Context } from '../model/contract';
import { isUnknown } from '../model/tokens';

/** A mapping of the app, in the names that rules speak. */
export interface Sibling {
  readonly mapping: Resource;
  readonly reader: PropertyReader;
}

/** What some mappings have in common; `undefined` where it is not known. */
type Key = (reader: PropertyReader, context: Context) => string | undefined;

/**
 * All mappings of the app with the key of this one, itself among them: none where this one has no key, or may not be
 * made.
 */
export function alike(keyOf: Key): (context: Context) => readonly Sibling[] {
  const groups = ofAll(MAPPING, (all, context) => {
    const byKey = new Map<string, Sibling[]>();
    const byMapping = new Map<Resource, Sibling[]>();
    for (const mapping of all.filter(({ conditional }) => !conditional)) {
      const reader = readerOf(mapping);
      const key = keyOf(reader, context);
      if (key === undefined) continue;
      const group = byKey.get(key) ?? [];
      byKey.set(key, group);
      byMapping.set(ownOf(mapping), group);
      group.push({ mapping, reader });
    }
    return byMapping;
  });
  return (context) => (context.related && groups(context).get(ownOf(context.related.mapping))) ?? [];
}

/** Whether a mapping is the one that the rules are asked of. */
export function isThis(mapping: Resource, { related }: Context): boolean {
  return related !== undefined && ownOf(mapping) === ownOf(related.mapping);
}

let resources = 0;

/** It tells resources apart, and costs less than the path of a construct. */
const numberOf = memoize((_: Resource) => resources++);

/** The same text for references to the same resource; none for what can't be compared. */
export function identityOf(value: unknown, { related }: Context): string | undefined {
  const resource = related?.find(value);
  if (resource) return `#${numberOf(ownOf(resource))}`;
  return isUnknown(value) || value === undefined ? undefined : JSON.stringify(value);
}

/** The function of a mapping, where it is in the app: an alias or a version is another target than the function. */
export function targetOf(reader: PropertyReader, context: Context): string | undefined {
  const lambda = functionOf(reader, context);
  if (!lambda) return undefined;
  const [given] = reader.values('functionName');
  const name = context.related?.originOf?.(given) ?? given;
  const { id } = attributeOf(name) ?? {};
  // An alias of AWS SAM is called after its function: `Handler.Alias`.
  const isOneResource = typeof name === 'string' || (id !== undefined && !id.includes('.'));
  return isOneResource ? identityOf(given, context) : `#${numberOf(ownOf(lambda))} ${JSON.stringify(name)}`;
}

/** What a mapping polls: a source with an ARN, or brokers by their names. */
export function polledBy(reader: PropertyReader, context: Context): string | undefined {
  const [arn] = reader.values('eventSourceArn');
  if (arn !== undefined) return identityOf(arn, context);
  const brokers = reader
    .values('selfManagedEventSource.endpoints.kafkaBootstrapServers[]')
    .map((broker) => identityOf(broker, context));
  return brokers.length > 0 ? together(brokers.sort()) : undefined;
}

/** One key of several, of which each has to be known. */
export function together(keys: readonly (string | undefined)[]): string | undefined {
  return keys.includes(undefined) ? undefined : keys.join(' ');
}
