import { projectOf } from './language-projects';
import { inTurn, median } from './processes';
import { Project, runNode } from './projects';
import { Targets } from './targets';
import { table } from '../projenrc/docs/markdown';

const FUNCTION = "require('aws-cdk-lib/aws-lambda').Function;";
const APP = "const { App, Stack } = require('aws-cdk-lib'); [App, Stack];";
const EVENT_SOURCES = "require('aws-cdk-lib/aws-lambda-event-sources').SqsEventSource;";
const OURS = "require('cdk-event-source-mappings').SqsEventSourceMapping;";

type Programs = readonly (readonly [string, string])[];

/** aws-cdk-lib loads what is touched, and its core only when something of the core is. */
const FUNCTION_ONLY: Programs = [
  ['`Function` of aws-cdk-lib/aws-lambda', FUNCTION],
  ['and aws-lambda-event-sources', `${FUNCTION} ${EVENT_SOURCES}`],
  ['and **this library**', `${FUNCTION} ${OURS}`],
];

const WHOLE_APP: Programs = [
  ['`App`, `Stack` and `Function`', `${APP} ${FUNCTION}`],
  ['and aws-lambda-event-sources', `${APP} ${FUNCTION} ${EVENT_SOURCES}`],
  ['and **this library**', `${APP} ${FUNCTION} ${OURS}`],
];

const PYTHON: Programs = [
  ['aws_cdk.aws_lambda', 'import aws_cdk.aws_lambda'],
  ['and aws_cdk.aws_lambda_event_sources', 'import aws_cdk.aws_lambda, aws_cdk.aws_lambda_event_sources'],
  ['and **this library**', 'import aws_cdk.aws_lambda, cdk_event_source_mappings'],
];

/** An import takes milliseconds, so that it takes more processes to see it in the noise of the machine. */
const PROCESSES_A_ROUND = 5;

/** Time to import, in new processes. */
export function imports(project: Project, rounds: number, targets: Targets): string {
  const node = [FUNCTION_ONLY, WHOLE_APP].flatMap((programs) => {
    const taken = times(programs, rounds * PROCESSES_A_ROUND, (code) =>
      runNode(project, ['-e', `const start = performance.now(); ${code} console.log(performance.now() - start)`]),
    );
    targets.note('import', programs[0][0], taken[taken.length - 1] - taken[0]);
    return rowsOf('Node.js', programs, taken);
  });
  return table(['language', 'imported', 'ms', 'ms more'], [...node, ...python(rounds, targets)]);
}

function python(rounds: number, targets: Targets): string[][] {
  const project = projectOf('Python');
  if (project === undefined) return [['Python', 'skipped: no python3', '', '']];
  const taken = times(PYTHON, rounds * PROCESSES_A_ROUND, (code) =>
    project.run([
      '.venv/bin/python',
      '-c',
      `import time; start = time.perf_counter()\n${code}\nprint((time.perf_counter() - start) * 1000)`,
    ]),
  );
  targets.note('python', 'Python', taken[2] - taken[1]);
  return rowsOf('Python', PYTHON, taken);
}

/** Medians of the times of several processes of each program. */
function times(programs: Programs, rounds: number, time: (code: string) => string): number[] {
  return inTurn(programs, rounds, ([, code]) => Number(time(code))).map(median);
}

function rowsOf(language: string, programs: Programs, taken: readonly number[]): string[][] {
  return programs.map(([name], index) => [
    language,
    name,
    taken[index].toFixed(0),
    index === 0 ? '' : (taken[index] - taken[0]).toFixed(1),
  ]);
}
