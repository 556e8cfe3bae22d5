import { execFileSync, spawnSync } from 'child_process';
import { mkdirSync, writeFileSync } from 'fs';
import { resolve } from 'path';

/**
 * Makes the pictures of the README and of docs/metrics.md, in a browser: the review page of the app that `npm run demo`
 * has synthesized, and the dashboard of the example app, with made-up lines.
 */

const IMAGES = resolve('docs/images');
const FOLDER = resolve('coverage');
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

const browser = BROWSERS.find((name) => spawnSync(name, ['--version']).status === 0);
if (browser === undefined) throw new Error(`needs one of ${BROWSERS.join(', ')}`);

mkdirSync(FOLDER, { recursive: true });
mkdirSync(IMAGES, { recursive: true });

const review = resolve(FOLDER, 'review.html');
writeFileSync(review, execFileSync('tsx', ['src/cli/main.ts', 'review', '--format', 'html', 'cdk.out']));
// The first rows of the page, at a width at which a README can show it.
photograph(review, 'review.png', '1280,860');

const dashboard = resolve(FOLDER, 'dashboard.svg');
const draw = ['--tsconfig', 'examples/typescript/tsconfig.json', 'test/metrics/draw.ts', dashboard];
execFileSync('tsx', [...draw, 'Amazon MSK', 'SQS standard queue']);
photograph(dashboard, 'dashboard.png', '1440,700');

function photograph(page: string, name: string, size: string): void {
  const picture = resolve(IMAGES, name);
  execFileSync(
    browser!,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      `--window-size=${size}`,
      `--screenshot=${picture}`,
      `file://${page}`,
    ],
    { stdio: 'ignore' },
  );
  console.log(picture);
}
