import { Construct, IConstruct } from 'constructs';

/** Where `Validations.of(construct).acknowledge(...)` writes, in versions of aws-cdk-lib that have it. */
const ACKNOWLEDGED_RULES = 'aws:cdk:acknowledged-rules';
/** Where `Annotations.of(construct).acknowledgeWarning(...)` does. */
const ACKNOWLEDGED_WARNINGS = Symbol.for('@aws-cdk/core.Acknowledgements');

interface App extends IConstruct {
  readonly [ACKNOWLEDGED_WARNINGS]?: { has?(path: string, id: string): boolean };
}

/** The rules that the authors of an app have acknowledged, for a construct and what stands in it. */
export class Acknowledgements {
  private readonly app?: App;
  private readonly rules = new Map<IConstruct, ReadonlySet<string>>();

  /**
   * @param app the app, where it is known
   * @param plugin the name before an id that is of this plugin only
   */
  constructor(app: unknown, private readonly plugin: string) {
    this.app = Construct.isConstruct(app) ? app as App : undefined;
  }

  public has(rule: string, path: string | undefined): boolean {
    if (!this.app || path === undefined) return false;
    if (this.app[ACKNOWLEDGED_WARNINGS]?.has?.(path, rule)) return true;
    let construct: IConstruct | undefined = this.app;
    for (const id of ['', ...path.split('/')]) {
      construct = id === '' ? construct : construct?.node.tryFindChild(id);
      if (construct && this.rulesOf(construct).has(rule)) return true;
    }
    return false;
  }

  private rulesOf(construct: IConstruct): ReadonlySet<string> {
    const known = this.rules.get(construct);
    if (known) return known;
    const ids = construct.node.metadata.filter(({ type }) => type === ACKNOWLEDGED_RULES).flatMap(({ data }) => Object.keys(data as object));
    const own = ids.map((id) => id.split('::')).filter((parts) => parts.length === 1 || parts[0] === this.plugin || /annotation/i.test(parts[0]));
    const rules = new Set(own.map((parts) => parts[parts.length - 1]));
    this.rules.set(construct, rules);
    return rules;
  }
}
