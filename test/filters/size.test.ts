import { readdirSync, readFileSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import { gzipSync } from 'zlib';

interface Bundler {
  buildSync(options: object): { readonly outputFiles: readonly { readonly text: string }[] };
}

const ROOM = join(__dirname, '..', '..', 'src', 'filters');
const FILES = readdirSync(ROOM);
const froms = (file: string) => [...readFileSync(join(ROOM, file), 'utf8').matchAll(/ from '([^']*)'/g)].map(([, from]) => from);
const OUTSIDE = [...new Set(FILES.flatMap(froms))].filter((from) => !from.startsWith('./'));

// The bundler of tsx, which runs the project's scripts.
const { buildSync } = createRequire(require.resolve('tsx/package.json'))('esbuild') as Bundler;

test('the filters, with the checker, the matcher and their words, are less than 10 kB, bundled, minified and in gzip', () => {
  const contents = FILES.map((file) => `export * from './${file.replace(/\.ts$/, '')}';`).join('\n');
  const [bundle] = buildSync({
    stdin: { contents, resolveDir: ROOM },
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    external: OUTSIDE.map((from) => from.replace('../', '*/')),
  }).outputFiles;
  expect(bundle.text).toContain('equals-ignore-case');
  expect(bundle.text).not.toContain('is not a whole number');
  expect(gzipSync(bundle.text, { level: 9 }).length).toBeLessThan(10_000);
});

test('the filters depend on nothing but aws-cdk-lib', () => {
  expect(OUTSIDE.filter((from) => !from.startsWith('../'))).toEqual(['aws-cdk-lib']);
});
