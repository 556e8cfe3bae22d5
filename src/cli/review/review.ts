import { html } from './html';
import { markdown } from './markdown';
import { ReviewRow, rowsOf } from './rows';
import { terminal } from './terminal';
import { statusOf, tellFailures } from '../check';
import { Output, wantsColors } from '../output';
import { scan } from '../scan';

export const REVIEW_FORMATS = ['table', 'markdown', 'html', 'json'];

/** The command `review`: shows all mappings of templates beside each other. */
export function review(paths: readonly string[], { format }: { readonly format: string }, output: Output): number {
  const { results, failures } = scan<ReviewRow>(paths, undefined, rowsOf);
  tellFailures(failures, output);
  output.stdout.write(`${textOf(results, format, wantsColors(output.stdout))}\n`);
  return statusOf(false, failures);
}

function textOf(rows: readonly ReviewRow[], format: string, withColors: boolean): string {
  switch (format) {
    case 'markdown': return markdown(rows);
    case 'html': return html(rows);
    case 'json': return JSON.stringify(rows, undefined, 2);
    default: return terminal(rows, withColors);
  }
}
