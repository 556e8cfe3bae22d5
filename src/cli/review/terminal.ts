import Table from 'cli-table3';
import { createColors } from 'picocolors';
import { COLUMNS, ReviewRow } from './rows';

/** Wider columns are broken into lines. */
const WIDEST = 34;

/** A table for a terminal: columns that say nothing are left out. */
export function terminal(rows: readonly ReviewRow[], withColors: boolean): string {
  if (rows.length === 0) return 'no mappings';
  const { bold, underline } = createColors(withColors);
  const columns = COLUMNS.filter(([name]) => rows.some((row) => row[name] !== ''));
  const files = [...new Set(rows.map(({ file }) => file))];
  return files.map((file) => {
    const own = rows.filter((row) => row.file === file);
    const widths = columns.map(([name, heading]) => Math.min(WIDEST, Math.max(heading.length, ...own.map((row) => longestWord(row[name])))) + 2);
    const head = columns.map(([, heading]) => bold(heading));
    const table = new Table({ head, colWidths: widths, wordWrap: true, style: { head: [], border: [] } });
    own.forEach((row) => table.push(columns.map(([name]) => row[name])));
    return `${underline(file)}\n${table.toString()}`;
  }).join('\n\n');
}

/** Short texts stay on one line. */
function longestWord(text: string): number {
  return text.length <= WIDEST / 2 ? text.length : Math.max(WIDEST / 2, ...text.split(' ').map((word) => word.length));
}
