import { DriftFinding } from './findings';
import { detailsOf, isQuiet, LEVELS, nameOf, TITLES } from './report';
import { failureAnnotations } from '../formats/github';
import { workflowCommand } from '../formats/workflow-command';
import { Failure } from '../scan';

/** Annotations of GitHub, beside the lines of templates; what is the same has none. */
export function github(findings: readonly DriftFinding[], failures: readonly Failure[]): string {
  const annotations = findings
    .filter((finding) => !isQuiet(finding))
    .map((finding) => {
      const { outcome, file, line, explanation } = finding;
      const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
      const title = `${nameOf(finding)} is ${TITLES[outcome]}`;
      const lines = [...detailsOf(finding), explanation];
      return workflowCommand(LEVELS[outcome], { ...place, title }, lines.join('\n'));
    });
  return [...failureAnnotations(failures), ...annotations].join('\n');
}
