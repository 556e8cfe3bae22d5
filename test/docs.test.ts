import { existsSync } from 'fs';
import { dirname, join } from 'path';
import * as ts from 'typescript';
import { blocksOf, CodeBlock, examplesOf, FENCE, pagesIn, PUBLIC_FILES, read } from './docs/blocks';

const ROOT = join(__dirname, '..');
const PAGES = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'SECURITY.md', ...pagesIn('docs')];
/**
 * The start of the README's links: PyPI, npm, NuGet and Maven show the README too, and relative links break there.
 */
const REPOSITORY =
  /^https:\/\/github\.com\/cdk-event-source-mappings\/cdk-event-source-mappings\/(?:blob|tree)\/main\//;
const FIXTURE = 'rosetta/default.ts-fixture';
const IMPORT = /^import\s[^;]*;/gm;

interface Block {
  /** The name of the file that the compiler sees. */
  readonly file: string;
  readonly page: string;
  /** The line of the page on which the code begins. */
  readonly line: number;
  readonly text: string;
}

/** A block as a module, whose name the compiler sees. */
function blockOf({ page, line, code }: CodeBlock): Block {
  return { page, line, file: join(ROOT, `${page.replace(/\W/g, '-')}-${line}.ts`), text: moduleOf(code) };
}

/** One line with all imports, so that the lines below it are those of the page. */
function moduleOf(code: string): string {
  const imports = (code.match(IMPORT) ?? []).map((one) => one.replace(/\n/g, ' '));
  const body = code.replace(IMPORT, (one) => one.replace(/[^\n]/g, '')).replace(/^export /gm, '');
  return (
    `import { Construct as This } from 'constructs'; ${imports.join(' ')} export async function block(this: ` +
    `This) {\n${body}\n}`
  );
}

/** The declarations for examples: jsii-rosetta compiles those of the README and of doc comments with the same file. */
function declarationsOf(fixture: string): string {
  return read(fixture)
    .split('\n')
    .filter((line) => line.startsWith('declare '))
    .join('\n');
}

/** The compiler's words for all that is wrong, with the line of the page. */
function errorsIn(blocks: readonly Block[]): string[] {
  const fixture = join(ROOT, 'docs-fixture.d.ts');
  const files = new Map([
    ...blocks.map(({ file, text }): [string, string] => [file, text]),
    [fixture, `${declarationsOf(FIXTURE)}\n${read('test/docs.cdk-nag.ts.txt')}`],
  ]);
  const cdk = dirname(require.resolve('aws-cdk-lib'));
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    types: ['node'],
    experimentalDecorators: true,
    paths: {
      'cdk-event-source-mappings': [join(ROOT, 'src/index.ts')],
      'aws-cdk-lib': [join(cdk, 'index.d.ts')],
      'aws-cdk-lib/*': [join(cdk, '*')],
    },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, languageVersion, ...more) => {
    const text = files.get(file);
    return text === undefined
      ? getSourceFile(file, languageVersion, ...more)
      : ts.createSourceFile(file, text, languageVersion);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const wrong = (file: string) => {
    const source = program.getSourceFile(file)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  };
  return [
    ...program.getOptionsDiagnostics().map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    ...wrong(fixture).map(({ messageText }) => `fixture: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
    ...blocks.flatMap(({ file, page, line }) =>
      wrong(file).map(({ start = 0, file: source, messageText }) => {
        const inBlock = source!.getLineAndCharacterOfPosition(start).line;
        return `${page}:${line + Math.max(inBlock - 1, 0)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      }),
    ),
  ];
}

describe('the examples of the documentation', () => {
  const examples = PUBLIC_FILES.flatMap(examplesOf);
  const blocks = [...PAGES.flatMap(blocksOf), ...examples].map(blockOf);
  const wrong = moduleOf("import { Nothing } from 'cdk-event-source-mappings';\n\nnew Nothing(here);\n");
  // One program for all, because most of its time goes into reading aws-cdk-lib.
  const errors = errorsIn([...blocks, { page: 'wrong.md', line: 10, file: join(ROOT, 'wrong.ts'), text: wrong }]);
  const ofWrong = (error: string) => error.startsWith('wrong.md');

  test('are at each class', () => {
    expect(examples.length).toBeGreaterThan(30);
    expect(examples.filter(({ code }) => code.trim() === '').map(({ page }) => page)).toEqual([]);
  });

  test('compile', () => {
    expect(blocks.length).toBeGreaterThan(0);
    expect(errors.filter((error) => !ofWrong(error))).toEqual([]);
  });

  test('would not compile with a mistake, which is told with its line', () => {
    expect(errors.filter(ofWrong)).toEqual([
      expect.stringMatching(/^wrong.md:10 .*no exported member 'Nothing'/),
      "wrong.md:12 Cannot find name 'here'.",
    ]);
  });
});

function linksOf(page: string): string[] {
  const prose = read(page)
    .replace(FENCE, '')
    .replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\((?<target>[^)\s]+)[^)]*\)/g)]
    .map(({ groups }) => groups!.target.replace(/#.*$/, ''))
    .filter(Boolean);
}

const isRelative = (link: string) => !/^[a-z]+:/.test(link);

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const links = linksOf(page);
  const files = [
    ...links.filter(isRelative).map((link) => join(dirname(page), link)),
    ...links.filter((link) => REPOSITORY.test(link)).map((link) => link.replace(REPOSITORY, '')),
  ];
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test('the links of the README work from where the packages are shown', () => {
  expect(linksOf('README.md').filter((link) => REPOSITORY.test(link)).length).toBeGreaterThan(0);
  expect(linksOf('README.md').filter(isRelative)).toEqual([]);
});
