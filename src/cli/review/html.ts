import { drawing, DRAWING_STYLE } from './drawing';
import { escapedForHtml } from './escaped-for-html';
import { byFile, Review, valuesOf } from './reviews';
import { COLUMNS } from './rows';
import { SCRIPT_SOURCE, SEARCH, SEARCH_BOX, SEARCHED_FROM } from './search';
import { STYLE } from './style';
import { reviewsSummary } from './terminal';
import { Change } from '../diff/changes';
import { CHANGE_LEVELS, CHANGE_TITLES } from '../diff/report';
import { Finding } from '../findings';
import { plural } from '../formats/report';

/** The columns that the drawing shows already, unless they change. */
const DRAWN = ['name', 'source', 'function', 'filters', 'destination'];

/** One page that needs nothing else, with a drawing of each mapping. */
export function html(reviews: readonly Review[]): string {
  const files = byFile(reviews);
  const isSearched = reviews.length >= SEARCHED_FROM;
  const sections = [...files].map(
    ([file, own]) =>
      `<section>\n<h2>${escapedForHtml(file)} <span ` +
      `class="soft">${reviewsSummary(own)}</span></h2>\n${own.map(reviewArticle).join('\n')}\n</section>`,
  );
  const all = `${reviewsSummary(reviews)} in ${plural(files.size, 'template')}`;
  // Nothing in a template can load or run anything, even if it got out of the place of a text.
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${isSearched ? SCRIPT_SOURCE : "'none'"}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapedForHtml(policy)}">
<title>Event source mappings</title>
<style>${STYLE}${DRAWING_STYLE}</style>
</head>
<body>
<header>
<h1>Event source mappings</h1>
<p class="soft">${reviews.length === 0 ? 'There are none.' : all}</p>
${isSearched ? SEARCH_BOX : ''}
</header>
<main>
${sections.join('\n')}
</main>
${isSearched ? SEARCH : ''}
</body>
</html>`;
}

function reviewArticle(review: Review): string {
  const { row, change, findings, explanation = [] } = review;
  const id = row.name === row.logicalId ? '' : `<code class="soft">${escapedForHtml(row.logicalId)}</code>`;
  return [
    '<article>',
    `<div class="head"><h3>${escapedForHtml(row.name)}</h3>${id}${badges(review)}</div>`,
    drawing(row),
    `<dl>\n${facts(review)}\n</dl>`,
    ...list('What the change does', 'notes', (change?.outcomes ?? []).map(outcomeItem)),
    ...list('Findings', 'notes', findings.map(findingItem)),
    ...list(
      'What happens to its records',
      'happens',
      explanation.map((text) => `<li>${withHtmlLink(text)}</li>`),
    ),
    '</article>',
  ].join('\n');
}

function outcomeItem({ outcome, properties, explanation }: Change): string {
  const values = properties.map((one) => `<code>${escapedForHtml(one)}</code>`).join(' ');
  return (
    `<li class="${CHANGE_LEVELS[outcome]}"><strong>${escapedForHtml(CHANGE_TITLES[outcome])}</strong> ${values}<br>` +
    `<span>${escapedForHtml(explanation)}</span></li>`
  );
}

function findingItem({ severity, message, rule, docs }: Finding): string {
  return (
    `<li class="${severity}"><strong>${severity}</strong> <span>${escapedForHtml(message)}</span> ` +
    `<a href="${escapedForHtml(docs)}" rel="noreferrer">${escapedForHtml(rule)}</a></li>`
  );
}

function badges({ change, findings }: Review): string {
  const state = change === undefined || change.state === 'unchanged' ? [] : [[change.state, change.state]];
  const worst = findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  const found = findings.length === 0 ? [] : [[worst, plural(findings.length, 'finding')]];
  return [...state, ...found].map(([kind, text]) => `<span class="badge ${kind}">${text}</span>`).join('');
}

function facts(review: Review): string {
  return COLUMNS.map(([column, heading]) => {
    const { now, before } = valuesOf(review, column);
    if (before === undefined && (DRAWN.includes(column) || now === '')) return '';
    const value =
      before === undefined
        ? escapedForHtml(now)
        : `<del>${escapedForHtml(before) || 'none'}</del> <ins>${escapedForHtml(now) || 'none'}</ins>`;
    return `<div><dt>${heading}</dt><dd>${value}</dd></div>`;
  })
    .filter(Boolean)
    .join('\n');
}

function list(title: string, kind: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`<h4>${title}</h4>`, `<ul class="${kind}">`, ...items, '</ul>'];
}

/** The address at the end of a sentence is ours. */
function withHtmlLink(text: string): string {
  const [, words, docs] = /^(.*) (https:\/\/\S+)$/s.exec(text) ?? [];
  return docs === undefined
    ? escapedForHtml(text)
    : `${escapedForHtml(words)} <a href="${escapedForHtml(docs)}" rel="noreferrer">AWS</a>`;
}
