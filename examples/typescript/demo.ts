import { relative, resolve } from 'path';
import { App } from 'aws-cdk-lib';
import Table from 'cli-table3';
import { describeMappings, MappingRow } from './describe-mappings';
import { EventSourcesStack } from './event-sources-stack';

/** For each column its title and its width: all of them fit into 120 characters. */
const COLUMNS: { readonly [Column in keyof MappingRow]: [string, number] } = {
  logicalId: ['mapping', 16],
  kind: ['kind', 13],
  source: ['source', 15],
  target: ['function', 14],
  batch: ['batch', 5],
  window: ['window', 6],
  start: ['start', 7],
  failures: ['failures', 12],
  more: ['more', 22],
};
/** Lines between the rows only. */
const CHARS = Object.fromEntries([
  ...['top', 'bottom'].flatMap((edge) => [edge, `${edge}-mid`, `${edge}-left`, `${edge}-right`]),
  ...['left', 'left-mid', 'mid-mid', 'right', 'right-mid', 'middle'],
].map((name) => [name, '']));
const AFTER_SPACES = /(?<= )/;
const IN_NAMES = /(?<=[.:,/-])|(?<=[a-z])(?=[A-Z])/;

const app = new App({ outdir: resolve(__dirname, '../../cdk.out') });
const stack = new EventSourcesStack(app, 'EventSources');
const { template, templateFullPath } = app.synth().getStackArtifact(stack.artifactId);

const columns = Object.entries(COLUMNS) as [keyof MappingRow, [string, number]][];
const table = new Table({
  head: columns.map(([, [title]]) => title),
  colWidths: columns.map(([, [, width]]) => width + 1),
  chars: CHARS,
  style: { 'padding-left': 0, 'padding-right': 1, 'head': ['bold'], 'border': ['grey'] },
});
describeMappings(template).forEach((row) => table.push(columns.map(([column, [, width]]) => wrap(row[column], width))));

console.log(table.toString());
console.log(`\nThe template is ${relative(process.cwd(), templateFullPath)}`);

/** The table's own wrapping cuts words anywhere. */
function wrap(text: string, width: number): string {
  const pieces = text.split(AFTER_SPACES)
    .flatMap((word) => (word.trimEnd().length <= width ? [word] : word.split(IN_NAMES)))
    .flatMap((piece) => piece.match(new RegExp(`.{1,${width}}`, 'g')) ?? []);
  return pieces.reduce(([line, ...before], piece) => ((line + piece).trimEnd().length <= width
    ? [line + piece, ...before]
    : [piece, line, ...before]), ['']).reverse().map((line) => line.trimEnd()).join('\n');
}
