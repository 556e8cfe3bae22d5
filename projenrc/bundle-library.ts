import { readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join, relative, resolve } from 'path';
import { BuildOptions, buildSync, Plugin, build, transformSync } from 'esbuild';
import { COMMAND } from './bundled-command';
import { lazyFile, lazyIndex } from './lazy-modules';

const LIB = resolve('lib');
const INDEX = 'index';
/** The base of all classes; and what loads all contracts, where an app acknowledges something. */
const BASE = ['construct/mapping-base', 'construct/synthesis-check'];
/** What jest loads by its path. */
const SERIALIZER = 'testing/snapshot-serializer';

/** The files that are published, beside the index and the serializer. */
const PARTS = ['classes', 'engine', 'on-demand'] as const;
type Part = (typeof PARTS)[number];

/** What is for metrics, explanations, tests and checks of others, and not for the synthesis of a mapping. */
const ON_DEMAND = /^(explanation|metrics|network|plugin|testing)\/|^filters\/(evaluate|match)$|record$/;

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
/** The modules of what users import, which load others when something of those is used. */
const LAZY = new Set([...[...index.matchAll(/require\("\.\/([^"]+)"\)/g)].map(([, module]) => module), ...BASE]);

function partOf(module: string): Part {
  if (LAZY.has(module)) return 'classes';
  return ON_DEMAND.test(module) ? 'on-demand' : 'engine';
}

/** The code that gets a module from its part. */
function requireFrom(module: string, folder = '.'): string {
  return `require("${folder}/${partOf(module)}.js")["${module}"]()`;
}

/** Has a part take the modules of the others from them. */
function othersOf(part: Part): Plugin {
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, namespace }) => {
        if (namespace === 'part') return { path, external: true };
        const module = relative(LIB, resolve(resolveDir, path));
        return partOf(module) === part ? { path: join(LIB, `${module}.js`) } : { path: module, namespace: 'part' };
      });
      onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
        contents: `module.exports = ${requireFrom(path)};`,
      }));
      onLoad({ filter: /\.js$/ }, ({ path }) => {
        const module = relative(LIB, path).slice(0, -'.js'.length);
        return { contents: LAZY.has(module) ? lazyFile(codeOf(module)) : codeOf(module) };
      });
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

/** What another loads by its name stays a file, so that an ES module finds the names that it exports. */
function alone(code: string): string {
  return transformSync(code, OPTIONS).code;
}

function serializer(): string {
  return alone(
    codeOf(SERIALIZER).replace(/require\("\.\.\/([^"]+)"\)/g, (_, module: string) => requireFrom(module, '..')),
  );
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
 * Puts the compiled library into three files, of which each loads the others when something of them is used.
 *
 * Importing a class loads the classes; the first mapping loads what checks it and grants it access.
 */
async function bundleLibrary(): Promise<void> {
  const modules = reached().filter((module) => ![INDEX, SERIALIZER].includes(module));
  const files = new Map([
    [INDEX, alone(lazyIndex(index, requireFrom))],
    [SERIALIZER, serializer()],
  ]);
  for (const part of PARTS) {
    const own = modules.filter((module) => partOf(module) === part);
    files.set(part, await bundled(part, own));
  }

  const compiled = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  for (const name of compiled) if (join('lib', name) !== COMMAND) rmSync(join(LIB, name));
  for (const [module, code] of files) writeFileSync(join(LIB, `${module}.js`), code);
}

void bundleLibrary();
