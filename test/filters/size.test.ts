import { readdirSync, readFileSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import { gzipSync } from 'zlib';

interface Bundler {
  buildSync(options: object): { readonly outputFiles: readonly { readonly text: string }[] };
}

const ROOM = join(__dirname, '..', '..', 'src', 'filters');
const MODULES = readdirSync(ROOM).map((file) => file.replace(/\.ts$/, ''));
const FILTERS = MODULES.filter((module) => module.endsWith('-filter'));
/** They make records for tests: one stands beside each filter. */
const BUILDERS = FILTERS.map((name) => name.replace(/filter$/, 'record')).filter((name) => MODULES.includes(name));
const OUTSIDE = [...new Set(MODULES.flatMap(importsOf))].filter((from) => !from.startsWith('./'));

// The bundler of tsx, which runs the project's scripts.
const { buildSync } = createRequire(require.resolve('tsx/package.json'))('esbuild') as Bundler;

function importsOf(module: string): string[] {
  return [...readFileSync(join(ROOM, `${module}.ts`), 'utf8').matchAll(/ from '([^']*)'/g)].map(([, from]) => from);
}

/** Modules, with those of the filters that they import, except for some that are loaded when they are used. */
function bundled(modules: readonly string[], usedLater: readonly string[] = []): string {
  const [bundle] = buildSync({
    stdin: { contents: modules.map((module) => `export * from './${module}';`).join('\n'), resolveDir: ROOM },
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    external: [...OUTSIDE.map((from) => from.replace('../', '*/')), ...usedLater.map((module) => `./${module}`)],
  }).outputFiles;
  expect(bundle.text).not.toContain('is not a whole number');
  return bundle.text;
}

describe('bundled, minified and in gzip', () => {
  const sizeOf = (text: string) => gzipSync(text, { level: 9 }).length;

  test('what a construct with filters loads is less than 9 kB', () => {
    const text = bundled(['criteria', ...FILTERS], ['evaluate', ...BUILDERS]);
    expect(text).toContain('equals-ignore-case');
    expect(sizeOf(text)).toBeLessThan(9_000);
  });

  test('what unit tests load more, with evaluate and records of all sources, is less than 5 kB', () => {
    const [everything, loaded] = [bundled(MODULES), bundled(['criteria', ...FILTERS], ['evaluate', ...BUILDERS])];
    expect(everything).toContain('Pass one record, not the whole event');
    expect(everything).toContain('aws:kinesis:record');
    expect(loaded).not.toMatch(/Pass one record|aws:kinesis:record/);
    expect(sizeOf(everything) - sizeOf(loaded)).toBeLessThan(5_000);
  });
});

test('the filters depend on nothing but aws-cdk-lib and Node', () => {
  expect(OUTSIDE.filter((from) => !from.startsWith('../')).sort()).toEqual(['aws-cdk-lib', 'crypto']);
});
