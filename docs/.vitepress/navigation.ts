import { existsSync, readFileSync, readdirSync } from 'fs';
import { join } from 'path';

const DOCS = join(__dirname, '..');

interface Group {
  readonly text: string;
  readonly pages: readonly string[];
  readonly collapsed?: boolean;
}

const pagesIn = (folder: string) => readdirSync(join(DOCS, folder)).filter((name) => name.endsWith('.md') && name !== 'README.md')
  .sort().map((name) => `${folder}/${name}`);

/** The pages by what a reader wants to do; a page that is not written yet is left out. */
const GROUPS: readonly Group[] = [
  { text: 'Start', pages: ['README.md', ...['typescript', 'python', 'java', 'go', 'dotnet'].map((name) => `getting-started/${name}.md`)] },
  { text: 'Choose an event source', pages: pagesIn('sources') },
  { text: 'Cookbook', pages: ['cookbook/README.md', ...pagesIn('cookbook')] },
  { text: 'Build', pages: ['filters.md', 'created-resources.md', 'updates.md', 'escape-hatches.md', 'company-defaults.md', 'cdk-nag.md', 'metrics.md'] },
  { text: 'Check and migrate', pages: ['checking.md', 'command.md', 'review.md', 'migration.md', ...pagesIn('migration'), 'troubleshooting.md'] },
  { text: 'Look up', pages: ['options.md', 'rules.md', 'versions.md'] },
  { text: 'Contribute', pages: ['style.md', 'maintaining-facts.md'] },
  { text: 'Decisions', pages: ['decisions/README.md', ...pagesIn('decisions')], collapsed: true },
];

/** The pages that no group names, so that a new page can be found before somebody finds its place. */
const rest = () => readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
  .filter((page) => page.endsWith('.md') && !/(^|\/)(node_modules|\.vitepress)\//.test(page))
  .map((page) => page.replace(/\\/g, '/'))
  .filter((page) => !GROUPS.some(({ pages }) => pages.includes(page)));

/** A title in the menu is the heading of the page, which says what it is about once. */
export function titleOf(page: string): string {
  const [, title] = /^# (.*)$/m.exec(readFileSync(join(DOCS, page), 'utf8'))!;
  return title.replace(/`/g, '');
}

const linkTo = (page: string) => `/${page.replace(/README\.md$/, '').replace(/\.md$/, '')}`;

/** The menu at the side. */
export function sidebar() {
  return [...GROUPS, { text: 'More', pages: rest().sort(), collapsed: false }]
    .map(({ text, pages, collapsed = false }) => ({
      text,
      collapsed,
      items: pages.filter((page) => existsSync(join(DOCS, page))).map((page) => ({ text: titleOf(page), link: linkTo(page) })),
    }))
    .filter(({ items }) => items.length > 0);
}
