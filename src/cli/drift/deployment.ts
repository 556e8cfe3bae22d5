import { basename, dirname } from 'path';
import { ListedResource, ListedStack } from './answers';
import { DeploymentPlace, mayBeSamePlace } from './place';
import { stacksIn } from '../../analysis/cloud-assembly';
import { Template } from '../../graph/template';
import { TemplateFile } from '../templates';

/** A template, and what is known of its deployment. */
export interface Deployment {
  readonly file: TemplateFile;
  /** The template, with no other values than those that each deployment has. */
  readonly template: Template;
  /** The name of its stack, where a cloud assembly tells it. */
  readonly stackName?: string;
  /** The stack that it is deployed as; unset where none is listed, or where it may be one of several. */
  readonly stack?: ListedStack;
  /** It may be one of several stacks. */
  readonly isAmbiguous: boolean;
  readonly place: Partial<DeploymentPlace>;
}

/** It is in each app that the AWS CDK synthesizes, and tells none from another. */
const IN_ALL_APPS = 'AWS::CDK::Metadata';
/** A stack is that of a template if they share so much of the smaller one: the template may have changed since. */
const LEAST_SHARED = 0.5;

/** The deployments of templates, among stacks that are listed. */
export class Deployments {
  public readonly all: readonly Deployment[];
  private readonly byTemplate = new Map<Template, Deployment>();

  constructor(files: readonly TemplateFile[], stacks: readonly ListedStack[]) {
    const folders = new Set(files.map(({ file }) => dirname(file)));
    const assemblies = new Map([...folders].map((folder) => [folder, stacksIn(folder)]));
    const nameOf = (file: string) => assemblies.get(dirname(file))!.get(basename(file))?.name;
    this.all = files.map((file) => deploymentOf(file, nameOf(file.file), stacks));
    for (const deployment of this.all) {
      this.byTemplate.set(deployment.file.template, deployment);
      this.byTemplate.set(deployment.template, deployment);
    }
  }

  public of(template: Template): Deployment | undefined {
    return this.byTemplate.get(template);
  }

  /** The deployed resource for a resource of a template, if the stack is known. */
  public resourceOf(template: Template, id: string): ListedResource | undefined {
    return this.of(template)?.stack?.resources.get(id);
  }
}

function deploymentOf(file: TemplateFile, stackName: string | undefined, stacks: readonly ListedStack[]): Deployment {
  const isNamed = ({ name = stackName }: ListedStack) => stackName === undefined || name === stackName;
  const mayBe = (one: ListedStack) => isNamed(one) && mayBeSamePlace(one.place, { region: file.region });
  const counted = stacks.filter(mayBe).map((one) => ({ one, count: sharedOf(file.template, one) }));
  const most = Math.max(1, ...counted.map(({ count }) => count));
  const [found, ...others] = counted.filter(({ count }) => count === most).map(({ one }) => one);
  const stack = others.length === 0 ? found : undefined;
  return {
    file,
    template: file.template.withoutDefaults,
    stackName: stackName ?? stack?.name,
    stack,
    isAmbiguous: others.length > 0,
    place: { region: file.region, ...stack?.place },
  };
}

/** The number of resources that a template and a stack share; 0 if they share too few. */
function sharedOf(template: Template, { resources }: ListedStack): number {
  const isTelling = (type: unknown): type is string => typeof type === 'string' && type !== IN_ALL_APPS;
  const own = Object.entries(
    template.resources as { readonly [id: string]: { readonly Type?: unknown } | null },
  ).flatMap(([id, definition]) => (isTelling(definition?.Type) ? [[id, definition.Type] as const] : []));
  const listed = [...resources.values()].filter(({ type }) => isTelling(type)).length;
  const count = own.filter(([id, type]) => isSameType(type, resources.get(id)?.type)).length;
  return count >= LEAST_SHARED * Math.min(own.length, listed) ? count : 0;
}

/** The resource that AWS SAM generates has another type, and the same id. */
function isSameType(type: string, listed: string | undefined): boolean {
  return listed !== undefined && (type === listed || type.startsWith('AWS::Serverless::'));
}
