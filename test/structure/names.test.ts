import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const SRC = join(__dirname, '../../src');
/** The public names once more, generated. */
const GENERATED = ['index.ts'];
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !GENERATED.includes(file))
  .sort();

/** Names that several files declare, each with the reason. */
const EXCEPTIONS: { readonly [name: string]: string } = {
  CONTRACT: 'the one export of each contract.ts, which a generated list imports from all of them',
  Reference: 'the stand-in of the command declares it because aws-cdk-lib has a class of this name',
};

/** The names that a file declares at its top, exported or not. */
function declaredIn(file: string): string[] {
  const { statements } = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  return statements.flatMap((statement) => {
    if (isNamed(statement)) return statement.name ? [statement.name.text] : [];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  });
}

function isNamed(node: ts.Statement): node is ts.DeclarationStatement {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node)
  );
}

/** `const [one, other] = …` declares two names. */
function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}

/** The files of each name that several of them declare. */
const SHARED = filesByName().filter(([, files]) => files.length > 1);

function filesByName(): (readonly [name: string, files: readonly string[]])[] {
  const files = new Map<string, string[]>();
  for (const file of FILES) {
    // A name may have several declarations in its file, such as the overloads of a function.
    for (const name of new Set(declaredIn(file))) files.set(name, [...(files.get(name) ?? []), file]);
  }
  return [...files];
}

describe('the names at the top of files', () => {
  test('are declared in one file each, so that one word has one meaning', () => {
    const found = SHARED.filter(([name]) => !Object.hasOwn(EXCEPTIONS, name)).map(
      ([name, files]) => `${name}: ${files.join(', ')}`,
    );
    expect(found).toEqual([]);
  });

  test('have no exception that is not needed any more', () => {
    const shared = new Set(SHARED.map(([name]) => name));
    expect(Object.keys(EXCEPTIONS).filter((name) => !shared.has(name))).toEqual([]);
  });
});
