import { readdirSync, readFileSync } from 'fs';
import { join, relative } from 'path';
import { gzipSync } from 'zlib';
import { build, PluginBuild } from 'esbuild';

const ROOT = join(__dirname, '..', '..', 'src');
const modulesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file.replace(/\.ts$/, '')));

const LANGUAGE = modulesIn('filters');
const OF_SOURCES = ['families', 'sources'].flatMap(modulesIn);
const FILTERS = OF_SOURCES.filter((module) => /\b(\w+-)?filter$/.test(module));
/** They make records for tests: one stands beside each filter. */
const BUILDERS = FILTERS.map((name) => name.replace(/filter$/, 'record')).filter((name) => OF_SOURCES.includes(name));
const CRITERIA = 'options/filter-criteria';
const SHAPES = OF_SOURCES.filter((module) => module.endsWith('record-shape'));
const OF_ITEMS = OF_SOURCES.filter((module) => /\/dynamodb\/(attribute|event-name)/.test(module));
const INSIDE = [...LANGUAGE, ...FILTERS, ...BUILDERS, ...SHAPES, ...OF_ITEMS, CRITERIA, 'sources/record-shapes'];

/** Modules, with those of the filters that they import, except for some that are loaded when they are used. */
async function bundled(modules: readonly string[], usedLater: readonly string[] = []): Promise<string> {
  const outside = (bundler: PluginBuild) =>
    bundler.onResolve({ filter: /^\.|^aws-cdk-lib|^constructs/ }, ({ path, resolveDir }) => {
      const module = relative(ROOT, join(resolveDir, path));
      return INSIDE.includes(module) && !usedLater.includes(module) ? undefined : { path, external: true };
    });
  const {
    outputFiles: [bundle],
  } = await build({
    stdin: { contents: modules.map((module) => `export * from './${module}';`).join('\n'), resolveDir: ROOT },
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    plugins: [{ name: 'outside', setup: outside }],
  });
  expect(bundle.text).not.toContain('is not a whole number');
  return bundle.text;
}

describe('bundled, minified and in gzip', () => {
  const LOADED = [CRITERIA, ...FILTERS, ...SHAPES];
  const LATER = ['filters/evaluate', ...BUILDERS];
  const sizeOf = (text: string) => gzipSync(text, { level: 9 }).length;

  test('what a construct with filters loads is less than 9 kB', async () => {
    const text = await bundled(LOADED, LATER);
    expect(text).toContain('equals-ignore-case');
    expect(sizeOf(text)).toBeLessThan(9_000);
  });

  test('what unit tests load more, with evaluate and records of all sources, is less than 5 kB', async () => {
    const [everything, loaded] = [await bundled(INSIDE), await bundled(LOADED, LATER)];
    expect(everything).toContain('Pass one record, not the whole event');
    expect(everything).toContain('aws:kinesis:record');
    expect(loaded).not.toMatch(/Pass one record|aws:kinesis:record/);
    expect(sizeOf(everything) - sizeOf(loaded)).toBeLessThan(5_000);
  });
});

test('the filters depend on nothing but aws-cdk-lib and Node', () => {
  const imports = INSIDE.flatMap((module) => [
    ...readFileSync(join(ROOT, `${module}.ts`), 'utf8').matchAll(/ from '([^']*)'/g),
  ]);
  expect(
    [
      ...new Set(imports.map(([, from]) => from).filter((from) => !/^(\.|cdk-event-source-mappings$)/.test(from))),
    ].sort(),
  ).toEqual(['aws-cdk-lib', 'crypto']);
});
