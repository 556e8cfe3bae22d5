import { projectOf } from './language-projects';
import { inTurn, median } from './processes';
import { Project, runNode } from './projects';
import { Targets } from './targets';
import { table } from '../projenrc/docs/markdown';

const FUNCTION = "require('aws-cdk-lib/aws-lambda').Function;";
const APP = "const { App, Stack } = require('aws-cdk-lib'); [App, Stack];";
const EVENT_SOURCES = "require('aws-cdk-lib/aws-lambda-event-sources').SqsEventSource;";
const OURS = "require('cdk-event-source-mappings').SqsEventSourceMapping;";

/** The imports that are measured in a program that has loaded something before. */
interface Imports {
  readonly loaded: string;
  readonly before: string;
  /** The code of each import, with its name. */
  readonly imported: readonly (readonly [string, string])[];
}

const NODE_IMPORTS = [
  ['aws-lambda-event-sources', EVENT_SOURCES],
  ['**this library**', OURS],
] as const;

/** aws-cdk-lib loads what is touched, and its core only when something of the core is. */
const FUNCTION_ONLY = { loaded: '`Function` of aws-cdk-lib/aws-lambda', before: FUNCTION, imported: NODE_IMPORTS };
const WHOLE_APP = { loaded: '`App`, `Stack` and `Function`', before: `${APP} ${FUNCTION}`, imported: NODE_IMPORTS };

const PYTHON: Imports = {
  loaded: 'aws_cdk.aws_lambda',
  before: 'import aws_cdk.aws_lambda',
  imported: [
    ['aws_cdk.aws_lambda_event_sources', 'import aws_cdk.aws_lambda_event_sources'],
    ['**this library**', 'import cdk_event_source_mappings'],
  ],
};

/** An import takes milliseconds, so that it takes more processes to see it in the noise of the machine. */
const PROCESSES_A_ROUND = 5;

/** Time to import, in new processes that have loaded aws-lambda before. */
export function imports(project: Project, rounds: number, targets: Targets): string {
  const node = [FUNCTION_ONLY, WHOLE_APP].flatMap((program) => {
    const taken = times(program, rounds, (before, code) =>
      runNode(project, [
        '-e',
        `${before} const start = performance.now(); ${code} console.log(performance.now() - start)`,
      ]),
    );
    targets.note('import', program.loaded, taken[1]);
    return rowsOf('Node.js', program, taken);
  });
  return table(['language', 'loaded', 'imported', 'ms'], [...node, ...python(rounds, targets)]);
}

function python(rounds: number, targets: Targets): string[][] {
  const project = projectOf('Python');
  if (project === undefined) return [['Python', '', 'skipped: no python3', '']];
  const taken = times(PYTHON, rounds, (before, code) =>
    project.run([
      '.venv/bin/python',
      '-c',
      `import time\n${before}\nstart = time.perf_counter()\n${code}\nprint((time.perf_counter() - start) * 1000)`,
    ]),
  );
  targets.note('python', 'Python', taken[1] - taken[0]);
  return rowsOf('Python', PYTHON, taken);
}

/** Medians of the times of several processes of each import. */
function times(
  { before, imported }: Imports,
  rounds: number,
  time: (before: string, code: string) => string,
): number[] {
  return inTurn(imported, rounds * PROCESSES_A_ROUND, ([, code]) => Number(time(before, code))).map(median);
}

function rowsOf(language: string, { loaded, imported }: Imports, taken: readonly number[]): string[][] {
  return imported.map(([name], index) => [language, loaded, name, taken[index].toFixed(1)]);
}
