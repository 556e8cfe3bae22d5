import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import * as ts from 'typescript';
import { COMMAND } from './bundled-command';

const LIB = 'lib';
/** What users import, and what jest loads by its path. */
const ENTRIES = [join(LIB, 'index.d.ts'), join(LIB, 'testing/snapshot-serializer.d.ts')];

/** Editors show the comments of declarations. Lines stay, because Node.js shows the one that has thrown. */
function withoutComments(code: string): string {
  const { ESNext: target } = ts.ScriptTarget;
  // Compiled code that is taken for a module of its own would be wrapped once more.
  const options = { target, module: ts.ModuleKind.ESNext, moduleDetection: ts.ModuleDetectionKind.Legacy };
  return ts.transpileModule(code, { fileName: 'file.js', compilerOptions: { ...options, removeComments: true } })
    .outputText;
}

/** Adds a declaration file and all that it takes types from. */
function addReached(file: string, reached: Set<string>): void {
  if (reached.has(file)) return;
  reached.add(file);
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  const own = importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
  for (const { fileName } of own) addReached(declarationOf(join(dirname(file), fileName)), reached);
}

function declarationOf(path: string): string {
  const found = [`${path}.d.ts`, join(path, 'index.d.ts')].find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${path} has no declarations`);
  return found;
}

/** Leaves out of the compiled library what no user reads: comments of code, and declarations that no type leads to. */
const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).map((name) => join(LIB, name));
for (const file of files.filter((name) => name.endsWith('.js') && name !== join(COMMAND))) {
  writeFileSync(file, withoutComments(readFileSync(file, 'utf8')));
}
const reached = new Set<string>();
for (const entry of ENTRIES) addReached(entry, reached);
for (const file of files.filter((name) => name.endsWith('.d.ts') && !reached.has(name))) rmSync(file);
