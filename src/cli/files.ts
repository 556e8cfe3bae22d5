import { existsSync, readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import { DASH } from './templates';

/** A file to read. */
export interface FoundFile {
  readonly file: string;
  readonly region?: string;
  /** Named by the user, who means it to be a template. */
  readonly named: boolean;
}

const TEMPLATE = /\.(json|ya?ml|template)$/i;
const NOT_ENTERED = ['node_modules', '.git'];

/** The file that an argument names, or those in the folder that it names. */
export function findFiles(path: string): FoundFile[] {
  return path !== DASH && isFolder(path) ? filesIn(path) : [{ file: path, named: true }];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesIn(folder: string): FoundFile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  const isAssembly = existsSync(join(folder, 'manifest.json')) && existsSync(join(folder, 'cdk.out'));
  const regions = isAssembly ? regionsIn(folder) : new Map<string, string>();
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_ENTERED.includes(entry.name) || (isAssembly && entry.name.startsWith('asset.')) ? [] : filesIn(path);
    const isTemplate = isAssembly ? entry.name.endsWith('.template.json') : TEMPLATE.test(entry.name);
    return entry.isFile() && isTemplate ? [{ file: path, named: false, region: regions.get(entry.name) }] : [];
  });
}

interface Artifact {
  readonly environment?: string;
  readonly properties?: { readonly templateFile?: string };
}

/** The Regions of the stacks of a cloud assembly, as far as they are known. */
function regionsIn(folder: string): Map<string, string> {
  const regions = new Map<string, string>();
  for (const { environment = '', properties } of artifactsOf(join(folder, 'manifest.json'))) {
    const [, region] = /^aws:\/\/[^/]+\/(?!unknown-region)([a-z0-9-]+)$/.exec(environment) ?? [];
    if (region && properties?.templateFile) regions.set(properties.templateFile, region);
  }
  return regions;
}

function artifactsOf(manifest: string): Artifact[] {
  try {
    return Object.values((JSON.parse(readFileSync(manifest, 'utf8')) as { artifacts?: { readonly [id: string]: Artifact } }).artifacts ?? {});
  } catch {
    // Without it, the Regions are not known, and all else is.
    return [];
  }
}
