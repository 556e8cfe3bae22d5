import { existsSync, readdirSync, readFileSync } from 'fs';
import { join, relative } from 'path';
import { Component, Project, SourceCode } from 'projen';

/** The folders whose exports are the public API, but for those that say `@internal`. */
const PUBLIC_ROOMS = ['sources', 'families', 'options', 'filters', 'metrics', 'network', 'plugin', 'testing'];

/** The list of contracts, which nobody but the library reads. */
const CONTRACTS = 'src/sources/contracts.ts';

/** The list of what records of all sources look like, by which a filter knows a record of another source. */
const RECORD_SHAPES = 'src/sources/record-shapes.ts';

/** A top-level export, unless its doc comment says `@internal`. */
const PUBLIC_EXPORT =
  /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?(?:^@\w+\s+)?^export (?:abstract )?(class|interface|enum) (\w+)/gm;

/**
 * Writes the lists that name every source: the public barrel, the contracts, and the shapes of records.
 *
 * So a new source is a new folder and no hand-written file changes.
 */
export class GeneratedSources extends Component {
  constructor(project: Project) {
    super(project);
    this.writeBarrel();
    this.writeContracts();
    this.writeRecordShapes();
  }

  private writeBarrel() {
    const files = PUBLIC_ROOMS.flatMap((room) => modules(`src/${room}`));
    const code = new SourceCode(this.project, 'src/index.ts');
    code.line(`// ${code.marker}`);
    for (const file of files) {
      const names = publicNames(file);
      if (names.length > 0) {
        code.line('export {');
        names.forEach((name) => code.line(`  ${name},`));
        code.line(`} from './${relative('src', file).slice(0, -'.ts'.length)}';`);
      }
    }
  }

  private writeContracts() {
    const code = new SourceCode(this.project, CONTRACTS);
    code.line(`// ${code.marker}`);
    code.line("import { SourceContract } from '../model/contract';");
    for (const source of sources()) {
      code.line(`import { CONTRACT as ${camel(source)} } from './${source}/contract';`);
    }
    code.line('');
    code.line('/**');
    code.line(' * The contracts of all kinds of source, one a folder.');
    code.line(' *');
    code.line(' * @internal');
    code.line(' */');
    code.open('export const CONTRACTS: readonly SourceContract[] = [');
    sources().forEach((source) => code.line(`${camel(source)},`));
    code.close('];');
  }

  private writeRecordShapes() {
    // In the order that the linter wants, which would change the file otherwise.
    const shapes = ['src/sources', 'src/families']
      .flatMap(modules)
      .filter((file) => file.endsWith('record-shape.ts'))
      .map((file) => ({ file, name: /^export const (\w+): RecordShape/m.exec(readFileSync(file, 'utf8'))![1] }));
    const code = new SourceCode(this.project, RECORD_SHAPES);
    code.line(`// ${code.marker}`);
    for (const { file, name } of shapes) {
      const path = relative('src/sources', file).slice(0, -'.ts'.length);
      code.line(`import { ${name} } from '${path.startsWith('.') ? path : `./${path}`}';`);
    }
    code.line("import { RecordShape } from '../filters/record-shape';");
    code.line('');
    code.line('/**');
    code.line(' * The records of all sources: a record has the mark of its own source alone.');
    code.line(' *');
    code.line(' * @internal');
    code.line(' */');
    code.open('export const RECORD_SHAPES: readonly RecordShape[] = [');
    shapes.forEach(({ name }) => code.line(`${name},`));
    code.close('];');
  }
}

function sources(): string[] {
  if (!existsSync('src/sources')) return [];
  return readdirSync('src/sources', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function modules(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? modules(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => file.endsWith('.ts') && ![CONTRACTS, RECORD_SHAPES].includes(file))
    .sort();
}

function publicNames(path: string): string[] {
  const matches = [...readFileSync(path, 'utf8').matchAll(PUBLIC_EXPORT)];
  return matches
    .filter(([, doc]) => !doc?.includes('@internal'))
    .map(([, , kind, name]) => ({ name, text: kind === 'interface' ? `type ${name}` : name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ text }) => text);
}

function camel(kebab: string): string {
  return kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
