import { DriftFinding } from './findings';
import { detailsOf, DRIFT_LEVELS, DRIFT_TITLES, driftSummary, isQuiet, nameOfFinding } from './report';
import { cell, table } from '../formats/markdown-table';

const DRIFT_HEADINGS = ['Mapping', 'Is', 'What', 'What to do'];
const NO_TEMPLATE = 'In no template';

/** A table for each file, for the summary of a job; what is the same is in the last line only. */
export function driftMarkdown(findings: readonly DriftFinding[]): string {
  const told = findings.filter((finding) => !isQuiet(finding));
  const files = [...new Set(told.map(({ file }) => file))];
  const tables = files.map((file) => {
    const rows = told.filter((finding) => finding.file === file).map(findingCells);
    return `### ${file === undefined ? NO_TEMPLATE : cell(file)}\n\n${table(DRIFT_HEADINGS, rows)}`;
  });
  return [...tables, `${driftSummary(findings)}.`].join('\n\n');
}

function findingCells(finding: DriftFinding): string[] {
  const { outcome, explanation } = finding;
  const title = cell(DRIFT_TITLES[outcome]);
  return [
    cell(nameOfFinding(finding)),
    DRIFT_LEVELS[outcome] === 'error' ? `**${title}**` : title,
    detailsOf(finding).map(cell).join('<br>'),
    cell(explanation),
  ];
}
