import { DriftFinding } from './findings';
import { detailsOf, DRIFT_LEVELS, DRIFT_TITLES, isQuiet, nameOfFinding } from './report';
import { failureAnnotations } from '../formats/github';
import { workflowCommand } from '../formats/workflow-command';
import { ScanFailure } from '../scan';

/** Annotations of GitHub, beside the lines of templates; what is the same has none. */
export function driftAnnotations(findings: readonly DriftFinding[], failures: readonly ScanFailure[]): string {
  const annotations = findings
    .filter((finding) => !isQuiet(finding))
    .map((finding) => {
      const { outcome, file, line, explanation } = finding;
      const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
      const title = `${nameOfFinding(finding)} is ${DRIFT_TITLES[outcome]}`;
      const lines = [...detailsOf(finding), explanation];
      return workflowCommand(DRIFT_LEVELS[outcome], { ...place, title }, lines.join('\n'));
    });
  return [...failureAnnotations(failures), ...annotations].join('\n');
}
