import { spawn, spawnSync } from 'child_process';
import { delimiter, join } from 'path';

export const ROOT = join(__dirname, '../..');

/** The last lines of a command that failed are what matters. */
const SHOWN = 25;

/** The variables of a user's shell, without those that npm adds when it runs a script, and without jsii's banners. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  CDK_DISABLE_CLI_TELEMETRY: 'true',
};

const NO_ACCOUNT = {
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
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

/** The exit status of a command, and its output. */
export function spawned(folder: string, [command, ...args]: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const result = spawnSync(command, args, {
    cwd: folder,
    env: { ...ENVIRONMENT, ...environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (result.error) throw result.error;
  return result;
}

/**
 * Types a line into a shell in which the AWS CDK's command is the one that this project pins, and gives how it ended
 * and all that it wrote, in the order of a terminal. The machine's AWS accounts, its CI and its colours are not seen,
 * so that everybody reads the same.
 */
export function typed(
  folder: string,
  line: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<{ status: number; output: string }> {
  const { PATH, ...others } = { ...ENVIRONMENT, ...environment } as NodeJS.ProcessEnv;
  const neutral = Object.fromEntries(
    Object.entries(others).filter(([name]) => !/^(AWS_|CI$|NO_COLOR$|FORCE_COLOR$)/.test(name)),
  );
  const env = {
    ...neutral,
    ...NO_ACCOUNT,
    PATH: [PATH, join(ROOT, 'node_modules/.bin')].join(delimiter),
    CDK_NOTICES: 'false',
  };
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', `exec 2>&1\n${line}`], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** The AWS CDK's command, of the version that this project pins. */
export function cdk(...args: string[]): string[] {
  return [join(ROOT, 'node_modules/.bin/cdk'), ...args, '--no-notices', '--no-version-reporting'];
}
