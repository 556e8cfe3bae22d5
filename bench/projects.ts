import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
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

/** A pack of rules for the validation of templates, which needs a newer aws-cdk-lib than the oldest. */
export const PREFLIGHT = 'cdk-preflight@0.0.143';

/**
 * How an app is run: by the CDK CLI with its defaults, where newer versions of aws-cdk-lib validate the templates; so,
 * but not validated; or as a test runs it, with no context, and not validated either.
 */
export type Run = 'default' | 'not validated' | 'in a test';

/** Makes projects with these versions of aws-cdk-lib, and removes them at the end of the process. */
export function makeProjects(...cdkVersions: string[]): Project[] {
  const tarballs = pack(['js'])
    .flatMap(({ files }) => files)
    .map((file) => join(ROOT, file));
  return cdkVersions.map((cdkVersion) => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    process.once('exit', () => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'package.json'), '{}');
    const packages = [...tarballs, `aws-cdk-lib@${cdkVersion}`, ...(cdkVersion === OLDEST ? [] : [PREFLIGHT])];
    run(folder, ['npm', 'install', '--no-audit', '--no-fund', ...packages]);
    PROGRAMS.forEach((name) => compile(name, folder));
    return { folder, cdkVersion };
  });
}

/** Compiles a program first, so that the compiler is not measured. */
function compile(name: string, folder: string): void {
  const { outputText } = ts.transpileModule(readFileSync(join(__dirname, `${name}.ts`), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  writeFileSync(join(folder, `${name}.js`), outputText);
}

/** Runs node in a project, with what an app gets of the CDK CLI. */
export function runNode({ folder }: Project, args: readonly string[], how: Run = 'not validated'): string {
  return run(folder, ['node', ...args], {
    ...(how === 'default' ? {} : { CDK_VALIDATION: 'false' }),
    ...(how === 'in a test' ? {} : { CDK_CONTEXT_JSON: JSON.stringify(contextOf(folder)) }),
  });
}

/** The feature flags that `cdk init` writes into cdk.json, and what the CLI adds to them. */
function contextOf(folder: string): object {
  const flags = join(folder, 'node_modules/aws-cdk-lib/recommended-feature-flags.json');
  return {
    ...(JSON.parse(readFileSync(flags, 'utf8')) as object),
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:enable-asset-metadata': true,
    'aws:cdk:version-reporting': true,
  };
}

/** The size of the installed library on disk. */
export function packageKb({ folder }: Project): number {
  const root = join(folder, 'node_modules/cdk-event-source-mappings');
  const sizes = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(root, name)))
    .filter((stats) => stats.isFile());
  return sizes.reduce((sum, { size }) => sum + size, 0) / 1000;
}
