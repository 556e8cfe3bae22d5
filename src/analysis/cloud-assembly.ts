import { existsSync, readFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { readTemplate } from './read-template';
import { Member } from '../graph/origins';
import { Template } from '../graph/template';

/** A template of a synthesized app. */
export interface SynthesizedTemplate {
  readonly path: string;
  readonly template: Template;
  readonly region?: string;
  readonly account?: string;
}

interface Artifact {
  readonly environment?: string;
  readonly metadata?: Metadata;
  readonly additionalMetadataFile?: string;
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly directoryName?: string;
  };
}

/** The metadata of constructs, by their paths. */
type Metadata = { readonly [path: string]: readonly { readonly type?: string; readonly data?: unknown }[] };

/** A stack of a cloud assembly. */
export interface DeployedStack {
  readonly name: string;
  readonly region?: string;
  readonly account?: string;
}

/** The templates of stacks, with those of the stacks that are nested in them. */
export function templatesOf(paths: readonly string[]): SynthesizedTemplate[] {
  const stacks = new Map<string, ReadonlyMap<string, DeployedStack>>();
  const all = paths.flatMap((path) => {
    const folder = dirname(path);
    if (!stacks.has(folder)) stacks.set(folder, stacksIn(folder));
    const { region, account } = stacks.get(folder)!.get(basename(path)) ?? {};
    return [path, ...nestedIn(path)].map((one) => ({
      path: one,
      template: readTemplate(parsed(one)),
      region,
      account,
    }));
  });
  // Stacks take nothing from those of another stage.
  for (const [folder, own] of stacks) {
    const together = all.filter(({ path }) => dirname(path) === folder);
    Template.connect(together.map((one) => memberOf(one, own)));
  }
  return all;
}

/** The files of a cloud assembly. */
export interface Assembly {
  readonly templates: readonly { readonly file: string; readonly region?: string; readonly account?: string }[];
  /** The folders of its stages, each of which is an assembly. */
  readonly stages: readonly string[];
}

/**
 * All that the manifest of a cloud assembly names, with nested stacks, and nothing that an earlier synthesis has left.
 *
 * Unset where a folder is none, or where its manifest can't be read.
 */
export function assemblyIn(folder: string): Assembly | undefined {
  const { artifacts } = manifestIn(folder);
  if (artifacts === undefined || !existsSync(join(folder, 'cdk.out'))) return undefined;
  const templates = [...stacksIn(folder)].flatMap(([name, { region, account }]) => {
    const file = join(folder, name);
    return [file, ...nestedIn(file)].map((one) => ({ file: one, region, account }));
  });
  const stages = Object.values(artifacts)
    .map(({ properties }) => properties?.directoryName)
    .filter((name) => name !== undefined);
  return { templates, stages: stages.map((name) => join(folder, name)) };
}

interface NamedTemplate extends Omit<SynthesizedTemplate, 'path'> {
  readonly file: string;
}

/** The templates of a folder, as others call them. */
export function membersIn(folder: string, templates: readonly NamedTemplate[]): Member[] {
  const stacks = stacksIn(folder);
  return templates.map(({ file, ...one }) => memberOf({ path: file, ...one }, stacks));
}

const NESTED = '.nested.template.json';
const EXTENSIONS = /(\.template)?\.(json|ya?ml|template)$/i;

/** Outside of a cloud assembly, a stack is mostly called as its template's file. */
function memberOf(
  { path, template, region, account }: SynthesizedTemplate,
  stacks: ReadonlyMap<string, DeployedStack>,
): Member {
  const file = basename(path);
  const stack = stacks.get(file);
  const own = { template, region, account, file: path };
  if (stack) return { ...own, name: stack.name, stack: stack.name, region: region ?? stack.region };
  if (file.endsWith(NESTED)) return { ...own, name: file.slice(0, -NESTED.length) };
  return { ...own, name: file, stack: stacks.size > 0 ? undefined : file.replace(EXTENSIONS, '') };
}

/** The stacks of a folder, by the files of their templates; none where it is not a cloud assembly. */
export function stacksIn(folder: string): ReadonlyMap<string, DeployedStack> {
  const { artifacts = {} } = manifestIn(folder);
  return new Map(
    Object.entries(artifacts).flatMap(([id, { environment = '', properties }]) => {
      const [, account, region] = /^aws:\/\/([^/]+)\/([a-z0-9-]+)$/.exec(environment) ?? [];
      const stack = {
        name: properties?.stackName ?? id,
        region: region === 'unknown-region' ? undefined : region,
        account: account === 'unknown-account' ? undefined : account,
      };
      return properties?.templateFile === undefined ? [] : [[properties.templateFile, stack]];
    }),
  );
}

/** The construct paths of the resources of each template of a folder, by logical id. */
export function constructPathsIn(folder: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const { artifacts = {} } = manifestIn(folder);
  const stacks = Object.values(artifacts).filter(({ properties }) => properties?.templateFile !== undefined);
  return new Map(stacks.map((stack) => [stack.properties!.templateFile!, constructPathsByLogicalId(folder, stack)]));
}

function constructPathsByLogicalId(
  folder: string,
  { metadata, additionalMetadataFile }: Artifact,
): ReadonlyMap<string, string> {
  const more = additionalMetadataFile === undefined ? {} : (parsed(join(folder, additionalMetadataFile)) as Metadata);
  const notes = Object.entries({ ...metadata, ...more });
  return new Map(
    notes.flatMap(([path, entries]) =>
      entries
        .filter(({ type, data }) => type === 'aws:cdk:logicalId' && typeof data === 'string')
        .map(({ data }): [string, string] => [String(data), path.replace(/^\//, '')]),
    ),
  );
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
  const { files = {} } = parsed(join(folder, basename(path).replace(/\.template\.json$/, '.assets.json'))) as {
    files?: object;
  };
  const nested = Object.values(files).map((file: { source?: { path?: string } }) => file.source?.path ?? '');
  return nested.filter((name) => name.endsWith(NESTED)).map((name) => join(folder, name));
}

function parsed(path: string): object {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {};
}
