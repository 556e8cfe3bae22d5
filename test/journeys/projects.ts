import { cpSync, mkdirSync, readdirSync, rmSync } from 'fs';
import { delimiter, join } from 'path';
import { devDependencies } from '../../package.json';
import { ROOT, typed } from '../languages/commands';

const NEWEST = devDependencies['aws-cdk-lib-newest'].replace('npm:aws-cdk-lib@', '');
/** Each registry gets new versions some days apart. */
const NEWEST_IN_PYPI = '2.275.0';
const CDK_NAG = '3.0.2';

/**
 * A project of one language, as `cdk init` makes it, with the packed library and the web shop of the examples in it.
 */
export interface Project {
  readonly name: 'TypeScript' | 'Python';
  /** The target for which the library is packed. */
  readonly target: string;
  /** The tool without which there is no journey. */
  readonly needs: string;
  /** The folder of the apps and of the snapshots. */
  readonly folder: string;
  /** The file that the `cdk.json` of the project names, and its name among the apps. */
  readonly app: string;
  readonly appOf: (journey: string) => string;
  readonly make: (folder: string) => Promise<void>;
  /** Variables that stand for what an activated environment sets. */
  readonly environment?: (folder: string) => NodeJS.ProcessEnv;
}

const TYPESCRIPT: Project = {
  name: 'TypeScript',
  target: 'js',
  needs: 'node',
  folder: 'typescript',
  app: 'bin/shop.ts',
  appOf: (journey) => `${journey}.ts`,
  make: async (folder) => {
    await init(folder, `typescript --lib-version ${NEWEST}`);
    rmSync(join(folder, 'test'), { recursive: true });
    copyModules('examples/typescript', join(folder, 'lib/web-shop'), /^(?!app|demo|describe).*\.ts$/);
    await successful(
      folder,
      `npm install --no-audit --no-fund aws-cdk-lib@${NEWEST} cdk-nag@${CDK_NAG} ${join(ROOT, 'dist/js')}/*.tgz`,
    );
  },
};

const PYTHON: Project = {
  name: 'Python',
  target: 'python',
  needs: 'python3',
  folder: 'python',
  app: 'app.py',
  appOf: (journey) => `${journey.replaceAll('-', '_')}.py`,
  make: async (folder) => {
    await init(folder, `python --lib-version ${NEWEST_IN_PYPI}`);
    copyModules('examples/python/web_shop', join(folder, 'web_shop'), /\.py$/);
    await successful(folder, 'python3 -m venv .venv');
    await successful(
      folder,
      '.venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements.txt ' +
        `aws-cdk-lib==${NEWEST_IN_PYPI} cdk-nag==${CDK_NAG} --find-links ${join(ROOT, 'dist/python')} ` +
        `cdk-event-source-mappings`,
    );
  },
  environment: (folder) => ({ PATH: [join(folder, '.venv/bin'), process.env.PATH].join(delimiter) }),
};

export const PROJECTS: readonly Project[] = [TYPESCRIPT, PYTHON];

async function init(folder: string, options: string): Promise<void> {
  mkdirSync(folder);
  await successful(folder, `cdk init app --generate-only --language ${options}`);
}

function copyModules(example: string, to: string, names: RegExp): void {
  readdirSync(join(ROOT, example))
    .filter((name) => names.test(name))
    .forEach((name) => cpSync(join(ROOT, example, name), join(to, name)));
}

async function successful(folder: string, line: string): Promise<void> {
  const { status, output } = await typed(folder, line);
  if (status !== 0) throw new Error(`${line} ended with ${status}:\n${output}`);
}
