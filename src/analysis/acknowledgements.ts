import type { IConstruct } from 'constructs';
import { acknowledgementIn } from '../graph/acknowledgement-metadata';
import { AcknowledgedId, acknowledgedIds, Acknowledgement, acknowledgementOf } from '../graph/acknowledgements';
import { Template, TemplateMapping } from '../graph/template';

/**
 * The rules that authors have acknowledged: in an app at a mapping, at its function, or above either; in a template at
 * the mapping's resource.
 */
export class Acknowledgements {
  /** @param app the root of the app, where it is known */
  constructor(private readonly app?: IConstruct) {}

  /** Every id that is acknowledged in the app. */
  public get ids(): readonly AcknowledgedId[] {
    return this.app === undefined ? [] : acknowledgedIds(this.app);
  }

  public of(rule: string, template: Template, mapping: TemplateMapping): Acknowledgement | undefined {
    return acknowledgementIn(template.metadataOf(mapping.logicalId), rule) ?? this.inApp(rule, template, mapping);
  }

  private inApp(rule: string, template: Template, mapping: TemplateMapping): Acknowledgement | undefined {
    const { app } = this;
    if (app === undefined) return undefined;
    const found = constructPathsOf(template, mapping)
      .map((path) => acknowledgementOf(constructAt(app, path), rule))
      .filter((one) => one !== undefined);
    return found.find(({ reason }) => reason !== undefined) ?? found[0];
  }
}

/** The constructs of a mapping and of what it invokes. An alias and a version name their function as a mapping does. */
function constructPathsOf(template: Template, { logicalId, resource }: TemplateMapping): string[] {
  const invoked = template.find(resource.properties.FunctionName);
  const lambda = template.find(invoked?.properties.FunctionName);
  const paths = [logicalId, invoked?.id, lambda?.id].map((id) => id && template.constructPathOf(id));
  return paths.filter((path) => path !== undefined);
}

/** The construct of a path, or the last one on the way that there is. */
function constructAt(app: IConstruct, path: string): IConstruct {
  return path.split('/').reduce((construct, id) => construct.node.tryFindChild(id) ?? construct, app);
}
