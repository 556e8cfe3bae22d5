import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** A block of code in Markdown. */
export const FENCE = /^```(?<language>\w*).*\n(?<code>[\s\S]*?)^```/gm;

export interface CodeBlock {
  readonly page: string;
  /** The line of the page on which the code begins. */
  readonly line: number;
  readonly code: string;
}

/** The Markdown files of a folder and of all below it, in a fixed order. */
export function pagesIn(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
}

export function read(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The TypeScript of a page. */
export function blocksOf(page: string): CodeBlock[] {
  const text = read(page);
  return [...text.matchAll(FENCE)]
    .filter(({ groups }) => ['ts', 'typescript'].includes(groups!.language))
    .map(({ groups, index }) => {
      return { page, line: text.slice(0, index).split('\n').length + 1, code: groups!.code };
    });
}

/** The examples in the doc comments of the classes that a file exports; a class without one has no code. */
export function examplesOf(file: string): CodeBlock[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
  return source.statements
    .filter(ts.isClassDeclaration)
    .filter(isPublic)
    .flatMap((statement) => {
      const tags = ts.getJSDocTags(statement).filter(({ tagName }) => tagName.text === 'example');
      const examples = tags.length === 0 ? [''] : tags.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '');
      const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
      return examples.map((code) => ({ page: `${file} ${statement.name!.text}`, line, code }));
    });
}

/** The files whose exports users import, as the generated index lists them. */
export const PUBLIC_FILES = [...read('src/index.ts').matchAll(/from '\.\/(.*)'/g)].map(([, file]) => `src/${file}.ts`);

function isPublic(statement: ts.ClassDeclaration): boolean {
  const exported = new RegExp(`\\b${statement.name!.text}\\b`).test(read('src/index.ts'));
  return exported && !ts.getJSDocTags(statement).some(({ tagName }) => tagName.text === 'internal');
}
