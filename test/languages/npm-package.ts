import { readdirSync } from 'fs';
import { join } from 'path';
import { ROOT, run } from './commands';

/** The files that users need, and nothing else. */
const EXPECTED =
  /^package\/(package\.json|README\.md|CHANGELOG\.md|LICENSE|\.jsii|\.jsii\.gz|\.jsii\.tabl\.json\.gz|lib\/.*\.(js|d\.ts))$/;
/**
 * The library has 611 kB of code and 226 of declarations, the bundled command 448, the docs and the assembly 121. A
 * larger package has something inside that nobody meant to publish.
 */
const MAXIMUM_KB = 1415;

/** The content of the npm tarball; throws if it is not what users need. */
export function checkTarball(): string {
  const [tarball] = readdirSync(join(ROOT, 'dist/js'));
  const listing = run(join(ROOT, 'dist/js'), ['tar', '--list', '--verbose', '--gzip', '--file', tarball])
    .trimEnd()
    .split('\n');
  const files = listing.map((line) => line.split(/\s+/)).map(([, , size, , , name]) => ({ size: Number(size), name }));

  const unexpected = files.filter(({ name }) => !EXPECTED.test(name)).map(({ name }) => name);
  if (unexpected.length > 0) throw new Error(`users don't need:\n${unexpected.join('\n')}`);
  const kilobytes = Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1000);
  if (kilobytes > MAXIMUM_KB) throw new Error(`${kilobytes} kB unpacked are more than ${MAXIMUM_KB}`);
  return `${files.length} files, ${kilobytes} kB unpacked`;
}
