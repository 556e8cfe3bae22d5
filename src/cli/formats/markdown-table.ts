/** A table in Markdown; its cells are Markdown already. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map(lineOf).join('\n');
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A text as a cell: what would be read as a table, as a tag or as emphasis is escaped. */
export function cell(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/[|*_`[\]]/g, '\\$&').replace(/</g, '&lt;').replace(/\n/g, ' ');
}
