import { FileChange, LEVELS, TITLES } from './report';
import { failureAnnotations } from '../formats/github';
import { workflowCommand } from '../formats/workflow-command';
import { Failure } from '../scan';

/** Annotations of GitHub, beside the lines of a pull request. */
export function github(changes: readonly FileChange[], failures: readonly Failure[]): string {
  const annotations = changes.map(({ path, line, logicalId, outcome, properties, explanation }) =>
    workflowCommand(
      LEVELS[outcome],
      { file: path, line, title: `${logicalId} is ${TITLES[outcome]}` },
      [...properties, explanation].join('\n'),
    ),
  );
  return [...failureAnnotations(failures), ...annotations].join('\n');
}
