import { ChangeState, Review } from './reviews';

/** Characters that mean nothing to Mermaid, which reads directives in any text. */
const PLAIN = /[^\p{L}\p{N} _.,:;/()+*=×→–-]/gu;
const LONGEST_LABEL = 80;

const STYLES: { readonly [state in ChangeState]?: string } = {
  added: 'stroke:#1a7f37,stroke-width:3px',
  removed: 'stroke:#cf222e,stroke-width:3px,stroke-dasharray:6 4',
  changed: 'stroke:#9a6700,stroke-width:3px',
};

/** The ways of records, as a drawing that GitHub shows. */
export function mermaid(reviews: readonly Review[]): string {
  const nodes = new Map<string, string>();
  const lines: string[] = [];
  const node = (kind: string, text: string, open = '[', close = ']') => {
    const key = `${kind} ${text}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const id = `n${nodes.size}`;
    nodes.set(key, id);
    lines.push(`  ${id}${open}"${label(text)}"${close}`);
    return id;
  };
  reviews.forEach(({ row, change }, index) => {
    const source = node('source', row.source, '[(', ')]');
    const handler = node('function', row.function);
    const filter = row.filters === '' ? '' : `|"${label(`only ${row.filters}`)}"|`;
    // Its own node, so that two mappings of the same source and function are two.
    const mapping = `m${index}`;
    lines.push(`  ${mapping}(["${label(row.name)}"])`, `  ${source} -->${filter} ${mapping} --> ${handler}`);
    if (row.destination !== '') {
      lines.push(`  ${mapping} -. on failure .-> ${node('destination', row.destination, '[(', ')]')}`);
    }
    const style = change && STYLES[change.state];
    if (style) lines.push(`  style ${mapping} ${style}`);
  });
  return ['```mermaid', 'flowchart LR', ...lines, '```'].join('\n');
}

/** A text between quotes; all that could end it, or be read as something else, is a number. */
function label(text: string): string {
  const short = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;
  return short.replace(PLAIN, (character) => `#${character.codePointAt(0)};`);
}
