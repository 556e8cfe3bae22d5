import { spawn } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { connect, createServer } from 'net';
import { join } from 'path';
import { Mapping } from './compare';
import { run } from '../languages/commands';

const HERE = __dirname;
const WAIT_MS = 60_000;
const PAUSE_MS = 200;

/** An AWS on this machine. */
export interface Emulator {
  /** The variables by which the CDK CLI and the SDKs find it. */
  readonly environment: NodeJS.ProcessEnv;
  /** The mappings that it made and deleted so far, a line for each: "create UUID", "delete UUID". */
  events(): string[];
  stop(): void;
}

/** Makes a Python environment with moto and cfn-lint in it, and gives its folder of commands. */
export function installTools(folder: string): string {
  run(folder, ['python3', '-m', 'venv', 'tools']);
  run(folder, ['tools/bin/pip', 'install', '--quiet', '--requirement', join(HERE, 'requirements.txt')]);
  return join(folder, 'tools/bin');
}

export async function startEmulator(tools: string): Promise<Emulator> {
  const port = await freePort();
  const events = join(tools, `events-${port}`);
  const server = spawn(join(tools, 'python'), [join(HERE, 'server.py'), String(port), events], { stdio: 'ignore' });
  await answering(port);
  return {
    environment: {
      // By this name: moto looks for it in the address of a template.
      AWS_ENDPOINT_URL: `http://localhost:${port}`,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    events: () => (existsSync(events) ? readFileSync(events, 'utf8').trimEnd().split('\n') : []),
    stop: () => server.kill(),
  };
}

/** The mappings that Lambda has. */
export function readMappings(tools: string, { environment }: Emulator): Mapping[] {
  return JSON.parse(run('.', [join(tools, 'python'), join(HERE, 'read_mappings.py')], environment)) as Mapping[];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function answering(port: number): Promise<void> {
  for (
    const start = Date.now();
    Date.now() - start < WAIT_MS;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  ) {
    if (await connects(port)) return;
  }
  throw new Error('the emulator does not start');
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
