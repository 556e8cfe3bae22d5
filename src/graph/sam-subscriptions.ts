import { KnownSources } from './known-sources';
import { SAM_FUNCTION } from './sam';
import { Properties } from '../model/contract';
import { SamSubscription } from '../model/recognition';
import { isAbsent, isKnownObject } from '../model/tokens';

/** A mapping that AWS SAM makes of a subscription to a topic. */
export interface SubscribedMapping {
  readonly id: string;
  readonly properties: Properties;
  /** The path of its properties, within those of the event. */
  readonly path: string;
}

/** The mapping of an event that subscribes by a queue: one that is given, or that AWS SAM makes. */
export function mappingOfSubscription(
  functionName: object,
  eventId: string,
  subscription: SamSubscription,
  event: Properties,
): SubscribedMapping | undefined {
  const { property, given, passedOn } = subscription;
  const asked = event[property];
  const id = `${eventId}EventSourceMapping`;
  if (isTrue(asked)) {
    const made = { 'Fn::GetAtt': [queueIdOf(eventId), 'Arn'] };
    return { id, properties: { FunctionName: functionName, EventSourceArn: made }, path: '' };
  }
  const { [given]: queue, ...others } = structIn(asked);
  if (isAbsent(queue)) return undefined;
  const options = Object.fromEntries(Object.entries(others).filter(([name]) => passedOn.includes(name)));
  return { id, properties: { FunctionName: functionName, EventSourceArn: queue, ...options }, path: `.${property}` };
}

/** The queues that AWS SAM makes for the subscriptions of functions, with nothing but its defaults. */
export function queuesOfSubscriptions(definitions: object, { subscriptions }: KnownSources): object {
  const functions = Object.entries(definitions).filter(([, definition]) => structIn(definition).Type === SAM_FUNCTION);
  return Object.fromEntries(
    functions.flatMap(([id, definition]) => {
      const { Properties: properties, Condition } = structIn(definition);
      const events = Object.entries(structIn(structIn(properties).Events));
      return events.flatMap(([name, event]) => {
        const { Type: type, Properties: own } = structIn(event);
        const subscription = subscriptions.get(String(type));
        const isMade = subscription !== undefined && isTrue(structIn(own)[subscription.property]);
        return isMade ? [[queueIdOf(`${id}${name}`), { Type: subscription.makes, Condition }] as const] : [];
      });
    }),
  );
}

function queueIdOf(eventId: string): string {
  return `${eventId}Queue`;
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** An object whose members are known; an empty one in the place of anything else. */
function structIn(value: unknown): Properties {
  return isKnownObject(value) ? value : {};
}
