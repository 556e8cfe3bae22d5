import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { ROOT } from './commands';
import { Language, StartPage } from './languages';

/**
 * The files that a machine adds when the example is tried, and the compiler's paths to the library's own source.
 */
const NOT_COPIED = /\/(node_modules|\.venv|target|cdk\.out|tsconfig\.json)$/;

/** Copies an example to a new folder, where nothing is installed, and gives the folder. */
export function copyExample({ example, manifest, edit, badInput: [program, place] }: Language): string {
  const folder = mkdtempSync(join(tmpdir(), `web-shop-${example}-`));
  cpSync(join(ROOT, 'examples', example), folder, { recursive: true, filter: (file) => !NOT_COPIED.test(file) });
  mkdirSync(dirname(join(folder, place)), { recursive: true });
  cpSync(join(__dirname, 'bad-input', program), join(folder, place));
  if (edit) replaceIn(join(folder, manifest), ...edit);
  return folder;
}

/** Writes the program of a page to a project: that of its section "Write a mapping". */
export function copyProgram(folder: string, { page, place }: StartPage): void {
  const text = readFileSync(join(ROOT, 'docs/getting-started', page), 'utf8');
  const [, program] = /^## Write a mapping\n\n```\w+\n([\s\S]*?)^```/m.exec(text) ?? [];
  if (program === undefined) throw new Error(`${page} has no program`);
  mkdirSync(dirname(join(folder, place)), { recursive: true });
  writeFileSync(join(folder, place), program);
}

/** Replaces a text that has to be there. */
export function replaceIn(file: string, text: string, by: string): void {
  const before = readFileSync(file, 'utf8');
  if (!before.includes(text)) throw new Error(`${file} has no ${text}`);
  writeFileSync(file, before.replace(text, by));
}
