import { find, ofAll, ownOf } from './find';
import { functionOf, nameOfTarget, QUALIFIERS, TARGET } from './invoked';
import { qualifierOf } from './qualifier';
import { readerOf, MAPPING } from '../graph/l1-properties';
import { equalTextOf } from '../graph/references';
import { PropertyReader, RelatedResources, Resource, Context } from '../model/contract';
import { memoize } from '../model/memoize';
import { isUnknown } from '../model/tokens';

/** A mapping of the app, in the names that rules speak. */
export interface Sibling {
  readonly mapping: Resource;
  readonly reader: PropertyReader;
}

/** The key that some mappings have in common; `undefined` where it is not known. */
type Key = (reader: PropertyReader, context: Context) => string | undefined;

/**
 * All mappings of the app with the key of this one, itself among them: none where this one has no key, or may not be
 * made.
 */
export function alike(keyOf: Key): (context: Context) => readonly Sibling[] {
  const groups = ofAll(MAPPING, (all, context) => {
    const byKey = new Map<string, Sibling[]>();
    const byMapping = new Map<Resource, Sibling[]>();
    for (const mapping of all) {
      if (mapping.conditional) continue;
      const reader = readerOf(mapping);
      const key = keyOf(reader, { ...context, related: { ...context.related!, mapping } });
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

/** Whether a mapping is the one that the rules check. */
export function isThis(mapping: Resource, { related }: Context): boolean {
  return related !== undefined && ownOf(mapping) === ownOf(related.mapping);
}

let numbers = 0;

/** It tells resources apart, and costs less than the path of a construct. */
const numberOf = memoize((_: Resource) => numbers++);
const numberOfPlace = memoize((_: object) => numbers++);

/**
 * The same text for references to the same resource, and for equal values of one template or stack; none for what
 * can't be compared.
 */
export function equalityKeyOf(value: unknown, { related }: Context): string | undefined {
  if (value === undefined) return undefined;
  const resource = related?.find(value);
  if (resource) return `#${numberOf(ownOf(resource))}`;
  if (!isUnknown(value)) return JSON.stringify(typeof value === 'string' ? inAnyPartition(value) : value);
  const written = equalTextOf(related?.writtenAs?.(value) ?? value);
  if (written === undefined) return undefined;
  const text = inAnyPartition(written);
  const isLiteral = text.startsWith(ANY_PARTITION) && !text.includes('${');
  return isLiteral ? JSON.stringify(text) : `${scopeWords(related)} ${text}`;
}

const ANY_PARTITION = 'arn:*:';

/** The partition of a stack is the only one whose ARNs it can use, so that writing it out makes no difference. */
function inAnyPartition(text: string): string {
  return text.replace(/^arn:(aws[a-z-]*|\$\{AWS\.Partition\}):/, ANY_PARTITION);
}

/** Names and parameters are known only where they are written. */
function scopeWords(related: RelatedResources | undefined): string {
  return `in ${related?.mapping.writtenIn ? numberOfPlace(related.mapping.writtenIn) : ''}`;
}

/** The function of a mapping, or its name: an alias or a version is another target than the function. */
export function targetOf(reader: PropertyReader, context: Context): string | undefined {
  const [given] = reader.values(TARGET);
  const lambda = functionOf(reader, context);
  if (!lambda) return withName(scopeWords(context.related), given, context);
  const between = find(given, QUALIFIERS, context);
  if (between && isUnknown(between.properties.Name ?? { Ref: '' })) return equalityKeyOf(given, context);
  const qualifier = between ? String(between.properties.Name) : qualifierOf(reader, context);
  // A part of a qualifier that is not known is `*`.
  const isKnown = qualifier !== undefined && !qualifier.includes('*');
  const key = `#${numberOf(ownOf(lambda))}`;
  return isKnown ? `${key}:${qualifier}` : withName(key, given, context);
}

function withName(key: string, target: unknown, context: Context): string | undefined {
  const name = nameOfTarget(target, context);
  return name && `${key} ${name}`;
}

/** The key of what a mapping polls: a source with an ARN, or brokers by their names. */
export function polledBy(reader: PropertyReader, context: Context): string | undefined {
  const [arn] = reader.values('eventSourceArn');
  if (arn !== undefined) return equalityKeyOf(arn, context);
  const brokers = reader
    .values('selfManagedEventSource.endpoints.kafkaBootstrapServers[]')
    .map((broker) => equalityKeyOf(broker, context));
  return brokers.length > 0 ? compositeKey(brokers.sort()) : undefined;
}

/** One key of several, of which each has to be known. */
export function compositeKey(keys: readonly (string | undefined)[]): string | undefined {
  return keys.includes(undefined) ? undefined : keys.join(' ');
}
