import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { hasTool } from '../projenrc/package/pack';
import { ROOT, run, spawned } from '../test/languages/commands';

let installed: string | undefined;

export function hasCfnLint(): boolean {
  return hasTool('python3');
}

/** The seconds that cfn-lint takes for templates, from the start of the process to its end. */
export function lint(templates: readonly string[]): number {
  const command = (installed ??= install());
  const start = performance.now();
  spawned('.', [command, '--format', 'json', '--regions', 'eu-central-1', '--', ...templates]);
  return (performance.now() - start) / 1000;
}

/** The version that the tests have. */
function install(): string {
  const requirements = readFileSync(join(ROOT, 'test/emulator/requirements.txt'), 'utf8').split('\n');
  const version = requirements.find((line) => line.startsWith('cfn-lint=='))!;
  const folder = mkdtempSync(join(tmpdir(), 'bench-cfn-lint-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  run(folder, ['python3', '-m', 'venv', '.venv']);
  run(folder, ['.venv/bin/pip', 'install', '--quiet', version]);
  return join(folder, '.venv/bin/cfn-lint');
}
