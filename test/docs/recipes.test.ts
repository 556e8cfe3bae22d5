import { App } from 'aws-cdk-lib';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import * as ts from 'typescript';
import { blocksOf, CodeBlock, pagesIn } from './blocks';
import { fixture, FIXTURE_NAMES } from './fixture';

const RECIPES = pagesIn('docs/cookbook').filter((page) => !page.endsWith('README.md'));
const GUIDES = ['migration', 'getting-started/typescript', 'escape-hatches', 'company-defaults'];
const PAGES = [...RECIPES, ...pagesIn('docs/migration'), ...GUIDES.map((page) => `docs/${page}.md`)];

const OPTIONS: ts.TranspileOptions = {
  compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
};

/** Runs an example as if it stood in the constructor of a stack, and synthesizes its app. */
function synthesize({ code }: Pick<CodeBlock, 'code'>): CloudAssembly {
  const of = fixture();
  const names = FIXTURE_NAMES.filter(
    (name) => new RegExp(`\\b${name}\\b`).test(code) && !new RegExp(`(const|let) ${name}\\b`).test(code),
  );
  const { outputText } = ts.transpileModule(code, OPTIONS);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is that of the page
  const run = new Function('require', 'exports', ...names, outputText);
  run.call(of('stack'), require, {}, ...names.map(of));
  return (of('app') as App).synth();
}

/** The warnings and errors of this library, which a reader would not expect of an example. */
function complaints(assembly: CloudAssembly): string[] {
  return assembly.stacks
    .flatMap(({ messages }) => messages)
    .filter(({ level }) => level !== 'info')
    .map(({ id, entry }) => `${id}: ${String(entry.data)}`)
    .filter((message) => /event source mapping|\[ack: [a-z-]+\]|docs\.aws\.amazon\.com\/lambda/.test(message));
}

/** An example that shows a mistake on purpose. */
const SHOWS_A_MISTAKE = /throws\(|hasWarning/;

describe.each(PAGES)('%s', (page) => {
  const blocks = blocksOf(page);

  test('has an example', () => expect(blocks.length).toBeGreaterThan(0));

  test.each(blocks)('works: the example at line $line', (block) => {
    const assembly = synthesize(block);
    if (!SHOWS_A_MISTAKE.test(block.code)) expect(complaints(assembly)).toEqual([]);
  });
});

test('an example with a mistake is found', () => {
  const code = `import { SqsEventSourceMapping } from 'cdk-event-source-mappings';
new SqsEventSourceMapping(this, 'Jobs', { queue, target: handler, batchSize: 100 });`;
  expect(() => synthesize({ code })).toThrow('sqs-large-batch-needs-window');
});

test('an example with a doubtful value is found', () => {
  const code = `import { SqsEventSourceMapping } from 'cdk-event-source-mappings';
new SqsEventSourceMapping(this, 'Jobs', { queue: dlq, target: handler });`;
  expect(complaints(synthesize({ code })).join()).toContain('sqs-visibility-timeout-advice');
});

test('there are at least 12 recipes', () => expect(RECIPES.length).toBeGreaterThanOrEqual(12));
