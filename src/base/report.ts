import { Annotations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { IConstruct } from 'constructs';
import { optionPath } from './option-names';
import { SourceContract } from '../engine/contract';
import type { Problem } from '../engine/problem';
import { textOf } from '../engine/problem-text';
import { isAcknowledged } from '../template/acknowledgements';

/** An alias and a version know their function. */
interface MaybeQualified extends IFunction {
  readonly lambda?: IFunction;
}

/** Turns the problems of a mapping into one error, and into warnings that can be acknowledged by their rules' ids. */
export class Report {
  /** The rules of the warnings that the mapping has. */
  private readonly warned = new Set<string>();

  constructor(
    private readonly mapping: IConstruct,
    private readonly contract: SourceContract,
    private readonly target: MaybeQualified,
  ) {}

  /** Throws all errors as one, so that there is no mapping. */
  public throwErrors(problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    const errors = this.errorText(problems);
    if (errors !== undefined) throw new Error(errors);
    problems.forEach((problem) => this.warn(problem));
  }

  /**
   * Gives the errors as a synthesis takes them, and warns of the rest.
   *
   * @param isNew whether no other mapping has a warning of the same words
   */
  public atSynthesis(problems: readonly Problem[], isNew: (words: string) => boolean): string[] {
    const warnings = problems.filter((problem) =>
      problem.severity === 'warning' && !this.isAcknowledged(problem.rule) && isNew(problem.rule + this.textOf(problem)));
    warnings.forEach((warning) => this.warn(warning));
    this.takeBackAcknowledged();
    return [this.errorText(problems)].filter((text) => text !== undefined);
  }

  private warn(problem: Problem): void {
    const { rule, page } = problem;
    this.warned.add(rule);
    Annotations.of(this.mapping).addWarningV2(rule, `${this.textOf(problem)} ${page}`);
  }

  /** In the names of the caller's options. */
  private textOf(problem: Problem): string {
    return textOf(problem, (path, option) => optionPath(this.contract, path, option));
  }

  /** Acknowledges at the mapping what is acknowledged at its function, or at the app: aws-cdk-lib looks at neither. */
  private takeBackAcknowledged(): void {
    const rules = [...this.warned].filter((rule) => this.isAcknowledged(rule));
    rules.forEach((rule) => Annotations.of(this.mapping).acknowledgeWarning(rule));
  }

  private isAcknowledged(rule: string): boolean {
    const { lambda = this.target } = this.target;
    return [this.mapping, this.target, lambda].some((construct) => isAcknowledged(construct, rule));
  }

  private errorText(problems: readonly Problem[]): string | undefined {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const lines = errors.map((problem) => `  - ${this.textOf(problem)} [${problem.rule}] ${problem.page}`);
    const title = `Invalid ${this.contract.title} event source mapping at ${this.mapping.node.path}:`;
    return lines.length > 0 ? [title, ...lines].join('\n') : undefined;
  }
}
