import { rmSync } from 'fs';
import { hasTool, pack } from '../projenrc/package/pack';
import { run } from '../test/languages/commands';
import { Language, LANGUAGES } from '../test/languages/languages';
import { copyExample } from '../test/languages/project';

/** A project of a user of another language: the packed library, and the aws-cdk-lib of the example. */
export interface LanguageProject {
  readonly folder: string;
  /** Runs a command in it, and gives what it writes. */
  run(command: readonly string[], more?: NodeJS.ProcessEnv): string;
}

const made = new Map<string, LanguageProject>();

/** The project of a language, which is made once and removed at the end of the process; none without its tool. */
export function projectOf(name: 'Python' | 'Java'): LanguageProject | undefined {
  const language = LANGUAGES.find((one) => one.name === name)!;
  if (!hasTool(language.needs)) return undefined;
  const project = made.get(name) ?? make(language);
  made.set(name, project);
  return project;
}

function make(language: Language): LanguageProject {
  pack([language.name.toLowerCase()]);
  const folder = copyExample(language);
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const environment = language.environment?.(folder);
  const project: LanguageProject = {
    folder,
    run: (command, more) => run(folder, command, { ...environment, ...more }),
  };
  language.install(folder).forEach((command) => project.run(command));
  return project;
}
