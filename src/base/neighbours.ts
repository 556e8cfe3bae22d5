import { join } from 'path';
import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { AppResources } from './app-resources';
import { Report } from './report';
import { checkRules } from '../engine/check';
import { SourceContract, Where } from '../engine/contract';
import type { Problem } from '../engine/problem';
import { KnownSources } from '../template/known-sources';
import { lookOf } from '../template/l1-properties';
import { once } from '../template/once';
import { noteChecked } from '../template/own-mappings';

/** What is known of the app, or of a stage of it, while it is synthesized. */
class Synthesis {
  public resources: AppResources;
  private said = new Set<string>();

  constructor(root: IConstruct) {
    this.resources = new AppResources(root);
    // The root is asked first, each time that it is synthesized, after all edits.
    root.node.addValidation({
      validate: () => {
        this.resources = new AppResources(root);
        this.said = new Set();
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

/** A mapping, as it is checked at synthesis. */
interface Checked {
  readonly resource: CfnResource;
  readonly contract: SourceContract;
  readonly where: Where;
  readonly report: Report;
  /** What the mapping needs that others have to give it: known when all mappings are made. */
  accessProblems(): readonly Problem[];
}

/** Checks, when all edits are done, what stands around a mapping. What is true for many mappings in the same words is said once. */
export function checkAtSynthesis(mapping: IConstruct, checked: Checked): void {
  const { resource, contract, where, report, accessProblems } = checked;
  const synthesis = synthesisAround(Stack.of(mapping));
  const validate = () => {
    const neighbours = synthesis.resources.around(resource, sourcesOf(contract));
    const look = lookOf(neighbours.mapping);
    const problems = checkRules(contract, contract.neighbours, look, { ...where, neighbours });
    noteChecked(() => placeOf(resource));
    return report.atSynthesis([...problems, ...accessProblems()], (words) => synthesis.isNew(words));
  };
  mapping.node.addValidation({ validate });
}

/** For the validation plugin, which sees templates only. */
function placeOf(resource: CfnResource) {
  const stack = Stack.of(resource);
  return { templatePath: join(Stage.of(resource)?.outdir ?? '', stack.templateFile), logicalId: String(stack.resolve(resource.logicalId)) };
}
