import { existsSync, readdirSync, readFileSync, rmSync } from 'fs';
import { dirname, join } from 'path';
import * as ts from 'typescript';

const LIB = 'lib';
/** The file that users import, and the one that jest loads by its path. */
const ENTRIES = [join(LIB, 'index.d.ts'), join(LIB, 'testing/snapshot-serializer.d.ts')];

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

/** Leaves out of the compiled library the declarations that no public type leads to. */
const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).map((name) => join(LIB, name));
const reached = new Set<string>();
for (const entry of ENTRIES) addReached(entry, reached);
for (const file of files.filter((name) => name.endsWith('.d.ts') && !reached.has(name))) rmSync(file);
