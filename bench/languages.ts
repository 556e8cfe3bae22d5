import { cpSync, mkdirSync, readFileSync, rmSync } from 'fs';
import { delimiter, dirname, join } from 'path';
import { median } from './processes';
import { table } from '../projenrc/docs/markdown';
import { hasTool, pack } from '../projenrc/package/pack';
import { run } from '../test/languages/commands';
import { LANGUAGES, MAVEN } from '../test/languages/languages';
import { copyExample } from '../test/languages/project';

/** An app in another language, which is written in each of the ways. */
interface Program {
  readonly language: string;
  readonly target: string;
  readonly file: string;
  /** Where it goes in a project of the language. */
  readonly place: string;
  /** Compiles it, and gives the command that runs it. */
  readonly prepare: (folder: string, environment: NodeJS.ProcessEnv) => readonly string[];
}

const PROGRAMS: readonly Program[] = [
  {
    language: 'Python',
    target: 'python',
    file: 'app.py',
    place: 'bench_app.py',
    prepare: () => ['.venv/bin/python', 'bench_app.py'],
  },
  {
    language: 'Java',
    target: 'java',
    file: 'App.java',
    place: 'src/main/java/bench/App.java',
    prepare: (folder, environment) => {
      const written = join(folder, 'classpath');
      run(folder, [...MAVEN, 'compile'], environment);
      const listing = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath';
      run(folder, [...MAVEN, listing, `-Dmdep.outputFile=${written}`], environment);
      return [
        'java',
        '-cp',
        [join(folder, 'target/classes'), readFileSync(written, 'utf8')].join(delimiter),
        'bench.App',
      ];
    },
  },
];

const WAYS = ['none', 'event-sources', 'this library'];

/** The time of a whole program with five mappings, in other languages: from the start of its process to its end. */
export function languages(rounds: number): string {
  const rows = PROGRAMS.flatMap((program) => {
    const language = LANGUAGES.find(({ name }) => name === program.language)!;
    if (!hasTool(language.needs)) return [[program.language, `skipped: no ${language.needs}`, '', '']];
    pack([program.target]);
    const folder = copyExample(language);
    try {
      const environment = language.environment?.(folder) ?? {};
      language.install(folder).forEach((command) => run(folder, command, environment));
      mkdirSync(dirname(join(folder, program.place)), { recursive: true });
      cpSync(join(__dirname, 'languages', program.file), join(folder, program.place));
      const command = program.prepare(folder, environment);
      return rowsOf(program.language, seconds(folder, command, rounds, environment));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  return table(['language', 'way', 's', 'of event-sources'], rows);
}

/** Medians of the ways, which take turns. */
function seconds(
  folder: string,
  command: readonly string[],
  rounds: number,
  environment: NodeJS.ProcessEnv,
): readonly number[] {
  const taken: number[][] = WAYS.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    WAYS.forEach((way, index) => {
      const start = performance.now();
      run(folder, [...command, way], { ...environment, CDK_VALIDATION: 'false' });
      taken[index].push((performance.now() - start) / 1000);
    });
  }
  return taken.map(median);
}

function rowsOf(language: string, taken: readonly number[]): string[][] {
  const reference = taken[WAYS.indexOf('event-sources')];
  return WAYS.map((way, index) => [language, way, taken[index].toFixed(2), (taken[index] / reference).toFixed(2)]);
}
