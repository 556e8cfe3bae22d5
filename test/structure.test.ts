import { execFileSync } from 'child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'fs';
import { dirname, join } from 'path';
import * as ts from 'typescript';
import { allEntries } from '../src/analysis/catalog';
import { CONTRACTS } from '../src/sources/contracts';

const ROOT = join(__dirname, '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const filesIn = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });

const SOURCES = readdirSync(join(ROOT, 'src/sources'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const CODE = filesIn('src')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name}`)
  .sort();
/** The generated files, which name every source. */
const LISTS = ['src/sources/contracts.ts', 'src/sources/record-shapes.ts'];
const EXAMPLES = filesIn('examples/typescript')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read('examples/typescript', name))
  .join('\n');

/** The nodes of a file that pass a test, as they are written. */
function written(file: string, test: (node: ts.Node) => boolean): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (test(node)) found.push(node.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importsOf(file: string): string[] {
  return written(
    file,
    (node) => ts.isStringLiteral(node) && (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)),
  ).map((quoted) => quoted.slice(1, -1));
}

/** The folder of src that a file stands in; that of a source has its own name. */
function roomOf(file: string): string {
  const [room, source, inside] = file.replace(/^src\//, '').split('/');
  return inside === undefined || room !== 'sources' ? room.replace(/\.ts$/, '') : `${room}/${source}`;
}

/** The files of a source that are facts and rules; others are its class, and the classes of its values. */
const FACTS = ['contract.ts', 'permissions.ts', 'ports.ts', 'record-shape.ts', 'related.ts', 'rules.ts'];

describe.each(SOURCES)('the source %s', (source) => {
  const folder = `src/sources/${source}`;
  const [, className] = /^export class (\w+) /m.exec(read(folder, 'mapping.ts')) ?? [];

  test('is a folder with a class and a contract', () => {
    expect(readdirSync(join(ROOT, folder))).toEqual(expect.arrayContaining(['contract.ts', 'mapping.ts']));
  });

  test('has no limits in its class', () => {
    expect(
      written(
        `${folder}/mapping.ts`,
        (node) => ts.isIfStatement(node) || ts.isConditionalExpression(node) || ts.isNumericLiteral(node),
      ),
    ).toEqual([]);
  });

  test('makes no constructs in its contract', () => {
    const facts = readdirSync(join(ROOT, folder))
      .filter((name) => FACTS.includes(name))
      .map((name) => `${folder}/${name}`);
    expect(facts.flatMap(importsOf).filter((from) => from === 'constructs')).toEqual([]);
    expect(facts.flatMap((file) => written(file, ts.isNewExpression))).toEqual([]);
  });

  test('is in the generated lists', () => {
    expect(read('src/index.ts')).toMatch(
      new RegExp(`export \\{[^}]*\\b${className},[^}]*\\} from './sources/${source}/mapping'`),
    );
    expect(read('src/sources/contracts.ts')).toContain(`from './${source}/contract'`);
  });

  test('has cases', () => expect(existsSync(join(ROOT, `test/sources/${source}.cases.ts`))).toBe(true));

  test('has a page', () => {
    const page = read('docs/sources', `${source}.md`);
    expect(
      ['When to use', 'Pitfalls', 'Permissions', 'Preconditions', 'Limits'].filter(
        (heading) => !new RegExp(`^#+ ${heading}$`, 'm').test(page),
      ),
    ).toEqual([]);
  });

  test('is in the README', () => {
    expect(read('README.md')).toContain(`/blob/main/docs/sources/${source}.md)`);
    expect(read('README.md')).toContain(`\`${className}\``);
  });

  test('is in the example', () =>
    expect(EXAMPLES).toMatch(new RegExp(`new ${className}\\(|${className}\\.asEventSource\\(`)));
});

