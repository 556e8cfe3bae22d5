import { readdirSync } from 'fs';
import { delimiter, join } from 'path';
import { ROOT } from './commands';
import { checkLoading } from './loading';
import { checkModules } from './modules';

const DIST = join(ROOT, 'dist');
const MODULE = 'github.com/cdk-event-source-mappings/cdk-event-source-mappings-go/cdkeventsourcemappings';

/** A language whose users install the packed library and run a program with it. */
export interface Language {
  readonly name: string;
  /** The tool without which there is nothing to check. */
  readonly needs: string;
  /** The folder of the example, which is copied to an empty project. */
  readonly example: string;
  /** The file with the packages that the example asks for. */
  readonly manifest: string;
  /** Text of the manifest that is replaced in the copy, because the packed library is in no registry. */
  readonly edit?: readonly [string, string];
  /** Commands that install the packed library and aws-cdk-lib in the project at `folder`. */
  readonly install: (folder: string) => string[][];
  /** Variables that stand for what an activated environment sets. */
  readonly environment?: (folder: string) => NodeJS.ProcessEnv;
  /** Further checks of the installed package. */
  readonly checksInstalled?: readonly { readonly says: string; check(folder: string): string }[];
  /** The program that asks for something impossible, and where it goes in the project. */
  readonly badInput: readonly [string, string];
  readonly runBadInput: readonly string[];
  /** The wrong options, as the messages about it spell them. */
  readonly badOptions: readonly string[];
  /** The first program of the language's page in `docs/getting-started`, where no other test compiles it. */
  readonly startPage?: StartPage;
}

export interface StartPage {
  readonly page: string;
  /** The path of the program in the project. */
  readonly place: string;
  /** Runs it, or only compiles it where it needs the code of a function. */
  readonly command: readonly string[];
}

export const MAVEN = ['mvn', '--quiet', '--batch-mode'];

/** Apart from the machine's: there is an older library of the same version in it. */
const ownRepository = (folder: string) => `-Dmaven.repo.local=${join(folder, '.m2')}`;

export const LANGUAGES: readonly Language[] = [
  {
    name: 'TypeScript',
    needs: 'node',
    example: 'typescript',
    manifest: 'package.json',
    install: () => [['npm', 'install', '--no-audit', '--no-fund', ...filesIn('js', '.tgz')]],
    checksInstalled: [
      { says: 'importing a class loads little more than that', check: checkLoading },
      { says: 'ES modules import what CommonJS requires', check: checkModules },
    ],
    badInput: ['bad-input.ts', 'bad-input.ts'],
    runBadInput: ['npx', 'tsx', 'bad-input.ts'],
    badOptions: ['maxBatchingWindow', 'scaling.maxConcurrency'],
  },
  {
    name: 'Python',
    needs: 'python3',
    example: 'python',
    manifest: 'requirements.txt',
    install: () => [
      ['python3', '-m', 'venv', '.venv'],
      [
        '.venv/bin/pip',
        'install',
        '--quiet',
        '--find-links',
        join(DIST, 'python'),
        '--requirement',
        'requirements.txt',
      ],
    ],
    environment: (folder) => ({ PATH: [join(folder, '.venv/bin'), process.env.PATH].join(delimiter) }),
    badInput: ['bad_input.py', 'bad_input.py'],
    runBadInput: ['.venv/bin/python', 'bad_input.py'],
    badOptions: ['max_batching_window', 'scaling.max_concurrency'],
    startPage: { page: 'python.md', place: 'first_mapping.py', command: ['.venv/bin/python', 'first_mapping.py'] },
  },
  {
    name: 'Java',
    needs: 'mvn',
    example: 'java',
    manifest: 'pom.xml',
    edit: [
      '</project>',
      `<repositories><repository><id>packed</id><url>file://${join(DIST, 'java')}</url></repository></repositories>` +
        '</project>',
    ],
    install: (folder) => [[...MAVEN, ownRepository(folder), 'compile']],
    environment: (folder) => ({ MAVEN_OPTS: ownRepository(folder) }),
    badInput: ['BadInput.java', 'src/main/java/webshop/BadInput.java'],
    runBadInput: [...MAVEN, 'compile', 'exec:java', '-Dexec.mainClass=webshop.BadInput'],
    badOptions: ['maxBatchingWindow', 'scaling.maxConcurrency'],
    startPage: {
      page: 'java.md',
      place: 'src/main/java/com/example/ShopStack.java',
      command: [...MAVEN, 'compile'],
    },
  },
  {
    name: 'Go',
    needs: 'go',
    example: 'go',
    manifest: 'go.mod',
    install: () => [
      // The module asks for the newest aws-cdk asset that npm had when it was packed, which not every mirror of Go
      // modules carries.
      [
        'go',
        'mod',
        'edit',
        '-replace',
        `${MODULE}=${join(DIST, 'go/cdkeventsourcemappings')}`,
        '-exclude',
        'github.com/cdklabs/awscdk-asset-node-proxy-agent-go/nodeproxyagentv6/v2@v2.1.3',
      ],
      ['go', 'mod', 'tidy'],
      ['go', 'vet', '.'],
    ],
    badInput: ['bad_input.go', 'badinput/main.go'],
    runBadInput: ['go', 'run', './badinput'],
    badOptions: ['MaxBatchingWindow', 'Scaling.MaxConcurrency'],
    startPage: { page: 'go.md', place: 'firstmapping/main.go', command: ['go', 'vet', './firstmapping'] },
  },
];

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(DIST, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(DIST, folder, name));
}
