import { createColors } from 'picocolors';
import { DriftFinding } from './findings';
import { detailsOf, isFailing, isQuiet, LEVELS, nameOf, summaryOf, TITLES } from './report';

/** For people, on a terminal. */
export function human(findings: readonly DriftFinding[], strict: boolean | undefined, withColors: boolean): string {
  const { bold, red, yellow, cyan, green, dim } = createColors(withColors);
  const colors = { error: red, warning: yellow, notice: cyan };
  const files = new Set(findings.map(({ file }) => file));
  const paragraphs = findings
    .filter((finding) => !isQuiet(finding))
    .map((finding) => {
      const { outcome, file, explanation } = finding;
      const context = files.size > 1 && file !== undefined ? dim(` (${file})`) : '';
      return [
        `${bold(nameOf(finding))} is ${colors[LEVELS[outcome]](TITLES[outcome])}${context}`,
        ...detailsOf(finding).map((line) => `  ${line}`),
        `  ${dim(explanation)}`,
      ].join('\n');
    });
  const same = findings.filter(({ outcome }) => outcome === 'same').map(nameOf);
  const isWrong = findings.some((finding) => isFailing(finding, strict));
  return [
    ...paragraphs,
    ...(same.length > 0 ? [`${TITLES.same} as deployed: ${same.join(', ')}`] : []),
    (isWrong ? red : green)(summaryOf(findings)),
  ].join('\n\n');
}
