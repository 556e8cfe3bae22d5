import { DriftFinding } from './findings';
import { detailsOf, isQuiet, LEVELS, nameOf, summaryOf, TITLES } from './report';
import { cell, table } from '../formats/markdown-table';

const HEADINGS = ['Mapping', 'Is', 'What', 'What to do'];
const NO_TEMPLATE = 'In no template';

/** A table for each file, for the summary of a job; what is the same is in the last line only. */
export function markdown(findings: readonly DriftFinding[]): string {
  const told = findings.filter((finding) => !isQuiet(finding));
  const files = [...new Set(told.map(({ file }) => file))];
  const tables = files.map((file) => {
    const rows = told.filter((finding) => finding.file === file).map(cellsOf);
    return `### ${file === undefined ? NO_TEMPLATE : cell(file)}\n\n${table(HEADINGS, rows)}`;
  });
  return [...tables, `${summaryOf(findings)}.`].join('\n\n');
}

function cellsOf(finding: DriftFinding): string[] {
  const { outcome, explanation } = finding;
  const title = cell(TITLES[outcome]);
  return [
    cell(nameOf(finding)),
    LEVELS[outcome] === 'error' ? `**${title}**` : title,
    detailsOf(finding).map(cell).join('<br>'),
    cell(explanation),
  ];
}
