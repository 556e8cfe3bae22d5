import { FileChange, isFailing, NOTHING_CHANGES, summaryOf, TITLES } from './report';
import { cell, table } from '../formats/markdown-table';

const HEADINGS = ['Mapping', 'Is', 'Properties', 'What happens'];

/** A table for each file, for a pull request. */
export function markdown(changes: readonly FileChange[]): string {
  if (changes.length === 0) return sentence(NOTHING_CHANGES);
  const files = [...new Set(changes.map(({ file }) => file))];
  const tables = files.map(
    (file) => `### ${cell(file)}\n\n${table(HEADINGS, changes.filter((change) => change.file === file).map(cellsOf))}`,
  );
  return [...tables, sentence(summaryOf(changes))].join('\n\n');
}

function cellsOf(change: FileChange): string[] {
  const title = cell(TITLES[change.outcome]);
  return [
    cell(change.logicalId),
    isFailing(change) ? `**${title}**` : title,
    change.properties.map(cell).join('<br>'),
    cell(change.explanation),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
