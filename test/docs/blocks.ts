import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '../..');

/** A block of code in Markdown. */
export const FENCE = /^```(?<language>\w*).*\n(?<code>[\s\S]*?)^```/gm;

export interface CodeBlock {
  readonly page: string;
  /** Where the first line of the code is in its page. */
  readonly line: number;
  readonly code: string;
}

/** The Markdown files of a folder and of all below it, in a fixed order. */
export function pagesIn(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).sort().map((name) => join(folder, name));
}

export function read(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The TypeScript of a page. */
export function blocksOf(page: string): CodeBlock[] {
  const text = read(page);
  return [...text.matchAll(FENCE)].filter(({ groups }) => ['ts', 'typescript'].includes(groups!.language)).map(({ groups, index }) => {
    return { page, line: text.slice(0, index).split('\n').length + 1, code: groups!.code };
  });
}
