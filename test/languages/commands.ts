import { spawnSync } from 'child_process';
import { join } from 'path';

export const ROOT = join(__dirname, '../..');

/** The last lines of a command that failed are what matters. */
const SHOWN = 25;

/** What a user's shell has, without what npm adds when it runs a script, and without the banners of jsii. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  CDK_DISABLE_CLI_TELEMETRY: 'true',
};

/** Runs a command to its end, and gives what it wrote to its standard output; throws if it fails. */
export function run(folder: string, command: readonly string[], environment: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawned(folder, command, environment);
  if (status !== 0) {
    const said = `${stdout}\n${stderr}`.trimEnd().split('\n').slice(-SHOWN).join('\n');
    throw new Error(`${command.join(' ')} ended with ${status}:\n${said}`);
  }
  return stdout;
}

/** How a command ended, and what it wrote. */
export function spawned(folder: string, [command, ...args]: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const result = spawnSync(command, args, { cwd: folder, env: { ...ENVIRONMENT, ...environment }, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (result.error) throw result.error;
  return result;
}

/** The AWS CDK's command, of the version that this project pins. */
export function cdk(...args: string[]): string[] {
  return [join(ROOT, 'node_modules/.bin/cdk'), ...args, '--no-notices', '--no-version-reporting'];
}
