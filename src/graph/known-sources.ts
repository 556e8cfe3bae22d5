import { textOf } from './references';
import { Recognition, SamEvent, SamSubscription } from '../model/recognition';

/** The types of resources whose ARNs name a service, of those that are no sources. */
const OTHER_SERVICES: readonly (readonly [service: string, prefixes: readonly string[]])[] = [
  ['lambda', ['AWS::Lambda::', 'AWS::Serverless::']],
  ['secretsmanager', ['AWS::SecretsManager::']],
  ['sns', ['AWS::SNS::']],
];

/** The facts of the ARNs of a service. */
interface Service {
  /** The prefixes of the types of its resources. */
  readonly prefixes: readonly string[];
  /** No resource has the ARN, so that apps put it together, with an account that they know. */
  readonly isPutTogether: boolean;
}

/** The facts of contracts about the sources of a template, for those who read it. */
export class KnownSources {
  /** The events of AWS SAM that make a mapping, by their type. */
  public readonly events: ReadonlyMap<string, SamEvent>;
  /** The resources of which other events make a mapping, by the type of the event. */
  public readonly subscriptions: ReadonlyMap<string, SamSubscription>;
  private readonly services: ReadonlyMap<string, Service>;
  private readonly repeated: ReadonlySet<string>;

  constructor(recognitions: readonly Recognition[]) {
    const events = recognitions.map(({ samEvent }) => samEvent).filter((event) => event !== undefined);
    this.events = new Map(events.map((event) => [event.type, event]));
    const subscriptions = events.map(({ subscription }) => subscription).filter((one) => one !== undefined);
    this.subscriptions = new Map(subscriptions.map((one) => [one.event, one]));
    this.services = servicesOf(recognitions);
    this.repeated = new Set(
      recognitions.flatMap(({ resources }) =>
        Object.entries(resources).flatMap(([type, { repeats = [] }]) =>
          repeats.map((attribute) => `${type} ${attribute}`),
        ),
      ),
    );
  }

  /** Whether an attribute of a resource of this type repeats the property of the same name. */
  public repeats(type: string, attribute: string): boolean {
    return this.repeated.has(`${type} ${attribute}`);
  }

  /** The services that the ARNs of resources of a type may name; none where that is not known. */
  public servicesOf(type: string): string[] {
    return [...this.services]
      .filter(([, { prefixes }]) => prefixes.some((prefix) => type.startsWith(prefix)))
      .map(([name]) => name);
  }

  /**
   * Whether a value that refers to a resource of this type names it: an ARN may only borrow its name, for another
   * service or account.
   */
  public mayName(value: unknown, type: string): boolean {
    const [, name, account] = /^arn:[^:]*:([a-z0-9-]+):[^:]*:([^:]*)/.exec(textOf(value) ?? '') ?? [];
    const service = name === undefined ? undefined : this.services.get(name);
    if (!service) return true;
    return (
      service.prefixes.some((prefix) => type.startsWith(prefix)) && (service.isPutTogether || !/^\d{12}$/.test(account))
    );
  }
}

function servicesOf(recognitions: readonly Recognition[]): Map<string, Service> {
  const services = new Map(
    OTHER_SERVICES.map(([name, prefixes]): [string, Service] => [name, { prefixes, isPutTogether: false }]),
  );
  for (const { arn, resources } of recognitions) {
    if (arn === undefined) continue;
    const prefixes = Object.keys(resources).map((type) => type.slice(0, type.lastIndexOf('::') + 2));
    const known = services.get(arn.service)?.prefixes ?? [];
    const isPutTogether = Object.values(resources).every(({ attributes }) => attributes.length === 0);
    services.set(arn.service, { prefixes: [...known, ...prefixes], isPutTogether });
  }
  return services;
}
