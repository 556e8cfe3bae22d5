import { spawnSync } from 'child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { Journey, journeysOf } from './journeys';
import { Project } from './projects';

const FOLDER = join(__dirname, '__snapshots__');

/** Compares what a user read with what was read last. */
export function checkSnapshot(project: Project, { name }: Journey, transcript: string, update: boolean): void {
  const file = fileOf(project, name);
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, transcript);
    return;
  }
  if (!existsSync(file)) throw new Error(`there is no snapshot of it: write one with -u, and read it\n${transcript}`);
  const { status, stdout } = spawnSync('diff', ['--unified', '--label', 'snapshot', '--label', 'now', file, '-'], {
    input: transcript,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout);
}

/** Throws for snapshots whose journey is gone. */
export function forgotten(projects: readonly Project[]): void {
  const expected = projects.flatMap((project) => journeysOf(project).map(({ name }) => fileOf(project, name)));
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(FOLDER, name));
  const others = files.filter((file) => !expected.includes(file));
  if (others.length > 0) throw new Error(others.join('\n'));
}

function fileOf({ folder }: Project, journey: string): string {
  return join(FOLDER, folder, `${journey}.txt`);
}
