import { Annotations } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Problem, SourceContract } from '../engine/contract';

/** Throws all errors as one; a warning goes to the construct, where it can be acknowledged by its rule's id. */
export function report(mapping: IConstruct, contract: SourceContract, problems: readonly Problem[]): void {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    const lines = errors.map((error) => `  - ${error.message} [${error.rule}] ${error.page}`);
    throw new Error([`Invalid ${contract.title} event source mapping at ${mapping.node.path}:`, ...lines].join('\n'));
  }
  for (const { rule, message, page } of problems) {
    Annotations.of(mapping).addWarningV2(rule, `${message} ${page}`);
  }
}
