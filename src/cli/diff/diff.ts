import { relative } from 'path';
import { changesOf } from './changes';
import { github } from './github';
import { human } from './human';
import { markdown } from './markdown';
import { FileChange, isFailing } from './report';
import { readTemplate } from '../../analysis/read-template';
import { statusOf, tellFailures } from '../check';
import { harmlessIn, harmlessJson } from '../harmless';
import { placeOf } from '../lines';
import { Output, wantsColors } from '../output';
import { Failure, scan } from '../scan';
import { fileName, TemplateFile } from '../templates';

export const DIFF_FORMATS = ['human', 'json', 'markdown', 'github'];

/** The command `diff`: says what an update from one template to the other does to each mapping. */
export function diff(before: string, after: string, { format }: { readonly format: string }, output: Output): number {
  const [old, young] = [before, after].map((path) => scan<TemplateFile>([path], undefined, (file) => [file]));
  const failures = [...old.failures, ...young.failures];
  tellFailures(failures, output);
  // Where a side can't be read, all of the other would look new.
  const changes = failures.length > 0 ? [] : pairs(before, old.results, after, young.results).flatMap(changesOfPair);
  const text = textOf(changes, failures, format, wantsColors(output.stdout));
  if (text !== '') output.stdout.write(`${text}\n`);
  return statusOf(changes.some(isFailing), failures);
}

export interface Pair {
  readonly file: string;
  readonly from?: TemplateFile;
  readonly to?: TemplateFile;
}

/** Two files, or the files of two folders that have the same name. */
export function pairs(
  before: string,
  old: readonly TemplateFile[],
  after: string,
  young: readonly TemplateFile[],
): Pair[] {
  const byName = (root: string, files: readonly TemplateFile[]) =>
    new Map(files.map((file) => [relative(fileName(root), file.file), file]));
  const [from, to] = [byName(before, old), byName(after, young)];
  return [...new Set([...from.keys(), ...to.keys()])].map((name) => ({
    file: name === '' ? fileName(after) : name,
    from: from.get(name),
    to: to.get(name),
  }));
}

export const NONE = readTemplate({});

function changesOfPair({ file, from, to }: Pair): FileChange[] {
  return changesOf(from?.template ?? NONE, to?.template ?? NONE).map((change) => {
    const { file: path, template, lines } = (change.outcome === 'deleted' ? from : to)!;
    return { ...change, file, path, line: lines.of(placeOf(template.mapping(change.logicalId)!)) };
  });
}

function textOf(
  changes: readonly FileChange[],
  failures: readonly Failure[],
  format: string,
  withColors: boolean,
): string {
  switch (format) {
    case 'json':
      return harmlessJson(changes.map(forPrograms));
    case 'github':
      return github(harmlessIn(changes), harmlessIn(failures));
    case 'markdown':
      return failures.length > 0 ? '' : markdown(harmlessIn(changes));
    default:
      return failures.length > 0 ? '' : human(harmlessIn(changes), withColors);
  }
}

function forPrograms({ file, logicalId, outcome, properties, explanation }: FileChange) {
  return { file, logicalId, outcome, properties, explanation };
}
