import { resolve } from 'path';
import ts from 'typescript';

let program: ts.Program | undefined;

/**
 * The options that the compiler asks for.
 *
 * A contract can't say so: it holds for all mappings, and a construct asks for some options that Lambda does without.
 */
export function requiredProps(source: string): string[] {
  program ??= ts.createProgram([resolve('src/index.ts')], { target: ts.ScriptTarget.ES2022, skipLibCheck: true });
  const file = program.getSourceFile(resolve(`src/sources/${source}/mapping.ts`))!;
  const props = file.statements
    .filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text.endsWith('EventSourceMappingProps'))!;
  return program
    .getTypeChecker()
    .getTypeAtLocation(props)
    .getProperties()
    .filter(({ declarations = [] }) => !declarations.some((one) => ts.isPropertySignature(one) && one.questionToken))
    .map(({ name }) => name);
}
