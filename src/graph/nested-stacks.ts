import { dirname, join } from 'path';
import type { Member, Origin } from './origins';
import type { Template } from './template';

/** A resource that stands for a stack of another template. */
export interface NestedStack {
  readonly id: string;
  /** The file or the address of its template, where that is written out. */
  readonly location: string;
  readonly parameters: { readonly [name: string]: unknown };
}

/** The property that names the template of a nested stack, by the type of its resource. */
export const NESTED_STACKS: { readonly [type: string]: string } = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

const OUTPUT = /^Outputs\.(\w+)$/;
const ADDRESS = /^[a-z][a-z0-9]*:/i;

/** The file of a nested stack's template, by that of the template around it; unset where it is an address. */
export function fileOfNested(file: string, { location }: NestedStack): string | undefined {
  return ADDRESS.test(location) ? undefined : join(dirname(file), location);
}

/** A stack that is made of a template, and the template that says so. */
interface Giver {
  readonly template: Template;
  readonly given: NestedStack;
}

/** The templates that are nested in each other, as far as they are files of the same scan. */
export class NestedStacks {
  private readonly children = new Map<Template, Map<string, Template>>();
  private readonly givers = new Map<Template, Giver[]>();

  constructor(members: readonly Member[]) {
    const byFile = new Map(members.map(({ template, file }) => [file === undefined ? '' : join(file), template]));
    for (const { template, file } of members) {
      for (const given of file === undefined ? [] : template.nestedStacks) {
        const child = byFile.get(fileOfNested(file!, given) ?? '');
        if (child && child !== template) this.add(template, given, child);
      }
    }
  }

  public get areNone(): boolean {
    return this.givers.size === 0;
  }

  /** The value that a parameter is given; none where stacks of the same template are given different ones. */
  public parameterOf(template: Template, name: string): Origin | undefined {
    const [giver, ...others] = this.givers.get(template) ?? [];
    if (giver === undefined || !Object.hasOwn(giver.given.parameters, name)) return undefined;
    const value = giver.given.parameters[name];
    const isGiven = ({ template: parent, given: { parameters } }: Giver) =>
      parent === giver.template && JSON.stringify(parameters[name]) === JSON.stringify(value);
    return others.every(isGiven) ? { template: giver.template, value } : undefined;
  }

  /** The value of an output of a nested stack. */
  public outputOf(template: Template, id: string, attribute: string): Origin | undefined {
    const child = this.children.get(template)?.get(id);
    const [, name] = OUTPUT.exec(attribute) ?? [];
    const output = child?.outputs.find((one) => one.id === name);
    return child && output && { template: child, value: output.value };
  }

  private add(template: Template, given: NestedStack, child: Template): void {
    this.children.set(template, (this.children.get(template) ?? new Map<string, Template>()).set(given.id, child));
    this.givers.set(child, [...(this.givers.get(child) ?? []), { template, given }]);
  }
}
