import { join } from 'path';
import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { AppResources } from './app-resources';
import { optionPath } from './option-names';
import { errorText, warn } from './report';
import { checkRules } from '../engine/check';
import { SourceContract, Where } from '../engine/contract';
import { KnownSources } from '../template/known-sources';
import { lookOf } from '../template/l1-properties';
import { once } from '../template/once';
import { noteChecked } from '../template/own-mappings';

/** What is known of the app, or of a stage of it, while it is synthesized. */
class Synthesis {
  public resources: AppResources;
  private readonly said = new Set<string>();

  constructor(root: IConstruct) {
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

const sourcesOf = once(({ recognition }: SourceContract) => new KnownSources([recognition]));

const synthesisOf = once((root: IConstruct) => new Synthesis(root));

/** Most mappings stand in a stack that has others, so that the root is not looked for again. */
const synthesisAround = once((stack: Stack) => synthesisOf(Stage.of(stack) ?? stack.node.root));

/** Checks, when all edits are done, what stands around a mapping. What is true for many mappings in the same words is said once. */
export function checkNeighbours(mapping: IConstruct, resource: CfnResource, contract: SourceContract, where: Where): void {
  const synthesis = synthesisAround(Stack.of(mapping));
  const validate = () => {
    const neighbours = synthesis.resources.around(resource, sourcesOf(contract));
    const look = lookOf(neighbours.mapping);
    const problems = checkRules(contract, contract.neighbours, look, (path) => optionPath(contract, path), { ...where, neighbours });
    const warnings = problems.filter(({ severity, rule, message }) => severity === 'warning' && synthesis.isNew(rule + message));
    warnings.forEach((warning) => warn(mapping, warning));
    noteChecked(() => placeOf(resource));
    return [errorText(mapping, contract, problems)].filter((text) => text !== undefined);
  };
  mapping.node.addValidation({ validate });
}

/** For the validation plugin, which sees templates only. */
function placeOf(resource: CfnResource) {
  const stack = Stack.of(resource);
  return { templatePath: join(Stage.of(resource)?.outdir ?? '', stack.templateFile), logicalId: String(stack.resolve(resource.logicalId)) };
}
