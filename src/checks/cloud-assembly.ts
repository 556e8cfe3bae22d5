import { existsSync, readFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { Member } from '../template/origins';
import { Template } from '../template/template';

/** A template of a synthesized app. */
export interface SynthesizedTemplate {
  readonly path: string;
  readonly template: Template;
  readonly region?: string;
}

interface Artifact {
  readonly environment?: string;
  readonly properties?: { readonly templateFile?: string; readonly stackName?: string };
}

/** A stack of a cloud assembly. */
interface DeployedStack {
  readonly name: string;
  readonly region?: string;
}

/** The templates of stacks, with those of the stacks that are nested in them. */
export function templatesOf(paths: readonly string[]): SynthesizedTemplate[] {
  const stacks = new Map<string, ReadonlyMap<string, DeployedStack>>();
  const all = paths.flatMap((path) => {
    const folder = dirname(path);
    if (!stacks.has(folder)) stacks.set(folder, stacksIn(folder));
    const region = stacks.get(folder)!.get(basename(path))?.region;
    return [path, ...nestedIn(path)].map((one) => ({ path: one, template: new Template(parsed(one)), region }));
  });
  // Stacks take nothing from those of another stage.
  for (const [folder, own] of stacks) {
    const together = all.filter(({ path }) => dirname(path) === folder);
    Template.connect(together.map((one) => memberOf(one, own)));
  }
  return all;
}

interface NamedTemplate extends Omit<SynthesizedTemplate, 'path'> {
  readonly file: string;
}

/** The templates of a folder, as others call them. */
export function membersIn(folder: string, templates: readonly NamedTemplate[]): Member[] {
  const stacks = stacksIn(folder);
  return templates.map(({ file, template, region }) => memberOf({ path: file, template, region }, stacks));
}

const NESTED = '.nested.template.json';
const EXTENSIONS = /(\.template)?\.(json|ya?ml|template)$/i;

/** Outside of a cloud assembly, a stack is mostly called as its template's file. */
function memberOf({ path, template, region }: SynthesizedTemplate, stacks: ReadonlyMap<string, DeployedStack>): Member {
  const file = basename(path);
  const stack = stacks.get(file);
  if (stack) return { template, name: stack.name, stack: stack.name, region: region ?? stack.region };
  if (file.endsWith(NESTED)) return { template, name: file.slice(0, -NESTED.length), region };
  return { template, name: file, stack: stacks.size > 0 ? undefined : file.replace(EXTENSIONS, ''), region };
}

/** The stacks of a folder, by the files of their templates; none where it is no cloud assembly. */
function stacksIn(folder: string): ReadonlyMap<string, DeployedStack> {
  const { artifacts = {} } = manifestIn(folder);
  return new Map(Object.entries(artifacts).flatMap(([id, { environment = '', properties }]) => {
    const [, region] = /^aws:\/\/[^/]+\/([a-z0-9-]+)$/.exec(environment) ?? [];
    const stack = { name: properties?.stackName ?? id, region: region === 'unknown-region' ? undefined : region };
    return properties?.templateFile === undefined ? [] : [[properties.templateFile, stack]];
  }));
}

function manifestIn(folder: string): { readonly artifacts?: { readonly [id: string]: Artifact } } {
  try {
    return parsed(join(folder, 'manifest.json'));
  } catch {
    // Without it, the names of stacks and their Regions are not known, and all else is.
    return {};
  }
}

/** The list of a stack's files names its nested templates, and no others that an earlier synthesis has left. */
function nestedIn(path: string): string[] {
  const folder = dirname(path);
  const { files = {} } = parsed(join(folder, basename(path).replace(/\.template\.json$/, '.assets.json'))) as { files?: object };
  const nested = Object.values(files).map((file: { source?: { path?: string } }) => file.source?.path ?? '');
  return nested.filter((name) => name.endsWith(NESTED)).map((name) => join(folder, name));
}

function parsed(path: string): object {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as object : {};
}
