import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Properties, SourceContract } from '../model/contract';
import type { Problem } from '../model/problem';

/**
 * What a mapping knows of itself, for those who measure it.
 *
 * @internal
 */
export interface Measurable {
  readonly contract: SourceContract;
  readonly properties: Properties;
  readonly target: IFunction;
  /** What is acknowledged is not thrown. */
  throwErrors(problems: readonly Problem[]): void;
}
