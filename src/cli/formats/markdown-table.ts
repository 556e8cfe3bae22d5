/** A table in Markdown; its cells are Markdown already. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map(lineOf).join('\n');
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The texts that GitHub turns into links or mentions. A zero-width space prevents that. */
const LINKING: readonly (readonly [RegExp, string])[] = [
  [/[@#]/g, '$&&#8203;'],
  [/(https?|ftp):(?=\/\/)/gi, '$1&#8203;:'],
  [/www\.(?=\w)/gi, 'www&#8203;.'],
  [/GH-(?=\d)/gi, 'GH&#8203;-'],
];

/** A text as Markdown that shows it and nothing else: what would be a table, a tag, emphasis or a link is escaped. */
export function cell(text: string): string {
  const linked = LINKING.reduce(
    (words, [expression, instead]) => words.replace(expression, instead),
    escapedForMarkdown(text),
  );
  return linked.replace(/[\r\n]+/g, ' ');
}

function escapedForMarkdown(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/[\\|*_`[\]~$]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
