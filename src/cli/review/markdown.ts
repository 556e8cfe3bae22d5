import { cellsOf, TABLE_COLUMNS } from './cells';
import { mermaid } from './mermaid';
import { byFile, Review } from './reviews';
import { reviewsSummary } from './terminal';
import { CHANGE_HEADINGS, changeCells } from '../diff/markdown';
import { cell, table } from '../formats/markdown-table';

/** More would be no drawing that anybody reads. */
const MOST_DRAWN = 25;

/** Tables for a pull request, and the ways of records as a drawing. */
export function reviewMarkdown(reviews: readonly Review[]): string {
  if (reviews.length === 0) return 'No event source mappings.';
  return [...byFile(reviews)]
    .map(([file, own]) =>
      [
        `### ${cell(file)}`,
        `${reviewsSummary(own)}.`,
        ...(own.length <= MOST_DRAWN ? [mermaid(own)] : []),
        mappingTable(own),
        ...changeTable(own),
        ...findingList(own),
        ...explanations(own),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function mappingTable(reviews: readonly Review[]): string {
  const rows = reviews.map((review) => cellsOf(review).map((lines) => lines.map(cell)));
  const shown = TABLE_COLUMNS.map((_, index) => index).filter((index) => rows.some((cells) => cells[index].length > 0));
  const headings = shown.map((index) => TABLE_COLUMNS[index].heading);
  return table(
    headings,
    rows.map((cells, place) =>
      shown.map((index) => {
        const text = cells[index].join('<br>');
        return index === 0 ? `**${text}**${stateWords(reviews[place])}` : text;
      }),
    ),
  );
}

function stateWords({ change }: Review): string {
  return change === undefined || change.state === 'unchanged' ? '' : ` (${change.state})`;
}

function changeTable(reviews: readonly Review[]): string[] {
  const rows = reviews.flatMap(({ row, change }) =>
    (change?.outcomes ?? []).map((outcome) => changeCells(row.name, outcome)),
  );
  return rows.length === 0 ? [] : ['#### Changes', table(CHANGE_HEADINGS, rows)];
}

function findingList(reviews: readonly Review[]): string[] {
  const lines = reviews.flatMap(({ row, findings }) =>
    findings.map(
      ({ severity, message, rule, docs }) =>
        `- **${severity}** ${cell(row.name)}: ${cell(message)} [${cell(rule)}](${docs})`,
    ),
  );
  return lines.length === 0 ? [] : ['#### Findings', lines.join('\n')];
}

function explanations(reviews: readonly Review[]): string[] {
  const told = reviews.filter(({ explanation = [] }) => explanation.length > 0);
  if (told.length === 0) return [];
  return [
    '#### What happens',
    ...told.map(
      ({ row, explanation = [] }) =>
        `**${cell(row.name)}**\n\n${explanation.map((text) => `- ${withMarkdownLink(text)}`).join('\n')}`,
    ),
  ];
}

/** The address at the end of a sentence is ours, and stays a link. */
function withMarkdownLink(text: string): string {
  const [, words, docs] = /^(.*) (https:\/\/\S+)$/s.exec(text) ?? [text, text, undefined];
  return docs === undefined ? cell(words) : `${cell(words)} ([AWS](${docs}))`;
}
