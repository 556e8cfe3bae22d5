import { relative } from 'path';
import { changesOf } from './changes';
import { diffAnnotations } from './github';
import { diffText } from './human';
import { diffMarkdown } from './markdown';
import { FileChange, isFailingChange } from './report';
import { readTemplate } from '../../analysis/read-template';
import { statusOf, tellFailures } from '../check';
import { harmlessIn, harmlessJson } from '../harmless';
import { templatePathOf } from '../lines';
import { CommandOutput, wantsColors } from '../output';
import { scan, ScanFailure } from '../scan';
import { fileName, TemplateFile } from '../templates';

export const DIFF_FORMATS = ['human', 'json', 'markdown', 'github'];

/** The command `diff`: says what an update from one template to the other does to each mapping. */
export function diff(
  before: string,
  after: string,
  { format }: { readonly format: string },
  output: CommandOutput,
): number {
  const [old, young] = [before, after].map((path) => scan<TemplateFile>([path], undefined, (file) => [file]));
  const failures = [...old.failures, ...young.failures];
  tellFailures(failures, output);
  // If a side can't be read, all mappings of the other would look new.
  const changes = failures.length > 0 ? [] : pairs(before, old.results, after, young.results).flatMap(changesOfPair);
  const text = formattedChanges(changes, failures, format, wantsColors(output.stdout));
  if (text !== '') output.stdout.write(`${text}\n`);
  return statusOf(changes.some(isFailingChange), failures);
}

export interface FilePair {
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
): FilePair[] {
  const byName = (root: string, files: readonly TemplateFile[]) =>
    new Map(files.map((file) => [relative(fileName(root), file.file), file]));
  const [from, to] = [byName(before, old), byName(after, young)];
  return [...new Set([...from.keys(), ...to.keys()])].map((name) => ({
    file: name === '' ? fileName(after) : name,
    from: from.get(name),
    to: to.get(name),
  }));
}

export const EMPTY_TEMPLATE = readTemplate({});

function changesOfPair({ file, from, to }: FilePair): FileChange[] {
  return changesOf(from?.template ?? EMPTY_TEMPLATE, to?.template ?? EMPTY_TEMPLATE).map((change) => {
    const { file: path, template, lines } = (change.outcome === 'deleted' ? from : to)!;
    return { ...change, file, path, line: lines.of(templatePathOf(template.mapping(change.logicalId)!)) };
  });
}

function formattedChanges(
  changes: readonly FileChange[],
  failures: readonly ScanFailure[],
  format: string,
  withColors: boolean,
): string {
  switch (format) {
    case 'json':
      return harmlessJson(changes.map(changeForPrograms));
    case 'github':
      return diffAnnotations(harmlessIn(changes), harmlessIn(failures));
    case 'markdown':
      return failures.length > 0 ? '' : diffMarkdown(harmlessIn(changes));
    default:
      return failures.length > 0 ? '' : diffText(harmlessIn(changes), withColors);
  }
}

function changeForPrograms({ file, logicalId, outcome, properties, explanation }: FileChange) {
  return { file, logicalId, outcome, properties, explanation };
}
