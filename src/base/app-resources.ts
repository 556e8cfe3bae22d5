import { CfnResource, Stack, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { PathResolver } from './path-resolver';
import { Neighbours, Properties, Resource } from '../engine/contract';
import { referencesIn } from '../template/references';

/** What a resource puts into its template, with all that escape hatches changed: nothing that is public in aws-cdk-lib tells it. */
interface Synthesizable {
  _toCloudFormation?(): object;
}

interface Definition {
  readonly Properties?: Properties;
  readonly Condition?: string;
}

interface AppResource extends Resource {
  /** Its account and Region. */
  readonly environment: string;
}

/**
 * The resources of an app, as their templates will have them.
 *
 * They refer to each other by their constructs' paths instead of logical ids, so that a reference leads into other stacks too.
 */
export class AppResources {
  private readonly resolver = new PathResolver();
  private readonly read = new Map<CfnResource, AppResource>();
  private readonly lists = new Map<string, readonly Resource[]>();
  private types?: Map<string, CfnResource[]>;

  constructor(private readonly root: IConstruct) {}

  public around(construct: CfnResource): Neighbours {
    const mapping = this.resourceOf(construct);
    return {
      mapping,
      find: (value) => this.named(referencesIn(value)),
      all: (type) => this.all(type, mapping.environment),
    };
  }

  /** In a name of several parts, what comes first says what it is: a function, and then its version. */
  private named(ids: readonly string[]): Resource | undefined {
    const target = ids.map((id) => this.resolver.targets.get(id)).find((one) => one !== undefined);
    return target && this.resourceOf(target);
  }

  private all(type: string, environment: string): readonly Resource[] {
    const key = `${type} ${environment}`;
    const known = this.lists.get(key);
    if (known) return known;
    this.types ??= byType(this.root);
    const resources = (this.types.get(type) ?? []).map((resource) => this.resourceOf(resource));
    const all = resources.filter((one) => one.environment === environment);
    this.lists.set(key, all);
    return all;
  }

  private resourceOf(resource: CfnResource): AppResource {
    const known = this.read.get(resource);
    if (known) return known;
    const { Properties: properties = {}, Condition } = this.definitionOf(resource);
    const found = {
      id: this.resolver.idOf(resource),
      type: resource.cfnResourceType,
      properties,
      conditional: Condition !== undefined,
      environment: Stack.of(resource).environment,
    };
    this.read.set(resource, found);
    return found;
  }

  private definitionOf(resource: CfnResource): Definition {
    const template = (resource as Synthesizable)._toCloudFormation?.() ?? {};
    const { Resources = {} } = Tokenization.resolve(template, { scope: resource, resolver: this.resolver, preparing: false });
    return Object.values<Definition>(Resources)[0] ?? {};
  }
}

function byType(root: IConstruct): Map<string, CfnResource[]> {
  const types = new Map<string, CfnResource[]>();
  for (const resource of root.node.findAll().filter(CfnResource.isCfnResource)) {
    const same = types.get(resource.cfnResourceType) ?? [];
    types.set(resource.cfnResourceType, same);
    same.push(resource);
  }
  return types;
}
