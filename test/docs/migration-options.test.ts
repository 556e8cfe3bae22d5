import { readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import * as ts from 'typescript';
import { read } from './blocks';

const VERSIONS = ['aws-cdk-lib', 'aws-cdk-lib-newest'];

/** The classes of aws-lambda-event-sources that make mappings, by the words of the page. */
const GROUPS: { readonly [word: string]: readonly string[] } = {
  all: ['Sqs', 'Kinesis', 'KinesisConsumer', 'Dynamo', 'ManagedKafka', 'SelfManagedKafka'],
  streams: ['Kinesis', 'KinesisConsumer', 'Dynamo'],
  Kafka: ['ManagedKafka', 'SelfManagedKafka'],
};

/** Their options are those of other classes' arguments. */
const INTERFACES = ['ProvisionedPollerConfig', 'GlueSchemaRegistryProps', 'ConfluentSchemaRegistryProps'];

/** They make subscriptions, notifications and routes. */
const NO_MAPPINGS = ['Api', 'S3', 'S3V2', 'Sns', 'Stream'];

/** The declarations of a module of aws-cdk-lib. */
class Declarations {
  private readonly statements: readonly ts.Statement[];

  constructor(version: string, ...modules: readonly string[]) {
    const lib = dirname(require.resolve(`${version}/package.json`));
    const files = modules.flatMap((name) => filesIn(join(lib, name, 'lib')));
    this.statements = files.flatMap((file) => [
      ...ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true).statements,
    ]);
  }

  public get eventSources(): string[] {
    const names = this.statements.filter(ts.isClassDeclaration).map(({ name }) => name!.text);
    return names.flatMap((name) => /^(\w+)EventSource(V2)?$/.exec(name)?.slice(1, 3).join('') ?? []);
  }

  /** The options of a class's constructor, whose struct is its last parameter. */
  public optionsOfClass(name: string): string[] {
    const found = this.statements.filter(ts.isClassDeclaration).find((one) => one.name?.text === name)!;
    const { parameters } = found.members.find(ts.isConstructorDeclaration)!;
    return this.optionsOf(parameters.at(-1)!.type!.getText());
  }

  /** The options of a struct, those that it inherits included. */
  public optionsOf(name: string): string[] {
    const found = this.statements.filter(ts.isInterfaceDeclaration).find((one) => one.name.text === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    const inherited = (found.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap(({ expression }) => this.optionsOf(expression.getText().replace(/^.*\./, ''))),
    );
    const own = found.members.filter(ts.isPropertySignature).map((member) => member.name.getText());
    return [...own, ...inherited];
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => join(folder, file));
}

/** The rows of the table below a heading of a page, without the marks of code. */
function rowsOf(page: string, heading: string): string[][] {
  const [, section = ''] = read(page).split(`\n## ${heading}\n`);
  const lines = section.replace(/\n## [^]*$/, '').split('\n');
  const rows = lines.filter((line) => line.startsWith('| ')).map((line) => line.replace(/`/g, '').split('|'));
  return rows.slice(2).map((cells) => cells.slice(1, -1).map((cell) => cell.trim()));
}

const listed = (cell: string) => cell.split(/, */);

describe('the options of aws-lambda-event-sources', () => {
  const declared = VERSIONS.map((version) => new Declarations(version, 'aws-lambda-event-sources', 'aws-lambda'));
  const PAGE = 'docs/migration/aws-lambda-event-sources.md';

  test('are those of the classes that make mappings', () => {
    const known = [...GROUPS.all, ...NO_MAPPINGS];
    for (const { eventSources } of declared) expect(eventSources.filter((name) => !known.includes(name))).toEqual([]);
    expect(declared[1].eventSources).toEqual(expect.arrayContaining([...GROUPS.all]));
  });

  test.each([...GROUPS.all, ...INTERFACES])('are all in the table of the guide, and no others: of %s', (name) => {
    const wanted = declared.flatMap((one) =>
      INTERFACES.includes(name) ? one.optionsOf(name) : one.optionsOfClass(`${name}EventSource`),
    );
    const isOf = (cell: string) => listed(cell).some((word) => word === name || GROUPS[word]?.includes(name));
    const rows = rowsOf(PAGE, 'Options').filter(([, of]) => isOf(of));
    const told = rows.flatMap(([options]) => listed(options));
    expect(told.sort()).toEqual([...new Set(wanted)].sort());
  });
});

test.each([
  ['Options of the generic L2', 'EventSourceMappingProps'],
  ['Properties of the L1', 'CfnEventSourceMappingProps'],
])('the guide has all of the %s', (heading, struct) => {
  const wanted = VERSIONS.flatMap((version) => new Declarations(version, 'aws-lambda').optionsOf(struct));
  const told = rowsOf('docs/migration/l1-and-generic-l2.md', heading).flatMap(([cell]) => listed(cell));
  expect(told.sort()).toEqual([...new Set(wanted)].sort());
});
