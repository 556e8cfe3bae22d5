import { createColors } from 'picocolors';
import { DriftFinding } from './findings';
import { detailsOf, DRIFT_LEVELS, DRIFT_TITLES, driftSummary, failsCommand, isQuiet, nameOfFinding } from './report';

/** For people, on a terminal. */
export function driftText(findings: readonly DriftFinding[], strict: boolean | undefined, withColors: boolean): string {
  const { bold, red, yellow, cyan, green, dim } = createColors(withColors);
  const colors = { error: red, warning: yellow, notice: cyan };
  const files = new Set(findings.map(({ file }) => file));
  const paragraphs = findings
    .filter((finding) => !isQuiet(finding))
    .map((finding) => {
      const { outcome, file, explanation } = finding;
      const context = files.size > 1 && file !== undefined ? dim(` (${file})`) : '';
      return [
        `${bold(nameOfFinding(finding))} is ${colors[DRIFT_LEVELS[outcome]](DRIFT_TITLES[outcome])}${context}`,
        ...detailsOf(finding).map((line) => `  ${line}`),
        `  ${dim(explanation)}`,
      ].join('\n');
    });
  const same = findings.filter(({ outcome }) => outcome === 'same').map(nameOfFinding);
  const isWrong = findings.some((finding) => failsCommand(finding, strict));
  return [
    ...paragraphs,
    ...(same.length > 0 ? [`${DRIFT_TITLES.same} as deployed: ${same.join(', ')}`] : []),
    (isWrong ? red : green)(driftSummary(findings)),
  ].join('\n\n');
}
