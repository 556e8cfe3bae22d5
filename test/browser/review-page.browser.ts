/// <reference lib="dom" />
import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { App } from 'aws-cdk-lib';
import { Browser, Page } from 'playwright-core';
import { launch } from './chromium';
import { lowContrast } from './contrast';
import { EventSourcesStack } from '../../examples/typescript/event-sources-stack';
import { command, folderWith, MAPPING } from '../cli/run';

const WIDTHS = [360, 1600];
const SCHEMES = ['light', 'dark'] as const;
const ATTACK =
  '"></code><script>window.owned = 1</script><img src="https://example.com/x.png" onerror="window.owned = 1">';
const LONG = 'AVeryLongNameThatHasNoPlaceWhereALineCouldBeBroken'.repeat(8);

function demo(): string {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'demo-')) });
  new EventSourcesStack(app, 'EventSources');
  return app.synth().directory;
}

function mapping(properties: object): object {
  return {
    Type: MAPPING,
    Properties: { EventSourceArn: 'arn:aws:sqs:eu-west-1:123456789012:jobs', FunctionName: 'f', ...properties },
  };
}

function comparison(): string[] {
  const folder = folderWith({
    'old/app.json': { Resources: { Changed: mapping({ BatchSize: 5 }), Removed: mapping({ FunctionName: 'g' }) } },
    'new/app.json': {
      Resources: {
        Changed: mapping({ BatchSize: 50_000, FilterCriteria: { Filters: [{ Pattern: '{"body":{"a":[1]}}' }] } }),
        Added: mapping({ FunctionName: 'h' }),
      },
    },
  });
  return [join(folder, 'new'), '--compare', join(folder, 'old')];
}

const attack = () =>
  folderWith({
    'app.json': {
      Resources: {
        [ATTACK]: mapping({
          FunctionName: ATTACK,
          KmsKeyArn: ATTACK,
          FilterCriteria: { Filters: [{ Pattern: ATTACK }] },
        }),
        [LONG]: mapping({ FunctionName: LONG }),
      },
    },
  });

const PAGES: readonly (readonly [name: string, argumentsOf: () => string[]])[] = [
  ['the demo', () => [demo(), '--explain']],
  ['a comparison', comparison],
  ['names that attack the reader, and long ones', () => [attack(), '--explain']],
  ['no mappings', () => [folderWith({ 'app.json': { Resources: {} } })]],
];

describe.each(PAGES)('the page of %s', (_, argumentsOf) => {
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    browser = await launch();
    const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'review.html');
    writeFileSync(file, command('review', ...argumentsOf(), '--format', 'html').stdout);
    address = pathToFileURL(file).href;
  });

  afterAll(() => browser?.close());

  /** A page that notes all that goes wrong, and all that it loads. */
  async function open(
    width: number,
    colorScheme: 'light' | 'dark',
  ): Promise<{ readonly page: Page; readonly noted: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const noted: string[] = [];
    page.on('console', (message) => noted.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => noted.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      noted.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== address) noted.push(`loads ${request.url()}`);
    });
    await page.goto(address);
    return { page, noted };
  }

  test.each(SCHEMES.flatMap((scheme) => WIDTHS.map((width) => [scheme, width] as const)))(
    '%s, %d pixels wide',
    async (scheme, width) => {
      const { page, noted } = await open(width, scheme);
      expect(noted).toEqual([]);
      expect(await page.evaluate(() => 'owned' in window)).toBe(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll('main *')]
            .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
            .map((element) => element.outerHTML.slice(0, 100)),
        ),
      ).toEqual([]);
      expect(await page.evaluate(lowContrast)).toEqual([]);
      await page.close();
    },
  );
});

test('the search shows what has all words', async () => {
  const browser = await launch();
  const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'review.html');
  writeFileSync(file, command('review', demo(), '--format', 'html').stdout);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const shown = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('article:not([hidden]) h3')].map((heading) => heading.textContent),
    );
  expect(await shown()).toHaveLength(10);
  await page.fill('input[type=search]', 'kinesis trim_horizon');
  expect(await shown()).toEqual(['EventSources/Orders']);
  expect(await page.textContent('.found')).toBe('1 of 10');
  await page.fill('input[type=search]', 'nothing has this');
  expect(await shown()).toEqual([]);
  await page.fill('input[type=search]', '');
  expect(await shown()).toHaveLength(10);
  await browser.close();
});
