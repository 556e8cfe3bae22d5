import { drawing, DRAWING_STYLE } from './drawing';
import { escaped } from './escaped';
import { COLUMNS, ReviewRow } from './rows';

const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --back: #ffffff; --box: #f6f8fa; --mark: #0969da; --fail: #cf222e }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f6fc; --soft: #9198a1; --line: #3d444d; --back: #0d1117; --box: #151b23; --mark: #4493f8; --fail: #f85149 }
}
body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2.5rem; overflow-wrap: anywhere } h3 { font-size: 1rem; margin-bottom: 0.3rem; overflow-wrap: anywhere }
p { color: var(--soft) }
article { border-top: 1px solid var(--line); padding: 0.5rem 0 1rem }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.6rem 1.2rem; margin: 0.8rem 0 0 }
dt { color: var(--soft); font-size: 0.85em } dd { margin: 0; overflow-wrap: anywhere }
`;

/** What the drawing shows already. */
const DRAWN = ['logicalId', 'source', 'function', 'filters', 'destination'];

/** One page that needs nothing else, with a drawing of each mapping. */
export function html(rows: readonly ReviewRow[]): string {
  const files = [...new Set(rows.map(({ file }) => file))];
  const sections = files.map((file) => {
    const own = rows.filter((row) => row.file === file);
    return `<section>\n<h2>${escaped(file)}</h2>\n${own.map(article).join('\n')}\n</section>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Event source mappings</title>
<style>${STYLE}${DRAWING_STYLE}</style>
</head>
<body>
<h1>Event source mappings</h1>
<p>${rows.length === 0 ? 'There are none.' : `${rows.length} in ${files.length} ${files.length === 1 ? 'template' : 'templates'}`}</p>
${sections.join('\n')}
</body>
</html>`;
}

function article(row: ReviewRow): string {
  const facts = COLUMNS.filter(([name]) => !DRAWN.includes(name) && row[name] !== '');
  const list = facts.map(([name, heading]) => `<div><dt>${heading}</dt><dd>${escaped(row[name])}</dd></div>`).join('\n');
  return `<article>\n<h3>${escaped(row.logicalId)}</h3>\n${drawing(row)}\n<dl>\n${list}\n</dl>\n</article>`;
}
