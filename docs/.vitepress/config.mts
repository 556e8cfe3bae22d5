import { posix } from 'path';
import { defineConfig } from 'vitepress';
import { sidebar } from './navigation';

const REPOSITORY = 'https://github.com/cdk-event-source-mappings/cdk-event-source-mappings';

/** The address of a file beside docs/, which is no page of the site: the pages are read in the repository too. */
function inRepository(href: string, page: string): string | undefined {
  if (/^([a-z]+:|[/#])/.test(href)) return undefined;
  const file = posix.join('docs', posix.dirname(page), href);
  return file.startsWith('docs/') ? undefined : `${REPOSITORY}/blob/main/${file}`;
}

export default defineConfig({
  title: 'cdk-event-source-mappings',
  description: 'AWS CDK constructs for Lambda event source mappings: one for each event source, checked at synthesis',
  lang: 'en',
  base: '/cdk-event-source-mappings/',
  // Folders have their page where GitHub shows it.
  rewrites: { 'README.md': 'index.md', ':folder/README.md': ':folder/index.md' },
  ignoreDeadLinks: false,
  head: [['meta', { name: 'keywords', content: 'AWS CDK, Lambda, event source mapping, trigger, DLQ, partial batch response, poison pill' }]],
  markdown: {
    config: (md) => {
      md.core.ruler.push('links-into-the-repository', ({ tokens, env }) => {
        for (const link of tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open')) {
          const address = inRepository(link.attrGet('href') ?? '', env.relativePath);
          if (address !== undefined) link.attrSet('href', address);
        }
      });
    },
  },
  themeConfig: {
    nav: [
      { text: 'Start', link: '/getting-started/typescript' },
      { text: 'Cookbook', link: '/cookbook/' },
      { text: 'Options', link: '/options' },
      { text: 'Rules', link: '/rules' },
      { text: 'Troubleshooting', link: '/troubleshooting' },
      { text: 'API', link: `${REPOSITORY}/blob/main/API.md` },
    ],
    sidebar: sidebar(),
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path`, text: 'Edit this page' },
  },
});
