import { cpSync, mkdirSync, readFileSync } from 'fs';
import { delimiter, dirname, join } from 'path';
import { LanguageProject, projectOf } from './language-projects';
import { inTurn, median } from './processes';
import { table } from '../projenrc/docs/markdown';
import { MAVEN } from '../test/languages/languages';

/** An app in another language, which is written in each of the ways. */
interface Program {
  readonly language: 'Python' | 'Java';
  readonly file: string;
  /** The path of the file in a project of the language. */
  readonly place: string;
  /** Compiles it, and gives the command that runs it. */
  prepare(project: LanguageProject): readonly string[];
}

const PROGRAMS: readonly Program[] = [
  {
    language: 'Python',
    file: 'app.py',
    place: 'bench_app.py',
    prepare: () => ['.venv/bin/python', 'bench_app.py'],
  },
  {
    language: 'Java',
    file: 'App.java',
    place: 'src/main/java/bench/App.java',
    prepare: (project) => {
      const listed = join(project.folder, 'classpath');
      const listing = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath';
      project.run([...MAVEN, 'compile', listing, `-Dmdep.outputFile=${listed}`]);
      return ['java', '-cp', ['target/classes', readFileSync(listed, 'utf8')].join(delimiter), 'bench.App'];
    },
  },
];

const WAYS = ['none', 'event-sources', 'this library'];

/** The time of a whole program with five mappings, in other languages: from the start of its process to its end. */
export function languages(rounds: number): string {
  const rows = PROGRAMS.flatMap((program) => {
    const { language, file, place } = program;
    const project = projectOf(language);
    if (project === undefined) return [[language, 'skipped: it is not installed', '', '']];
    const copied = join(project.folder, place);
    mkdirSync(dirname(copied), { recursive: true });
    cpSync(join(__dirname, 'languages', file), copied);
    const command = program.prepare(project);
    return rowsOf(language, inTurn(WAYS, rounds, (way) => secondsOf(project, [...command, way])).map(median));
  });
  return table(['language', 'way', 's', 'of event-sources'], rows);
}

function secondsOf(project: LanguageProject, command: readonly string[]): number {
  const start = performance.now();
  project.run(command, { CDK_VALIDATION: 'false' });
  return (performance.now() - start) / 1000;
}

function rowsOf(language: string, taken: readonly number[]): string[][] {
  const reference = taken[WAYS.indexOf('event-sources')];
  return WAYS.map((way, index) => [language, way, taken[index].toFixed(2), (taken[index] / reference).toFixed(2)]);
}
