import { CheckReport, findingsOf, notesOf, unreadText } from './report';
import { Level, workflowCommand } from './workflow-command';
import { Finding } from '../findings';
import { ScanFailure } from '../scan';

/** Annotations of GitHub, beside the lines of a pull request. */
export function checkAnnotations(report: CheckReport): string {
  const findings = findingsOf(report).map((finding) => annotation(finding.severity, finding));
  const notes = report.checked.flatMap(notesOf).map((finding) => annotation('notice', finding));
  const unread = report.unread.map((one) => workflowCommand('notice', { file: one.file }, unreadText(one)));
  return [...failureAnnotations(report.failures), ...findings, ...notes, ...unread].join('\n');
}

function annotation(level: Level, { file, line, rule, logicalId, message, docs }: Finding): string {
  return workflowCommand(level, { file, line, title: rule }, `${logicalId}: ${message} ${docs}`);
}

export function failureAnnotations(failures: readonly ScanFailure[]): string[] {
  return failures.map(({ file, reason }) => workflowCommand('error', { file }, `${file} ${reason}`));
}
