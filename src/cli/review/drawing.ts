import { escapedForHtml } from './escaped-for-html';
import { ReviewRow } from './rows';

export const DRAWING_STYLE = `
.flow {
  display: flex;
  flex-wrap: wrap;
  align-items: stretch;
  gap: 0.4rem 0;
  list-style: none;
  margin: 0.6rem 0 0;
  padding: 0;
}
.flow li { display: flex; align-items: center; max-width: 100% }
.flow .box {
  background: var(--box);
  border: 1px solid var(--line);
  border-radius: 6px;
  padding: 0.4rem 0.7rem;
  max-width: 22rem;
  min-width: 0;
  overflow-wrap: anywhere;
}
.flow .what { display: block; color: var(--soft); font-size: 0.8em }
.flow .function .box { border-color: var(--mark) }
.flow .failed .box { border-color: var(--fail); border-style: dashed }
.flow svg { flex: none; width: 2.4rem; height: 1rem; stroke: var(--soft); fill: none; stroke-width: 1.5 }
.flow .failed svg { stroke: var(--fail); stroke-dasharray: 4 3 }
`;

const ARROW = '<svg viewBox="0 0 38 16" aria-hidden="true"><path d="M2 8h32M28 3l6 5-6 5"/></svg>';

/** The way of a record: source, filter, function, and where it goes when the function fails. */
export function drawing({ source, filters, function: handler, destination }: ReviewRow): string {
  const [, title, name] = /^([^:]*): ?(.*)$/s.exec(source) ?? [];
  return [
    '<ul class="flow">',
    box('source', title || 'source', name || source, false),
    filters === '' ? '' : box('filter', 'only', filters),
    box('function', 'function', handler),
    destination === '' ? '' : box('failed', 'on failure', destination),
    '</ul>',
  ]
    .filter(Boolean)
    .join('\n');
}

function box(kind: string, what: string, text: string, follows = true): string {
  const arrow = follows ? ARROW : '';
  const inside = `<span class="what">${escapedForHtml(what)}</span>${escapedForHtml(text)}`;
  return `<li class="${kind}">${arrow}<div class="box">${inside}</div></li>`;
}
