import type { Template } from './template';

/** A value, and the template that it stands in. */
export interface Origin {
  readonly template: Template;
  readonly value: unknown;
}

/** A parameter that the AWS CDK makes to hand a reference to a nested stack. */
const HANDED_ON = /^referenceto/;

/** Where values come from that templates take from each other: exports, and parameters of nested stacks. */
export class Origins {
  private readonly known = new Map<string, Origin | undefined>();

  constructor(templates: readonly Template[]) {
    for (const template of templates) {
      for (const { name, value } of template.exports) this.add(`export ${name}`, { template, value });
      for (const { properties: { Parameters: parameters } } of template.all('AWS::CloudFormation::Stack')) {
        Object.entries(parameters ?? {}).filter(([name]) => HANDED_ON.test(name)).forEach(([name, value]) => this.add(`parameter ${name}`, { template, value }));
      }
    }
  }

  public of(value: unknown): Origin | undefined {
    const { 'Fn::ImportValue': imported, Ref: parameter } = (value ?? {}) as { 'Fn::ImportValue'?: unknown; 'Ref'?: unknown };
    return this.known.get(typeof imported === 'string' ? `export ${imported}` : `parameter ${String(parameter)}`);
  }

  /** A name that stands for two values tells nothing. */
  private add(key: string, origin: Origin): void {
    this.known.set(key, this.known.has(key) ? undefined : origin);
  }
}
