/** A table, whose columns with nothing in them are left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = head.map((_, column) => column).filter((column) => rows.some((row) => row[column] !== ''));
  const line = (cells: readonly string[]) =>
    `| ${kept.map((column) => cells[column].replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** A name with dots, which a table may break where one part ends. */
export function path(text: string): string {
  return `<code>${text.replace(/\.|(?=\[[A-Z])/g, '$&<wbr>')}</code>`;
}

/**
 * The address of a file for the README, which PyPI, npm, NuGet and Maven show too: its links have to work from there.
 */
export function onGithub(file: string): string {
  return `https://github.com/cdk-event-source-mappings/cdk-event-source-mappings/blob/main/${file}`;
}

/** Links to a page of AWS by what the page is part of: its own name is too long for a table. */
export function awsPage(address: string): string {
  return `[${documentOf(address)}](${address})`;
}

function documentOf(address: string): string {
  if (address.includes('/AWSCloudFormation/')) return 'CloudFormation';
  return address.includes('/api/') ? 'API' : 'guide';
}

/** Replaces what stands between two marks of a file that is written by hand. */
export function replaceBetween(mark: string, text: string, generated: string): string {
  const [start, end] = [`<!-- ${mark}:start -->`, `<!-- ${mark}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n${generated}\n${text.slice(to)}`;
}

/** A word with a capital inside, or several with dots between. */
const NAME = /(?<![\w`/.:-])[a-z]+(?:\.[a-z]\w*)*[A-Z]\w*(?:\.\w+)*(?:\[\])?/g;

/** Marks the names that no ordinary word can be, outside of what is marked already. */
export function markNames(text: string, names: ReadonlySet<string>): string {
  const mark = (name: string) => (names.has(name) ? code(name) : name);
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(NAME, mark) : part))
    .join('`');
}

export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
