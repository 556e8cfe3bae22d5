import { createHash } from 'crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import { join } from 'path';
import { pack, Package, TARGETS } from './pack';

const ROOT = join(__dirname, '../..');
const NOTE = join(ROOT, 'dist/packed-from.json');

/** All that the packages are made of, and what makes them. */
const INPUTS = ['lib', '.jsii.gz', 'package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'projenrc/package'];

/** Packs for those of the languages whose packages in `dist` are not of the library as it is compiled now. */
export function packOnce(languages = TARGETS.map(({ target }) => target)): Package[] {
  const inputs = digest();
  const noted: Record<string, string> = existsSync(NOTE) ? JSON.parse(readFileSync(NOTE, 'utf8')) : {};
  const packages = pack(
    languages.filter((language) => noted[language] !== inputs || !existsSync(join(ROOT, 'dist', language))),
  );
  const made = packages.filter(({ missing }) => missing === undefined).map(({ target }) => [target, inputs]);
  writeFileSync(NOTE, JSON.stringify({ ...noted, ...Object.fromEntries(made) }));
  return packages;
}

function digest(): string {
  const hash = createHash('sha256');
  INPUTS.flatMap((input) => filesBelow(input)).forEach((file) =>
    hash.update(file).update(readFileSync(join(ROOT, file))),
  );
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(path, name))
    .filter((name) => statSync(join(ROOT, name)).isFile());
}
