import { Migration, MigrationStep } from './migration';
import { harmlessJson } from '../harmless';

/** For programs. */
export function migrationJson({ steps }: Migration): string {
  return harmlessJson(steps.map(stepForPrograms));
}

function stepForPrograms(step: MigrationStep) {
  const { file, construct, logicalId, adopts, fixed, differences, candidates, rivals, movedFrom, lost } = step;
  return {
    file,
    construct,
    logicalId,
    adopts: adopts ?? null,
    differences: differences.map(({ property, before = null, after = null }) => ({ property, before, after })),
    ...(lost === undefined ? {} : { lost }),
    ...(fixed.length > 0 ? { fixed } : {}),
    ...(candidates.length > 0 ? { candidates, rivals } : {}),
    ...(movedFrom === undefined ? {} : { movedFrom }),
  };
}
