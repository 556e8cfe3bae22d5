import { relative } from 'path';
import { createColors } from 'picocolors';
import { Change, changesOf, FAILING, Outcome } from './changes';
import { readTemplate } from '../../checks/read-template';
import { Template } from '../../template/template';
import { statusOf, tellFailures } from '../check';
import { plural } from '../formats/report';
import { Output, wantsColors } from '../output';
import { scan } from '../scan';
import { TemplateFile } from '../templates';

export const DIFF_FORMATS = ['human', 'json'];

type FileChange = Change & { readonly file: string };

const TITLES: { readonly [outcome in Outcome]: string } = {
  created: 'created',
  deleted: 'deleted',
  updated: 'updated in place',
  replaced: 'replaced',
  irreversible: 'updated in place, with no way back',
  collides: 'replaced, and collides with itself',
  ignored: 'reported as success, and silently ignored',
  refused: 'refused by Lambda',
};

/** The command `diff`: says what an update from one template to the other does to each mapping. */
export function diff(before: string, after: string, { format }: { readonly format: string }, output: Output): number {
  const [old, young] = [before, after].map((path) => scan<TemplateFile>([path], undefined, (file) => [file]));
  const failures = [...old.failures, ...young.failures];
  tellFailures(failures, output);
  const changes = pairs(before, old.results, after, young.results).flatMap(({ file, from, to }): FileChange[] =>
    changesOf(from, to).map((change) => ({ file, ...change })));
  // Where a side can't be read, all of the other would look new.
  const told = failures.length > 0 ? [] : changes;
  if (failures.length === 0 || format === 'json') output.stdout.write(`${textOf(told, format, wantsColors(output.stdout))}\n`);
  return statusOf(told.some(({ outcome }) => FAILING.includes(outcome)), failures);
}

interface Pair {
  readonly file: string;
  readonly from: Template;
  readonly to: Template;
}

const NONE = readTemplate({});

/** Two files, or the files of two folders that have the same name. */
function pairs(before: string, old: readonly TemplateFile[], after: string, young: readonly TemplateFile[]): Pair[] {
  const [from, to] = [[before, old], [after, young]].map(([root, files]) =>
    new Map((files as readonly TemplateFile[]).map(({ file, template }) => [relative(root as string, file), template])));
  return [...new Set([...from.keys(), ...to.keys()])].map((name) =>
    ({ file: name === '' ? after : name, from: from.get(name) ?? NONE, to: to.get(name) ?? NONE }));
}

function textOf(changes: readonly FileChange[], format: string, withColors: boolean): string {
  if (format === 'json') return JSON.stringify(changes, undefined, 2);
  if (changes.length === 0) return 'no mapping changes';
  const { bold, red, yellow, green, dim } = createColors(withColors);
  const colorOf = (outcome: Outcome) => (FAILING.includes(outcome) ? red : ['replaced', 'irreversible', 'deleted'].includes(outcome) ? yellow : green);
  const files = [...new Set(changes.map(({ file }) => file))];
  const lines = changes.map(({ file, logicalId, outcome, properties, explanation }) => [
    `${bold(logicalId)} is ${colorOf(outcome)(TITLES[outcome])}${files.length > 1 ? dim(` (${file})`) : ''}`,
    ...properties.map((property) => `  ${property}`),
    `  ${dim(explanation)}`,
  ].join('\n'));
  const failing = changes.filter(({ outcome }) => FAILING.includes(outcome)).length;
  const summary = failing === 0 ? green('nothing fails') : red(`${plural(failing, 'change')} will not happen as written`);
  return [...lines, summary].join('\n\n');
}
