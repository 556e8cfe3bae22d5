import { CHANGE_LEVELS, CHANGE_TITLES, FileChange } from './report';
import { failureAnnotations } from '../formats/github';
import { workflowCommand } from '../formats/workflow-command';
import { ScanFailure } from '../scan';

/** Annotations of GitHub, beside the lines of a pull request. */
export function diffAnnotations(changes: readonly FileChange[], failures: readonly ScanFailure[]): string {
  const annotations = changes.map(({ path, line, logicalId, outcome, properties, explanation }) =>
    workflowCommand(
      CHANGE_LEVELS[outcome],
      { file: path, line, title: `${logicalId} is ${CHANGE_TITLES[outcome]}` },
      [...properties, explanation].join('\n'),
    ),
  );
  return [...failureAnnotations(failures), ...annotations].join('\n');
}
