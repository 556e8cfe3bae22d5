import { execFileSync, spawnSync } from 'child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'fs';
import { basename, join } from 'path';

const ROOT = join(__dirname, '../..');

/**
 * The examples in all languages: without them, TypeScript would stand in the docs of each language as if it were that.
 */
const TABLET = '.jsii.tabl.json.gz';

/** The targets of jsii-pacmak, and the tool that each needs. */
export const TARGETS: readonly { readonly target: string; readonly needs?: string; readonly codeOnly?: boolean }[] = [
  { target: 'js' },
  { target: 'python', needs: 'python3' },
  { target: 'java', needs: 'mvn' },
  // A module is published as its code: whoever uses it compiles it.
  { target: 'go', codeOnly: true },
  { target: 'dotnet', needs: 'dotnet' },
];

/** One language's package. */
export interface Package {
  readonly target: string;
  /** The tool that this machine does not have. */
  readonly missing?: string;
  /** The packed files, by paths that are relative to the project's root. */
  readonly files: readonly string[];
}

/** Whether the machine has a tool at all. */
export function hasTool(name: string): boolean {
  return spawnSync('which', [name]).status === 0;
}

/** Packs the compiled library for each of the languages that this machine has the tools for, into `dist`. */
export function pack(languages = TARGETS.map(({ target }) => target)): Package[] {
  if (!existsSync(join(ROOT, '.jsii'))) throw new Error('There is no .jsii file: make it with `npx projen compile`');
  run('projen', 'rosetta');
  const targets = TARGETS.filter(({ target }) => languages.includes(target));
  targets.forEach(({ target }) => rmSync(join(ROOT, 'dist', target), { recursive: true, force: true }));
  const here = targets.filter(({ needs }) => needs === undefined || hasTool(needs));
  pacmak(
    [],
    here.filter(({ codeOnly }) => !codeOnly).map(({ target }) => target),
  );
  pacmak(
    ['--code-only'],
    here.filter(({ codeOnly }) => codeOnly).map(({ target }) => target),
  );
  return targets.map(({ target, needs }) =>
    existsSync(join(ROOT, 'dist', target))
      ? { target, files: filesIn(join('dist', target)) }
      : { target, files: [], missing: needs },
  );
}

/** The files that users download, with their sizes: the archives, or the many files of a Go module together. */
export function sizesOf(files: readonly string[]): { readonly name: string; readonly kilobytes: number }[] {
  const kilobytes = (some: readonly string[]) =>
    Math.round(some.reduce((sum, file) => sum + statSync(join(ROOT, file)).size, 0) / 1000);
  const archives = files.filter((file) => /\.(tgz|whl|tar\.gz|jar|nupkg)$/.test(file) && !file.includes('/jsii/'));
  if (archives.length === 0) return [{ name: `${files.length} files`, kilobytes: kilobytes(files) }];
  return archives.map((file) => ({ name: basename(file), kilobytes: kilobytes([file]) }));
}

function pacmak(options: readonly string[], targets: readonly string[]): void {
  if (targets.length === 0) return;
  run(
    'jsii-pacmak',
    ...options,
    '--rosetta-tablet',
    TABLET,
    '--rosetta-unknown-snippets',
    'fail',
    '--target',
    ...targets,
  );
}

function run(...command: readonly string[]): void {
  execFileSync('npx', command, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] },
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(join(ROOT, name)).isFile())
    .sort();
}
