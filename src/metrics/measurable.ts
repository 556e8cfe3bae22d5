import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Properties, SourceContract } from '../model/contract';
import type { Problem } from '../model/problem';

/**
 * The facts of a mapping, for those who measure it.
 *
 * @internal
 */
export interface Measurable {
  readonly contract: SourceContract;
  readonly properties: Properties;
  readonly target: IFunction;
  /** Throws the problems, but for those that are acknowledged. */
  throwErrors(problems: readonly Problem[]): void;
}
