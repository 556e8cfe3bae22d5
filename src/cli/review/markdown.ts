import { COLUMNS, ReviewRow } from './rows';
import { cell, table } from '../formats/markdown-table';

/** A table for a pull request. */
export function markdown(rows: readonly ReviewRow[]): string {
  if (rows.length === 0) return 'No event source mappings.';
  const columns = COLUMNS.filter(([name]) => rows.some((row) => row[name] !== ''));
  const files = [...new Set(rows.map(({ file }) => file))];
  return files.map((file) => {
    const own = rows.filter((row) => row.file === file);
    return `### ${cell(file)}\n\n${table(columns.map(([, heading]) => heading), own.map((row) => columns.map(([name]) => cell(row[name]))))}`;
  }).join('\n\n');
}
