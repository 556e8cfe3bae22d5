import { DriftFinding } from './findings';

/** What JSON allows, and a terminal obeys. */
const UNPRINTABLE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** One array, for other programs. */
export function json(findings: readonly DriftFinding[]): string {
  const text = JSON.stringify(findings.map(forPrograms), undefined, 2);
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function forPrograms(finding: DriftFinding) {
  const { file, logicalId, uuid, outcome, changes, notCompared, explanation } = finding;
  const { candidates, problem, functionArn, source } = finding;
  return {
    file: file ?? null,
    logicalId: logicalId ?? null,
    uuid: uuid ?? null,
    outcome,
    changes: changes.map(({ property, before = null, after = null, default: byDefault }) =>
      ({ property, before, after, ...(byDefault === undefined ? {} : { default: byDefault }) })),
    notCompared,
    ...(candidates.length > 0 ? { candidates } : {}),
    ...(problem === undefined ? {} : { problem }),
    ...(functionArn === undefined ? {} : { functionArn, source: source ?? null }),
    explanation,
  };
}
