import { Change } from './changes';
import { CHANGE_TITLES, changesSummary, FileChange, isFailingChange, NOTHING_CHANGES } from './report';
import { cell, table } from '../formats/markdown-table';

export const CHANGE_HEADINGS = ['Mapping', 'Is', 'Properties', 'What happens'];

/** A table for each file, for a pull request. */
export function diffMarkdown(changes: readonly FileChange[]): string {
  if (changes.length === 0) return sentence(NOTHING_CHANGES);
  const files = [...new Set(changes.map(({ file }) => file))];
  const tables = files.map((file) => {
    const own = changes.filter((change) => change.file === file);
    const rows = own.map((change) => changeCells(change.logicalId, change));
    return `### ${cell(file)}\n\n${table(CHANGE_HEADINGS, rows)}`;
  });
  return [...tables, sentence(changesSummary(changes))].join('\n\n');
}

/** @param name what the mapping is called */
export function changeCells(name: string, change: Change): string[] {
  const title = cell(CHANGE_TITLES[change.outcome]);
  return [
    cell(name),
    isFailingChange(change) ? `**${title}**` : title,
    change.properties.map(cell).join('<br>'),
    cell(change.explanation),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
