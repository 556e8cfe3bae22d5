import { existsSync, readFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { readTemplate } from './read-template';
import { Template } from '../template/template';

/** A template of a synthesized app. */
export interface SynthesizedTemplate {
  readonly path: string;
  readonly template: Template;
  readonly region?: string;
}

interface Artifact {
  readonly environment?: string;
  readonly properties?: { readonly templateFile?: string };
}

/** The templates of stacks, with those of the stacks that are nested in them. */
export function templatesOf(paths: readonly string[]): SynthesizedTemplate[] {
  const regions = new Map<string, string | undefined>();
  const all = paths.flatMap((path) => {
    const folder = dirname(path);
    if (!regions.has(path)) regionsIn(folder).forEach((region, file) => regions.set(join(folder, file), region));
    const region = regions.get(path);
    return [path, ...nestedIn(path)].map((one) => ({ path: one, template: readTemplate(parsed(one)), region }));
  });
  Template.connect(all.map(({ template }) => template));
  return all;
}

/** The Region of each stack, where it is known. */
function regionsIn(folder: string): Map<string, string | undefined> {
  const { artifacts = {} } = parsed(join(folder, 'manifest.json')) as { artifacts?: { readonly [id: string]: Artifact } };
  return new Map(Object.values(artifacts).flatMap(({ environment = '', properties }) => {
    const [, region] = /^aws:\/\/[^/]+\/([a-z0-9-]+)$/.exec(environment) ?? [];
    return properties?.templateFile === undefined ? [] : [[properties.templateFile, region === 'unknown-region' ? undefined : region]];
  }));
}

/** The list of a stack's files names its nested templates, and no others that an earlier synthesis has left. */
function nestedIn(path: string): string[] {
  const folder = dirname(path);
  const { files = {} } = parsed(join(folder, basename(path).replace(/\.template\.json$/, '.assets.json'))) as { files?: object };
  const nested = Object.values(files).map((file: { source?: { path?: string } }) => file.source?.path ?? '');
  return nested.filter((name) => name.endsWith('.nested.template.json')).map((name) => join(folder, name));
}

function parsed(path: string): object {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as object : {};
}
