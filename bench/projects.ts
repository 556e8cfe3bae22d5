import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import * as ts from 'typescript';
import { devDependencies } from '../package.json';
import { pack } from '../projenrc/package/pack';
import { ROOT, run } from '../test/languages/commands';

/** The worker, and what it imports. */
const PROGRAMS = ['worker', 'variants'];

/** A project of a user: the packed library, and an aws-cdk-lib. */
export interface Project {
  readonly folder: string;
  readonly cdkVersion: string;
}

export const OLDEST = devDependencies['aws-cdk-lib'];
export const NEWEST = devDependencies['aws-cdk-lib-newest'].replace(/^.*@/, '');

/** Makes projects with these versions of aws-cdk-lib, and removes them at the end of the process. */
export function makeProjects(...cdkVersions: string[]): Project[] {
  const tarballs = pack(['js'])
    .flatMap(({ files }) => files)
    .map((file) => join(ROOT, file));
  return cdkVersions.map((cdkVersion) => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    process.once('exit', () => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'package.json'), '{}');
    run(folder, ['npm', 'install', '--no-audit', '--no-fund', ...tarballs, `aws-cdk-lib@${cdkVersion}`]);
    PROGRAMS.forEach((name) => compile(name, folder));
    return { folder, cdkVersion };
  });
}

/** What is measured is not a compiler. */
function compile(name: string, folder: string): void {
  const { outputText } = ts.transpileModule(readFileSync(join(__dirname, `${name}.ts`), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  writeFileSync(join(folder, `${name}.js`), outputText);
}

/** Runs node in a project, without the validation of templates that newer versions of aws-cdk-lib have built in. */
export function runNode({ folder }: Project, ...args: string[]): string {
  return run(folder, ['node', ...args], { CDK_VALIDATION: 'false' });
}
