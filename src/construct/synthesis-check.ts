import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { AppResources, watch } from './app-resources';
import { checkEdited } from './edited';
import { Report } from './report';
import { checkAliasOfApp } from '../analysis/alias';
import { checkKnownArn } from '../analysis/known-arn';
import { checkAcknowledgedIds } from '../analysis/unknown-rules';
import { acknowledgedIds } from '../graph/acknowledgements';
import { KnownSources } from '../graph/known-sources';
import { l1PropertiesOf, readerOf } from '../graph/l1-properties';
import { noteChecked } from '../graph/own-mappings';
import { check, checkRules } from '../model/check';
import { Resource, SourceContract, Context } from '../model/contract';
import { IdentityValue } from '../model/identity';
import { memoize } from '../model/memoize';
import type { Problem } from '../model/problem';

/** The facts of an app, or of a stage of it, while it is synthesized. */
class Synthesis {
  public resources: AppResources;
  private said = new Set<string>();
  private hasCheckedIds = false;

  constructor(private readonly root: IConstruct) {
    this.resources = new AppResources(root);
    // The root is asked first, each time that it is synthesized, after all edits.
    root.node.addValidation({
      validate: () => {
        this.resources = new AppResources(root);
        this.said = new Set();
        this.hasCheckedIds = false;
        return [];
      },
    });
  }

  /** The acknowledged ids that no rule has, for the first who asks. */
  public unknownRules(): Problem[] {
    if (this.hasCheckedIds) return [];
    this.hasCheckedIds = true;
    const acknowledged = acknowledgedIds(this.root.node.root).filter(({ path }) => this.concerns(path));
    return acknowledged.length === 0 ? [] : checkAcknowledgedIds(acknowledged);
  }

  /** Other stages are checked when they are synthesized. */
  private concerns(path: string): boolean {
    const own = `${this.root.node.path}/`;
    return path === '' || own === '/' || own.startsWith(`${path}/`) || path.startsWith(own);
  }

  /** Whether nobody has said it yet. */
  public isNew(words: string): boolean {
    const isNew = !this.said.has(words);
    this.said.add(words);
    return isNew;
  }
}

const sourcesOf = memoize(({ recognition }: SourceContract) => new KnownSources([recognition]));

const synthesisOf = memoize((root: IConstruct) => new Synthesis(root));

/** Most mappings stand in a stack that has others, so that the root is not looked for again. */
const synthesisAround = memoize((stack: Stack) => synthesisOf(Stage.of(stack) ?? stack.node.root));

/** A mapping, as it is checked at synthesis. */
interface Checked {
  readonly resource: CfnResource;
  readonly contract: SourceContract;
  readonly context: Context;
  readonly identity: readonly IdentityValue[];
  readonly report: Report;
  /** The problems of access that others have to solve: known when all mappings are made. */
  accessProblems(): readonly Problem[];
}

/**
 * Checks, when all edits are done, the mapping if it was edited, and what stands around it.
 *
 * A warning that many mappings have in the same words is given once.
 */
export function checkAtSynthesis(mapping: IConstruct, checked: Checked): void {
  const { resource, contract, context, identity, report, accessProblems } = checked;
  const synthesis = synthesisAround(Stack.of(mapping));
  const isEdited = watch(resource);
  // The constructor knows neither what comes later, nor the defaults of parameters.
  const ownProblems = (own: Resource & { readonly hasDefaults: boolean }) => {
    if (isEdited()) return checkEdited(contract, own, identity, context);
    // Warnings of what is no default have been given already.
    return own.hasDefaults
      ? check(contract, l1PropertiesOf(own), context).filter(({ severity }) => severity === 'error')
      : [];
  };
  const validate = () => {
    const related = synthesis.resources.around(resource, sourcesOf(contract));
    const reader = readerOf(related.mapping);
    const surroundings = { ...context, related };
    const problems = ownProblems(related.mapping).concat(
      checkKnownArn(contract, reader),
      checkRules(contract, contract.relatedRules, reader, surroundings),
      checkAliasOfApp(reader, surroundings),
      accessProblems(),
      synthesis.unknownRules(),
    );
    noteChecked(resource);
    return report.atSynthesis(problems, resource, (words) => synthesis.isNew(words));
  };
  mapping.node.addValidation({ validate });
}
