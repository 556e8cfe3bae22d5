import { DriftFinding } from './findings';
import { harmlessJson } from '../harmless';

/** One array, for other programs. */
export function driftJson(findings: readonly DriftFinding[]): string {
  return harmlessJson(findings.map(findingForPrograms));
}

function findingForPrograms(finding: DriftFinding) {
  const { file, logicalId, uuid, outcome, changes, notCompared, explanation } = finding;
  const { candidates, problem, functionArn, source } = finding;
  return {
    file: file ?? null,
    logicalId: logicalId ?? null,
    uuid: uuid ?? null,
    outcome,
    changes: changes.map(({ property, before = null, after = null, default: byDefault }) => ({
      property,
      before,
      after,
      ...(byDefault === undefined ? {} : { default: byDefault }),
    })),
    notCompared,
    ...(candidates.length > 0 ? { candidates } : {}),
    ...(problem === undefined ? {} : { problem }),
    ...(functionArn === undefined ? {} : { functionArn, source: source ?? null }),
    explanation,
  };
}
