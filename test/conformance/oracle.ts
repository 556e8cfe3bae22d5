import { spawnSync } from 'child_process';
import { join } from 'path';
import type { Question } from './arbitraries';

/** The answer of event-ruler to a pattern and its events. */
export interface Answer {
  /** The reason why it is not a pattern, with `$or` as an operator. */
  readonly refused: string | null;
  /** The reason why it is not a pattern at all. */
  readonly error?: string;
  /** For each event, whether it matches. */
  readonly matches?: readonly boolean[];
}

const POM = join(__dirname, 'pom.xml');
const ORACLE = join(__dirname, 'Oracle.java');
const JARS = join(__dirname, 'target', 'jars');

/** The commands of Java and Maven that this machine does not have at all. */
export const MISSING = ['java', 'mvn'].filter(
  (tool) => (spawnSync(tool, ['-version']).error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT',
);

/** Has Maven fetch event-ruler, into a folder that git ignores. */
export function fetchOracle(): void {
  run(
    'mvn',
    ['--quiet', '--batch-mode', '--file', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${JARS}`],
    '',
  );
}

/** Asks all questions at once, because most of the time goes into starting Java. */
export function ask(questions: readonly Question[]): Answer[] {
  const lines = questions.map((question) => JSON.stringify(question)).join('\n');
  const answers = run('java', ['-cp', join(JARS, '*'), ORACLE], `${lines}\n`)
    .trim()
    .split('\n');
  if (answers.length !== questions.length) {
    throw new Error(`${questions.length} questions, and ${answers.length} answers`);
  }
  return answers.map((answer) => JSON.parse(answer) as Answer);
}

function run(command: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
  return stdout;
}
