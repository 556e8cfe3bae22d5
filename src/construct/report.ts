import { Annotations, CfnResource } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { IConstruct } from 'constructs';
import { optionPath } from './option-names';
import { acknowledgedIn, acknowledgementIn, METADATA_KEY, metadataOf, noteOf } from '../graph/acknowledgement-metadata';
import { Acknowledgement, acknowledgementOf } from '../graph/acknowledgements';
import { SourceContract } from '../model/contract';
import type { Problem } from '../model/problem';
import { Naming, problemText, withNames } from '../model/problem-text';

/** An alias and a version know their function. */
interface MaybeQualified extends IFunction {
  readonly lambda?: IFunction;
}

/** Turns the problems of a mapping into one error, and into warnings. An acknowledged problem is neither. */
export class Report {
  /** The rules that the mapping breaks. */
  private readonly broken = new Set<string>();

  /** @param target the function; undefined where the options can't be read */
  constructor(
    private readonly mapping: IConstruct,
    private readonly contract: SourceContract,
    private readonly target: MaybeQualified | undefined,
  ) {}

  /** Throws what keeps the options from being read. It can't be acknowledged: nothing is there to make a mapping of. */
  public throwUnreadable(problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    throw new Error(
      this.errorText(problems, ({ rule }) =>
        this.acknowledgementOf(rule) === undefined ? '' : " (can't be acknowledged: without it there is no mapping)",
      ),
    );
  }

  /** Throws all errors as one, so that there is no mapping. */
  public throwErrors(problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    const errors = problems.filter((problem) => this.isError(problem));
    if (errors.length > 0) throw new Error(this.errorText(errors));
    problems.forEach((problem) => this.tell(problem));
  }

  /**
   * Gives the errors as a synthesis takes them, and tells of the rest.
   *
   * @param isNew whether no other mapping has a warning of the same words
   */
  public atSynthesis(problems: readonly Problem[], resource: CfnResource, isNew: (words: string) => boolean): string[] {
    const errors = problems.filter((problem) => this.isError(problem, resource));
    for (const problem of problems.filter((one) => !errors.includes(one))) {
      const acknowledgement = this.acknowledgementOf(problem.rule, resource);
      const mayRepeat = problem.severity === 'error' || acknowledgement !== undefined;
      if (mayRepeat || isNew(problem.rule + this.textOf(problem))) this.tell(problem, acknowledgement);
    }
    this.noteAcknowledged(resource);
    // aws-cdk-lib writes the path before it.
    return errors.length > 0 ? [this.linesOf('', errors)] : [];
  }

  private isError({ severity, rule }: Problem, resource?: CfnResource): boolean {
    return severity === 'error' && this.acknowledgementOf(rule, resource) === undefined;
  }

  /** Warns, or leaves a note of an error that is acknowledged. */
  private tell(problem: Problem, acknowledgement = this.acknowledgementOf(problem.rule)): void {
    const { rule, severity, docs } = problem;
    this.broken.add(rule);
    const annotations = Annotations.of(this.mapping);
    if (severity === 'error') {
      annotations.addInfo(noteOf(acknowledgement ?? { rule }, `${this.textOf(problem)} ${docs}`));
    } else if (acknowledgement === undefined) {
      annotations.addWarningV2(rule, `${this.textOf(problem)} ${docs}`);
    }
  }

  /**
   * Takes back the warnings that were acknowledged since, also at the function or the app, where aws-cdk-lib does not
   * look.
   *
   * Others learn from the template what is acknowledged for a rule that is broken.
   */
  private noteAcknowledged(resource: CfnResource): void {
    const acknowledged = [...this.broken]
      .map((rule) => this.acknowledgementOf(rule, resource))
      .filter((one) => one !== undefined);
    if (acknowledged.length === 0) return;
    acknowledged.forEach(({ rule }) => Annotations.of(this.mapping).acknowledgeWarning(rule));
    const written = acknowledgedIn(resource.cfnOptions.metadata);
    const others = acknowledged.filter(({ rule }) => written.every((one) => one.rule !== rule));
    resource.addMetadata(METADATA_KEY, metadataOf([...written, ...others]));
  }

  private acknowledgementOf(rule: string, resource?: CfnResource): Acknowledgement | undefined {
    const { lambda } = this.target ?? {};
    const constructs = [this.mapping, this.target, lambda].filter((one) => one !== undefined);
    const found = constructs.map((construct) => acknowledgementOf(construct, rule)).filter((one) => one !== undefined);
    const inMetadata = acknowledgementIn(resource?.cfnOptions.metadata, rule);
    return inMetadata ?? found.find(({ reason }) => reason !== undefined) ?? found[0];
  }

  private errorText(errors: readonly Problem[], noteOn?: (error: Problem) => string): string {
    return this.linesOf(` at ${this.mapping.node.path}`, errors, noteOn);
  }

  private linesOf(context: string, errors: readonly Problem[], noteOn: (error: Problem) => string = () => ''): string {
    const lines = errors.map((error) => `  - ${this.textOf(error)}${noteOn(error)} [${error.rule}] ${error.docs}`);
    return [`Invalid ${this.contract.title} event source mapping${context}:`, ...lines].join('\n');
  }

  /** In the names of the caller's options. A problem of another resource does not say by itself what to do. */
  private textOf(problem: Problem): string {
    const nameOf: Naming = (path, option) => optionPath(this.contract, path, option);
    const fix = problem.resource === undefined ? undefined : problem.fix;
    return problemText(problem, nameOf) + (fix === undefined ? '' : `: ${withNames(fix, nameOf)}`);
  }
}
