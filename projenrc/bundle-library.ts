import { readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { dirname, join, relative, resolve } from 'path';
import { BuildOptions, buildSync, Plugin, build, transformSync } from 'esbuild';
import { COMMAND } from './bundled-command';
import { lazyFile, lazyIndex } from './lazy-modules';

const LIB = resolve('lib');
const INDEX = 'index';
/** The base of all classes, and the module that loads all contracts if an app acknowledges something. */
const BASE = ['construct/mapping-base', 'construct/synthesis-check'];
/** The module that jest loads by its path. */
const SERIALIZER = 'testing/snapshot-serializer';

/** The files into which the modules are put that users do not import. */
const PARTS = ['engine', 'on-demand'] as const;
type Part = (typeof PARTS)[number];

/** The modules for metrics, explanations, tests and checks of others, which no synthesis of a mapping needs. */
const ON_DEMAND = /^(explanation|metrics)\/|^filters\/(evaluate|match)$|record$/;

const PEERS = ['aws-cdk-lib', 'constructs'];

const OPTIONS = {
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // Names stay, and lines are short: Node.js shows users the line that has thrown, above the error.
  lineLimit: 80,
  logLevel: 'warning',
} satisfies BuildOptions;

/** A compiled module is called by its path in the library, without extension. */
function codeOf(module: string): string {
  return readFileSync(join(LIB, `${module}.js`), 'utf8');
}

const index = codeOf(INDEX);
/** The modules that stay files, which load others when something of those is used: what users import. */
const FILES = new Set([
  ...[...index.matchAll(/require\("\.\/([^"]+)"\)/g)].map(([, module]) => module),
  ...BASE,
  SERIALIZER,
]);

function partOf(module: string): Part {
  return ON_DEMAND.test(module) ? 'on-demand' : 'engine';
}

/** The code that gets a module from its file, or from the part in which it is. */
function requireFrom(folder: string, module: string): string {
  const path = (file: string) => relative(folder, `${file}.js`).replace(/^(?!\.)/, './');
  return FILES.has(module) ? `require("${path(module)}")` : `require("${path(partOf(module))}")["${module}"]()`;
}

/** Has a part take the other modules from where they are. */
function othersOf(part: Part): Plugin {
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, namespace }) => {
        if (namespace === 'other') return { path, external: true };
        const module = relative(LIB, resolve(resolveDir, path));
        const isOwn = !FILES.has(module) && partOf(module) === part;
        return isOwn ? { path: join(LIB, `${module}.js`) } : { path: module, namespace: 'other' };
      });
      onLoad({ filter: /./, namespace: 'other' }, ({ path }) => ({
        contents: `module.exports = ${requireFrom('', path)};`,
      }));
    },
  };
}

async function bundled(part: Part, modules: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    ...OPTIONS,
    stdin: {
      contents: modules.map((module) => `exports["${module}"] = () => require("./${module}");`).join('\n'),
      resolveDir: LIB,
    },
    bundle: true,
    write: false,
    external: PEERS,
    plugins: [othersOf(part)],
  });
  return outputFiles[0].text;
}

/** A file that is not bundled keeps its exports as they are, so that an ES module finds their names. */
function alone(module: string): string {
  const folder = dirname(module);
  const code = lazyFile(codeOf(module)).replace(/require\("(\.[^"]+)"\)/g, (_, path: string) =>
    requireFrom(folder, join(folder, path)),
  );
  return transformSync(code, OPTIONS).code;
}

/** The modules that the index leads to. */
function reached(): string[] {
  const { metafile } = buildSync({
    ...OPTIONS,
    entryPoints: [INDEX, SERIALIZER].map((module) => join(LIB, `${module}.js`)),
    outdir: LIB,
    bundle: true,
    write: false,
    metafile: true,
    external: PEERS,
  });
  return Object.keys(metafile.inputs).map((file) => relative(LIB, resolve(file)).slice(0, -'.js'.length));
}

/**
 * Puts what users do not import into two files, of which each is loaded when something of it is used.
 *
 * Importing a class loads the file of the class; the first mapping loads what checks it and grants it access.
 */
async function bundleLibrary(): Promise<void> {
  const modules = reached().filter((module) => module !== INDEX && !FILES.has(module));
  const files = new Map([[INDEX, transformSync(lazyIndex(index), OPTIONS).code]]);
  for (const module of FILES) files.set(module, alone(module));
  for (const part of PARTS) {
    const own = modules.filter((module) => partOf(module) === part);
    files.set(part, await bundled(part, own));
  }

  const compiled = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  for (const name of compiled) if (join('lib', name) !== COMMAND) rmSync(join(LIB, name));
  for (const [module, code] of files) writeFileSync(join(LIB, `${module}.js`), code);
}

void bundleLibrary();