describe('imports run one way', () => {
  const FOUNDATION = ['model', 'filters', 'permissions', 'graph'];
  const CAPABILITIES = [...FOUNDATION, 'options', 'related', 'families'];
  const MAY_IMPORT: { readonly [room: string]: readonly string[] } = {
    model: ['model'],
    filters: ['filters', 'model', 'sources'],
    permissions: ['permissions', 'model'],
    graph: ['graph', 'model'],
    options: ['options', 'filters', 'permissions', 'model'],
    related: ['related', 'options', 'graph', 'model'],
    families: CAPABILITIES,
    network: ['network', 'options', 'permissions', 'model'],
    metrics: ['metrics', 'permissions', 'model'],
    explanation: ['explanation', 'related', 'model'],
    construct: ['construct', 'analysis', 'explanation', 'metrics', 'permissions', 'graph', 'model'],
    analysis: ['analysis', 'related', 'options', 'permissions', 'graph', 'model', 'sources'],
    plugin: ['plugin', 'analysis', 'graph', 'model'],
    testing: ['testing', 'analysis', 'graph', 'model'],
    cli: ['cli', 'explanation', 'analysis', 'graph', 'model'],
    ...Object.fromEntries(
      SOURCES.map((source) => [`sources/${source}`, [`sources/${source}`, 'construct', 'metrics', ...CAPABILITIES]]),
    ),
  };

  test.each(CODE.filter((file) => !['src/index.ts', ...LISTS].includes(file)))('into %s', (file) => {
    const rooms = importsOf(file)
      .filter((from) => from.startsWith('.'))
      .map((from) => roomOf(`${join(dirname(file), from)}.ts`));
    expect(rooms.filter((room) => !MAY_IMPORT[roomOf(file)].includes(room))).toEqual([]);
  });

  test('from the library only inside of the repository', () => {
    const library = CODE.filter((file) => !file.startsWith('src/cli/'));
    expect(
      library
        .flatMap(importsOf)
        .filter((from) => !/^(\.{1,2}\/|aws-cdk-lib$|aws-cdk-lib\/|constructs$|(crypto|fs|path)$)/.test(from)),
    ).toEqual([]);
  });

  test('out of the command into nothing that users of the constructs load', () => {
    const library = CODE.filter((file) => !file.startsWith('src/cli/'));
    expect(library.filter((file) => importsOf(file).some((from) => /\/cli\//.test(from)))).toEqual([]);
    expect(Object.keys(JSON.parse(read('package.json')).dependencies ?? {})).toEqual([]);
  });

  test('out of contracts and nothing else, into the list of contracts', () => {
    expect(
      importsOf('src/sources/contracts.ts').filter(
        (from) => from !== '../model/contract' && !/^\.\/[a-z-]+\/contract$/.test(from),
      ),
    ).toEqual([]);
  });
});

describe('what is true of one source stands in its folder, or in that of its family', () => {
  const recognitions = CONTRACTS.map(({ recognition }) => recognition);
  const NAMES = new Set([
    ...CONTRACTS.map(({ id }) => id),
    ...recognitions.flatMap(({ arn, resources, samEvent }) => [
      arn?.service,
      samEvent?.type,
      ...Object.keys(resources),
    ]),
  ]);
  const READERS = [
    'model',
    'filters',
    'permissions',
    'graph',
    'construct',
    'related',
    'analysis',
    'explanation',
    'plugin',
    'testing',
    'cli',
  ];
  /** Kinds of failure destinations, which are called as sources are. */
  const DESTINATIONS = ['src/graph/sam.ts: SQS', 'src/related/destination.ts: AWS::SQS::Queue'];

  test.each(CODE.filter((file) => READERS.includes(roomOf(file))))('%s names no source', (file) => {
    const texts = written(file, ts.isStringLiteralLike).map((quoted) => quoted.slice(1, -1));
    const named = texts.filter((text) => NAMES.has(text)).map((text) => `${file}: ${text}`);
    expect(named.filter((one) => !DESTINATIONS.includes(one))).toEqual([]);
  });
});

test('what is not public in aws-cdk-lib is read in one file', () => {
  const INSIDES =
    /^(cfnProperties|rawOverrides|renderProperties|_toCloudFormation|allocateLogicalId|ACKNOWLEDGED_WARNINGS)$/;
  const isInside = (node: ts.Node) => ts.isIdentifier(node) && INSIDES.test(node.text);
  expect(CODE.filter((file) => written(file, isInside).length > 0)).toEqual(['src/model/cdk-internals.ts']);
});

describe('rules', () => {
  const texts = new Map(
    CODE.map((file) => [file, new Set(written(file, ts.isStringLiteralLike).map((quoted) => quoted.slice(1, -1)))]),
  );
  const names = [...new Set(allEntries().map(({ name }) => name))].sort();

  test.each(names)('%s is declared in one file', (name) => {
    expect([...texts].filter(([, literals]) => literals.has(name)).map(([file]) => file)).toHaveLength(1);
  });

  const TEXTS = ['rule', 'message', 'says', 'reason', 'why'];
  /** The methods that take a text apart: its own, or those of a regular expression. */
  const OF_TEXTS = [
    'endsWith',
    'includes',
    'indexOf',
    'match',
    'matchAll',
    'replace',
    'replaceAll',
    'search',
    'slice',
    'split',
    'startsWith',
    'substring',
  ];
  const OF_EXPRESSIONS = ['exec', 'test'];

  function isText(node: ts.Expression): boolean {
    const name = ts.isPropertyAccessExpression(node) ? node.name : node;
    return ts.isIdentifier(name) && TEXTS.includes(name.text);
  }

  function takesApart(node: ts.Node): boolean {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const {
      expression,
      name: { text: method },
    } = node.expression;
    return (
      (OF_TEXTS.includes(method) && isText(expression)) ||
      (OF_EXPRESSIONS.includes(method) && node.arguments.some(isText))
    );
  }

  test('have ids and texts that no code takes apart, but for the names in words', () => {
    const found = CODE.flatMap((file) => written(file, takesApart).map((call) => `${file}: ${call.split('\n')[0]}`));
    expect(found).toEqual([expect.stringMatching(/^src\/model\/problem-text\.ts: says\.replace\(/)]);
  });
});

describe('one file turns problems into errors and warnings', () => {
  const REPORT = 'src/construct/report.ts';
  /** Files that throw what is no problem of a mapping. */
  const OTHER_ERRORS: { readonly [file: string]: string } = {
    'src/families/queue/record.ts': 'a record for a unit test that no queue would send',
    'src/filters/check-record.ts': 'a record for a unit test that no function would get',
    'src/filters/evaluate.ts': 'a pattern that a unit test can not evaluate',
    'src/filters/json.ts': 'a text that is not JSON; its readers catch it',
    'src/filters/record-encoding.ts': 'a record for a unit test that can not be encoded',
    'src/metrics/event-source-mapping-alarms.ts': 'an alarm that does not go with a mapping that is right',
    'src/metrics/event-source-mapping-dashboard.ts': 'a dashboard that CloudWatch does not take',
    'src/metrics/measured-mapping.ts': 'a metric that a mapping that is right does not have',
    'src/options/mapping-event-source.ts': 'the mapping of an event source, before or after there is the one',
    'src/sources/dynamodb/attribute-values.ts': 'a record for a unit test that no stream would send',
    'src/sources/dynamodb/record.ts': 'a record for a unit test that no stream would send',
  };
  // The command has an exit code and a text for what it can't read.
  const library = CODE.filter((file) => !file.startsWith('src/cli/'));
  const naming = (names: RegExp) =>
    library.filter((file) => written(file, (node) => ts.isIdentifier(node) && names.test(node.text)).length > 0);

  test('errors', () => {
    const throwing = library.filter((file) => written(file, ts.isThrowStatement).length > 0);
    expect(throwing).toEqual([...Object.keys(OTHER_ERRORS), REPORT].sort());
  });

  test('warnings and notes', () =>
    expect(naming(/^(Annotations|add(Error|Warning|WarningV2|Info|InfoV2|Metadata))$/)).toEqual([REPORT]));
});

describe('package registries', () => {
  // In parts, so that this file does not name them itself.
  const HOSTS = [
    ['npmjs', 'org'],
    ['npmjs', 'com'],
    ['yarnpkg', 'com'],
    ['npmmirror', 'com'],
    ['npm', 'pkg', 'github', 'com'],
    ['jsr', 'io'],
    ['pypi', 'org'],
    ['pythonhosted', 'org'],
    ['repo', 'maven', 'apache', 'org'],
    ['repo1', 'maven', 'org'],
    ['sonatype', 'org'],
    ['sonatype', 'com'],
    ['nuget', 'org'],
    ['proxy', 'golang', 'org'],
    ['sum', 'golang', 'org'],
    ['crates', 'io'],
    ['rubygems', 'org'],
    ['jfrog', 'io'],
  ].map((parts) => parts.join('.'));

  test('are named in no file', () => {
    const naming = trackedFiles().flatMap((file) =>
      HOSTS.filter((host) => read(file).includes(host)).map((host) => `${file}: ${host}`),
    );
    expect(naming).toEqual([]);
  });

  test('are not where the lock file says that packages come from', () =>
    expect(read('package-lock.json')).not.toContain('"resolved"'));
});

function trackedFiles(): string[] {
  const names = existsSync(join(ROOT, '.git'))
    ? execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n')
    : walk('.');
  return names.filter((name) => statSync(join(ROOT, name), { throwIfNoEntry: false })?.isFile());
}

/** For a copy that git does not know. */
function walk(folder: string): string[] {
  const made = ['node_modules', 'lib', 'coverage', 'dist', 'cdk.out', 'test-reports', 'target'];
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true }).filter(({ name }) => !made.includes(name));
  return entries.flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
