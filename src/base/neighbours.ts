import { join } from 'path';
import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { AppResources } from './app-resources';
import { optionPath } from './option-names';
import { errorText, warn } from './report';
import { checkRules } from '../engine/check';
import { Neighbours, SourceContract, Where } from '../engine/contract';
import { lookOf } from '../template/l1-properties';
import { noteChecked } from '../template/own-mappings';

/** What is known of the app, or of a stage of it, while it is synthesized. */
class Synthesis {
  public static of(construct: IConstruct): Synthesis {
    const stack = Stack.of(construct);
    const synthesis = this.ofStacks.get(stack) ?? this.ofRoot(Stage.of(stack) ?? stack.node.root);
    this.ofStacks.set(stack, synthesis);
    return synthesis;
  }

  /** Most mappings stand in a stack that has others. */
  private static readonly ofStacks = new WeakMap<Stack, Synthesis>();
  private static readonly ofRoots = new WeakMap<IConstruct, Synthesis>();

  private static ofRoot(root: IConstruct): Synthesis {
    const synthesis = this.ofRoots.get(root) ?? new Synthesis(root);
    this.ofRoots.set(root, synthesis);
    return synthesis;
  }

  private known?: AppResources;
  private mappings = 0;
  private left = 0;
  private readonly said = new Set<string>();

  private constructor(private readonly root: IConstruct) {
    // The root is asked first, each time that it is synthesized, after all edits.
    root.node.addValidation({
      validate: () => {
        this.known = undefined;
        this.left = this.mappings;
        return [];
      },
    });
  }

  public expect(): void {
    this.mappings += 1;
  }

  /** What stands around a mapping; after the last one, nothing of it is kept. */
  public around(resource: CfnResource): Neighbours {
    const resources = this.known ?? new AppResources(this.root);
    this.left -= 1;
    this.known = this.left > 0 ? resources : undefined;
    return resources.around(resource);
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
  synthesis.expect();
  const validate = () => {
    const neighbours = synthesis.around(resource);
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
