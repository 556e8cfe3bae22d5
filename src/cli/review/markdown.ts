import { COLUMNS, ReviewRow } from './rows';

/** A table for a pull request. */
export function markdown(rows: readonly ReviewRow[]): string {
  if (rows.length === 0) return 'No event source mappings.';
  const columns = COLUMNS.filter(([name]) => rows.some((row) => row[name] !== ''));
  const files = [...new Set(rows.map(({ file }) => file))];
  return files.map((file) => [
    `### ${cell(file)}`,
    '',
    lineOf(columns.map(([, heading]) => heading)),
    lineOf(columns.map(() => '---')),
    ...rows.filter((row) => row.file === file).map((row) => lineOf(columns.map(([name]) => cell(row[name])))),
  ].join('\n')).join('\n\n');
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** What would be read as a table, as a tag or as emphasis. */
function cell(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/[|*_`[\]]/g, '\\$&').replace(/</g, '&lt;').replace(/\n/g, ' ');
}
