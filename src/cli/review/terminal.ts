import Table from 'cli-table3';
import { createColors } from 'picocolors';
import type { Colors } from 'picocolors/types';
import { cellsOf, TABLE_COLUMNS } from './cells';
import { byFile, ChangeState, Review } from './reviews';
import { CHANGE_LEVELS, CHANGE_TITLES } from '../diff/report';
import { plural } from '../formats/report';
import { harmless } from '../harmless';

/** As wide as a page, where the terminal does not tell its width. */
const WIDTH = 120;
const NARROWEST = 9;
/** Between and around columns. */
const PADDING = 1;
/** Lines between the rows only. */
const CHARS = Object.fromEntries(
  [
    ...['top', 'bottom'].flatMap((edge) => [edge, `${edge}-mid`, `${edge}-left`, `${edge}-right`]),
    ...['left', 'left-mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((name) => [name, '']),
);

/** The mark of a mapping when versions are compared. */
const SIGNS: { readonly [state in ChangeState]: string } = { added: '+ ', removed: '- ', changed: '~ ', unchanged: '' };

/** A table for a terminal, with what is found, changed and explained below it. */
export function terminal(reviews: readonly Review[], withColors: boolean, width = WIDTH): string {
  if (reviews.length === 0) return 'no mappings';
  const colors = createColors(withColors);
  const files = [...byFile(reviews)].map(([file, own]) =>
    [
      `${colors.underline(file)}  ${reviewsSummary(own)}`,
      tableOf(own, colors, width),
      ...section('Changes', own, colors, (review) => changeLines(review, colors)),
      ...section('Findings', own, colors, (review) => findingLines(review, colors)),
      ...section('What happens', own, colors, ({ explanation = [] }) => explanation.map((text) => `- ${text}`)),
    ].join('\n'),
  );
  return files.join('\n\n');
}

export function reviewsSummary(reviews: readonly Review[]): string {
  const findings = reviews.flatMap((review) => review.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const of = (state: ChangeState) => reviews.filter(({ change }) => change?.state === state).length;
  const changes = (['added', 'changed', 'removed'] as const).map((state) =>
    of(state) > 0 ? `${of(state)} ${state}` : '',
  );
  return [
    plural(reviews.length, 'mapping'),
    ...changes,
    errors > 0 ? plural(errors, 'error') : '',
    findings.length > errors ? plural(findings.length - errors, 'warning') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function tableOf(reviews: readonly Review[], { bold, red, green, yellow }: Colors, width: number): string {
  const rows = reviews.map((review) => cellsOf(review));
  const shown = TABLE_COLUMNS.map((_, index) => index).filter((index) => rows.some((cells) => cells[index].length > 0));
  const widths = widthsOf(
    shown.map((index) => [TABLE_COLUMNS[index].heading, ...rows.flatMap((cells) => cells[index])]),
    width,
  );
  const table = new Table({
    head: shown.map((index) => bold(TABLE_COLUMNS[index].heading)),
    colWidths: widths.map((column) => column + PADDING),
    chars: CHARS,
    style: { 'padding-left': 0, 'padding-right': PADDING, head: [], border: [] },
  });
  const marks = { added: green, removed: red, changed: yellow, unchanged: (text: string) => text };
  reviews.forEach(({ change }, place) => {
    const state = change?.state ?? 'unchanged';
    const texts = shown.map((index) => rows[place][index].map((line) => (index === 0 ? SIGNS[state] + line : line)));
    table.push(
      texts
        .map((lines, column) => lines.map((line) => wrapped(line, widths[column])).join('\n'))
        .map((text, column) =>
          column === 0
            ? text
                .split('\n')
                .map((line) => marks[state](line))
                .join('\n')
            : text,
        ),
    );
  });
  return table.toString();
}

/** The widest columns give way until all of them fit. */
function widthsOf(columns: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map((lines) =>
    Math.min(width, Math.max(...lines.map((line) => line.length + SIGNS.added.length))),
  );
  while (widths.reduce((sum, one) => sum + one + PADDING, 0) > width) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) return widths;
    widths[widths.lastIndexOf(widest)] -= 1;
  }
  return widths;
}

const AFTER_SPACES = /(?<= )/;
const AFTER_SIGNS = /(?<=[.:,/_-])/;
const IN_WORDS = /(?<=[a-z])(?=[A-Z])/;

/** Breaks lines after words, and in long names where these have parts. */
function wrapped(text: string, width: number): string {
  const isLong = (piece: string) => piece.trimEnd().length > width;
  const pieces = [AFTER_SIGNS, IN_WORDS]
    .reduce<string[]>(
      (before, context) => before.flatMap((piece) => (isLong(piece) ? piece.split(context) : [piece])),
      text.split(AFTER_SPACES),
    )
    .flatMap((piece) => (isLong(piece) ? (piece.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []) : [piece]));
  const lines = [''];
  for (const piece of pieces) {
    const longer = lines[lines.length - 1] + piece;
    if (longer.trimEnd().length <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  // A command of a CI system may begin where a line does.
  return lines
    .filter((line, index) => index > 0 || line !== '')
    .map((line) => harmless(line.trimEnd()))
    .join('\n');
}

function section(
  title: string,
  reviews: readonly Review[],
  { bold }: Colors,
  linesOf: (review: Review) => string[],
): string[] {
  const told = reviews
    .map((review) => ({ name: review.row.name, lines: linesOf(review) }))
    .filter(({ lines }) => lines.length > 0);
  if (told.length === 0) return [];
  return ['', bold(title), ...told.flatMap(({ name, lines }) => [`  ${name}`, ...lines.map((line) => `    ${line}`)])];
}

function findingLines({ findings }: Review, { red, yellow, dim }: Colors): string[] {
  return findings.flatMap(({ severity, message, rule, docs }) => [
    `${severity === 'error' ? red('error  ') : yellow('warning')} ${message} ${dim(`[${rule}]`)}`,
    `        ${dim(docs)}`,
  ]);
}

function changeLines({ change }: Review, colors: Colors): string[] {
  const paint = { error: colors.red, warning: colors.yellow, notice: colors.green };
  return (change?.outcomes ?? []).flatMap(({ outcome, properties, explanation }) => [
    paint[CHANGE_LEVELS[outcome]](CHANGE_TITLES[outcome]),
    ...properties.map((property) => `  ${property}`),
    `  ${colors.dim(explanation)}`,
  ]);
}
