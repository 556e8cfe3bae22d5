import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';
import { ROOT, spawned } from '../languages/commands';

const LANDED = join(__dirname, 'landed.json');
/** Inside of the repository, where the assemblies that it depends on are found. */
const FOLDER = join(ROOT, 'coverage/api');

/** The members that compilers of other code do not see. */
const NOT_API = [
  'author',
  'dependencyClosure',
  'description',
  'docs',
  'fingerprint',
  'keywords',
  'locationInModule',
  'readme',
  'symbolId',
];

/**
 * The API as it was when the last change of it landed, and as it was compiled now: only what makes other code compile.
 */
export const landed = () => readFileSync(LANDED, 'utf8');
export const compiled = () =>
  `${JSON.stringify(JSON.parse(gunzipSync(readFileSync(join(ROOT, '.jsii.gz'))).toString()), withoutDocs, 1)}\n`;
export const land = () => writeFileSync(LANDED, compiled());

function withoutDocs(key: string, value: unknown): unknown {
  return NOT_API.includes(key) ? undefined : value;
}

/**
 * The breaking changes in jsii-diff's words; empty if there are none. It ignores stability, so that experimental API
 * counts too.
 */
export function breaks(): string {
  const folders = [landed(), compiled()].map((assembly, index) => {
    const folder = join(FOLDER, String(index));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.jsii'), assembly);
    writeFileSync(join(folder, 'package.json'), readFileSync(join(ROOT, 'package.json')));
    return folder;
  });
  const { status, stdout, stderr } = spawned(ROOT, ['npx', 'jsii-diff', ...folders, '--default-stability', 'stable']);
  rmSync(FOLDER, { recursive: true });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
