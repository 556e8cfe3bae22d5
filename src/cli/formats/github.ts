import { findingsOf, Report } from './report';
import { workflowCommand } from './workflow-command';
import { Failure } from '../scan';

/** Annotations of GitHub, beside the lines of a pull request. */
export function github(report: Report): string {
  const findings = findingsOf(report).map(({ file, line, severity, rule, logicalId, message, page }) =>
    workflowCommand(severity, { file, line, title: rule }, `${logicalId}: ${message} ${page}`));
  return [...failureAnnotations(report.failures), ...findings].join('\n');
}

export function failureAnnotations(failures: readonly Failure[]): string[] {
  return failures.map(({ file, reason }) => workflowCommand('error', { file }, `${file} ${reason}`));
}
