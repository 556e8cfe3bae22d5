import { Construct, IConstruct } from 'constructs';
import { isAcknowledged } from '../template/acknowledgements';
import { Template, TemplateMapping } from '../template/template';

/** The rules that the authors of an app have acknowledged: at a mapping, at its function, or above either. */
export class Acknowledgements {
  private readonly app?: IConstruct;

  /** @param app the app, which only newer versions of aws-cdk-lib tell */
  constructor(app: unknown) {
    this.app = Construct.isConstruct(app) ? app : undefined;
  }

  public has(rule: string, template: Template, mapping: TemplateMapping): boolean {
    const { app } = this;
    return app !== undefined && pathsOf(template, mapping).some((path) => isAcknowledged(constructAt(app, path), rule));
  }
}

/** The constructs of a mapping and of what it invokes. An alias and a version name their function as a mapping does. */
function pathsOf(template: Template, { logicalId, resource }: TemplateMapping): string[] {
  const invoked = template.find(resource.properties.FunctionName);
  const lambda = template.find(invoked?.properties.FunctionName);
  const paths = [logicalId, invoked?.id, lambda?.id].map((id) => id && template.constructPathOf(id));
  return paths.filter((path) => path !== undefined);
}

/** The construct of a path, or the last one on the way that there is. */
function constructAt(app: IConstruct, path: string): IConstruct {
  return path.split('/').reduce((construct, id) => construct.node.tryFindChild(id) ?? construct, app);
}
