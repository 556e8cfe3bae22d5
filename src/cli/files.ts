import { existsSync, readdirSync, statSync } from 'fs';
import { join } from 'path';
import { DASH } from './templates';
import { assemblyIn } from '../analysis/cloud-assembly';

/** A file to read. */
export interface FoundFile {
  readonly file: string;
  readonly region?: string;
  readonly account?: string;
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
  const assembly = assemblyIn(folder);
  if (assembly) {
    return [
      ...assembly.templates.map((template) => ({ ...template, named: false })),
      ...assembly.stages.flatMap(filesIn),
    ];
  }
  const isAssembly = existsSync(join(folder, 'manifest.json')) && existsSync(join(folder, 'cdk.out'));
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return NOT_ENTERED.includes(entry.name) || (isAssembly && entry.name.startsWith('asset.')) ? [] : filesIn(path);
    }
    const isTemplate = isAssembly ? entry.name.endsWith('.template.json') : TEMPLATE.test(entry.name);
    return entry.isFile() && isTemplate ? [{ file: path, named: false }] : [];
  });
}
