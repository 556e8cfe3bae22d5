import { join } from 'path';
import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { AppResources } from './app-resources';
import { optionPath } from './option-names';
import { errorText, warn } from './report';
import { checkRules } from '../engine/check';
import { SourceContract, Where } from '../engine/contract';
import { lookOf } from '../template/l1-properties';
import { noteChecked } from '../template/own-mappings';

/** What is known of the app, or of a stage of it, while it is synthesized. */
class Synthesis {
  public static of(construct: IConstruct): Synthesis {
    const root = Stage.of(construct) ?? construct.node.root;
    const synthesis = this.all.get(root) ?? new Synthesis(root);
    this.all.set(root, synthesis);
    return synthesis;
  }

  private static readonly all = new WeakMap<IConstruct, Synthesis>();

  public resources: AppResources;
  private readonly said = new Set<string>();

  private constructor(root: IConstruct) {
    this.resources = new AppResources(root);
    // The root is asked first, each time that it is synthesized, after all edits.
    root.node.addValidation({
      validate: () => {
        this.resources = new AppResources(root);
        return [];
      },
    });
  }

  /** Whether nobody has said it yet. */
  public isNew(words: string): boolean {
    const isNew = !this.said.has(words);
    this.said.add(words);
    return isNew;
  }
}

/** Checks, when all edits are done, what stands around a mapping. What is true for many mappings in the same words is said once. */
export function checkNeighbours(mapping: IConstruct, resource: CfnResource, contract: SourceContract, where: Where): void {
  const synthesis = Synthesis.of(mapping);
  const validate = () => {
    const neighbours = synthesis.resources.around(resource);
    const look = lookOf(neighbours.mapping);
    const problems = checkRules(contract, contract.neighbours, look, (path) => optionPath(contract, path), { ...where, neighbours });
    const warnings = problems.filter(({ severity, rule, message }) => severity === 'warning' && synthesis.isNew(rule + message));
    warnings.forEach((warning) => warn(mapping, warning));
    note(resource);
    return [errorText(mapping, contract, problems)].filter((text) => text !== undefined);
  };
  mapping.node.addValidation({ validate });
}

/** For the validation plugin, which sees templates only. */
function note(resource: CfnResource): void {
  const stack = Stack.of(resource);
  noteChecked(join(Stage.of(resource)?.outdir ?? '', stack.templateFile), String(stack.resolve(resource.logicalId)));
}
