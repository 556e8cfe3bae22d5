import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '..');

/**
 * Contracts name aws-cdk-lib for constructs, and the command reads templates: it has a few lines in the place of a
 * library.
 */
const STAND_IN = './src/cli/stand-in.ts';
const ALIASES = Object.fromEntries(
  ['aws-cdk-lib', 'aws-cdk-lib/aws-ec2', 'aws-cdk-lib/aws-iam'].map((name) => [name, STAND_IN]),
);

/** Puts the command and all that it needs into one file. */
export function bundle(file: string): void {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/main.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    alias: ALIASES,
    minify: true,
    metafile: true,
    logLevel: 'warning',
  });
  const packages = Object.keys(metafile.inputs).map(
    (input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1],
  );
  writeFileSync(file, `/*\n${notices([...new Set(packages)].filter((name) => name !== undefined).sort())}\n*/\n`, {
    flag: 'a',
  });
}

/**
 * The notices that the licenses of the bundled packages require: each copyright holder, and once the terms that
 * several share.
 */
function notices(packages: readonly string[]): string {
  const holders = new Map<string, string[]>();
  for (const name of packages) {
    const license = readFileSync(licenseOf(name), 'utf8')
      .replace(/\s+/g, ' ')
      .replaceAll("'", '"')
      .replaceAll('*/', '* /')
      .trim();
    const start = license.indexOf('Permission ');
    const terms = license.slice(start);
    holders.set(terms, [...(holders.get(terms) ?? []), `${name}: ${license.slice(0, start).trim()}`]);
  }
  return [...holders].map(([terms, names]) => [...names, terms].join('\n')).join('\n\n');
}

function licenseOf(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no license that could be shown`);
  return join(folder, file);
}

if (require.main === module) bundle(join(ROOT, process.argv[2]));
