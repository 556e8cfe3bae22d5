import { Annotations } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Problem, SourceContract } from '../engine/contract';

/** Throws all errors as one; a warning goes to the construct, where it can be acknowledged by its rule's id. */
export function report(mapping: IConstruct, contract: SourceContract, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const errors = errorText(mapping, contract, problems);
  if (errors !== undefined) throw new Error(errors);
  problems.forEach((problem) => warn(mapping, problem));
}

export function errorText({ node }: IConstruct, { title }: SourceContract, problems: readonly Problem[]): string | undefined {
  const lines = problems.filter(({ severity }) => severity === 'error').map(({ message, rule, page }) => `  - ${message} [${rule}] ${page}`);
  return lines.length > 0 ? [`Invalid ${title} event source mapping at ${node.path}:`, ...lines].join('\n') : undefined;
}

export function warn(mapping: IConstruct, { rule, message, page }: Problem): void {
  Annotations.of(mapping).addWarningV2(rule, `${message} ${page}`);
}
