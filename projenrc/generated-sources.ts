import { existsSync, readdirSync, readFileSync } from 'fs';
import { Component, Project, SourceCode } from 'projen';

/** The folders whose exports are the public API; in `sources/*`, only `mapping.ts` is. */
const PUBLIC_ROOMS = ['options', 'values', 'filters', 'network', 'validation'];

/** A top-level export, unless its doc comment says `@internal`. */
const PUBLIC_EXPORT = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?(?:^@\w+\s+)?^export (?:abstract )?(class|interface|enum) (\w+)/gm;

/**
 * Writes the two lists that name every source: the public barrel and the list of contracts.
 *
 * So a new source is a new folder and no hand-written file changes.
 */
export class GeneratedSources extends Component {
  constructor(project: Project) {
    super(project);
    this.writeBarrel();
    this.writeContracts();
  }

  private writeBarrel() {
    const files = [
      ...sources().map((source) => `sources/${source}/mapping`),
      ...PUBLIC_ROOMS.flatMap((room) => modules(room)),
    ];
    const code = new SourceCode(this.project, 'src/index.ts');
    code.line(`// ${code.marker}`);
    for (const file of files) {
      const names = publicNames(`src/${file}.ts`);
      if (names.length > 0) {
        code.line(`export { ${names.join(', ')} } from './${file}';`);
      }
    }
  }

  private writeContracts() {
    const code = new SourceCode(this.project, 'src/sources/contracts.ts');
    code.line(`// ${code.marker}`);
    code.line("import { SourceContract } from '../engine/contract';");
    for (const source of sources()) {
      code.line(`import { CONTRACT as ${camel(source)} } from './${source}/contract';`);
    }
    code.line('');
    code.line('/**');
    code.line(' * What each kind of source accepts, one contract a folder.');
    code.line(' *');
    code.line(' * @internal');
    code.line(' */');
    code.open('export const CONTRACTS: readonly SourceContract[] = [');
    sources().forEach((source) => code.line(`${camel(source)},`));
    code.close('];');
  }
}

function sources(): string[] {
  if (!existsSync('src/sources')) return [];
  return readdirSync('src/sources', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

function modules(room: string): string[] {
  if (!existsSync(`src/${room}`)) return [];
  return readdirSync(`src/${room}`).filter((name) => name.endsWith('.ts')).sort().map((name) => `${room}/${name.slice(0, -'.ts'.length)}`);
}

function publicNames(path: string): string[] {
  const matches = [...readFileSync(path, 'utf8').matchAll(PUBLIC_EXPORT)];
  return matches.filter(([, doc]) => !doc?.includes('@internal'))
    .map(([,, kind, name]) => ({ name, text: kind === 'interface' ? `type ${name}` : name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ text }) => text);
}

function camel(kebab: string): string {
  return kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
