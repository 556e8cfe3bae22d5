import { html } from './html';
import { reviewJson } from './json';
import { reviewMarkdown } from './markdown';
import { comparedReviews, Review, reviewsOf } from './reviews';
import { terminal } from './terminal';
import { statusOf, tellFailures } from '../check';
import { pairs } from '../diff/diff';
import { harmlessIn } from '../harmless';
import { CommandOutput, wantsColors } from '../output';
import { Scan, scan } from '../scan';
import { TemplateFile } from '../templates';

export const REVIEW_FORMATS = ['table', 'markdown', 'html', 'json'];

export interface ReviewArguments {
  readonly format: string;
  readonly region?: string;
  /** The template, or the folder, that is deployed. */
  readonly compare?: string;
  readonly explain?: boolean;
}

/** The command `review`: shows all mappings of templates beside each other, and what a change does to them. */
export function review(paths: readonly string[], options: ReviewArguments, output: CommandOutput): number {
  const { results, failures } =
    options.compare === undefined
      ? scan<Review>(paths, options.region, (file) => reviewsOf(file, { explain: options.explain === true }))
      : comparedVersions(paths[0], options.compare, options);
  tellFailures(failures, output);
  output.stdout.write(`${formattedReviews(results, options.format, output)}\n`);
  return statusOf(false, failures);
}

type Found = Pick<Scan<Review>, 'results' | 'failures'>;

/** If a side can't be read, nothing is compared: all mappings of the other would look new. */
function comparedVersions(after: string, before: string, { region, explain }: ReviewArguments): Found {
  const [old, young] = [before, after].map((path) => scan<TemplateFile>([path], region, (file) => [file]));
  const failures = [...old.failures, ...young.failures];
  if (failures.length > 0) return { results: [], failures };
  const files = pairs(before, old.results, after, young.results);
  return { results: files.flatMap((pair) => comparedReviews(pair, { explain: explain === true })), failures };
}

function formattedReviews(reviews: readonly Review[], format: string, { stdout }: CommandOutput): string {
  switch (format) {
    case 'markdown':
      return reviewMarkdown(harmlessIn(reviews));
    case 'html':
      return html(harmlessIn(reviews));
    case 'json':
      return reviewJson(reviews);
    default:
      return terminal(harmlessIn(reviews), wantsColors(stdout), stdout.columns);
  }
}
