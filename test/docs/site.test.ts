import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { pagesIn, read } from './blocks';
import { sidebar } from '../../docs/.vitepress/navigation';

const ROOT = join(__dirname, '../..');
const links = sidebar().flatMap(({ items }) => items.map(({ link }) => link));
const pageOf = (link: string) => `docs${link.endsWith('/') ? `${link}README` : link}.md`;

describe('the menu of the site', () => {
  test('has each page once', () => expect(links.map(pageOf).sort()).toEqual(pagesIn('docs')));

  test('names each page by its heading', () => {
    const titles = sidebar().flatMap(({ items }) => items.map(({ text }) => text));
    expect(titles).toEqual(expect.arrayContaining(['Amazon MSK', 'Troubleshooting', 'Kafka in a VPC']));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

test('CI builds the site, which fails for a link that leads nowhere', () => {
  expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toContain('npx projen docs:site');
  expect(readFileSync(join(ROOT, 'docs/.vitepress/config.mts'), 'utf8')).toContain('ignoreDeadLinks: false');
});

test('the picture of the README is there', () => {
  const [, picture] = /!\[[^\]]+\]\(https:\/\/github\.com\/[^)]*\/raw\/main\/([^)]+)\)/.exec(read('README.md'))!;
  expect(existsSync(join(ROOT, picture))).toBe(true);
});

test('words that people search for are in the README', () => {
  const text = read('README.md').toLowerCase();
  const searched = [
    'trigger',
    'event source',
    'dlq',
    'dead-letter queue',
    'partial batch response',
    'poison pill',
    'backpressure',
    'aws sam',
  ];
  expect(searched.filter((word) => !text.includes(word))).toEqual([]);
});
