import { execFileSync, spawnSync } from 'child_process';
import { mkdirSync, writeFileSync } from 'fs';
import { resolve } from 'path';

/** Makes the picture of the README from the app that `npm run demo` has synthesized: the review page, in a browser. */

const PICTURE = resolve('docs/images/review.png');
const PAGE = resolve('coverage/review.html');
/** The first rows of the page, at a width at which a README can show it. */
const SIZE = '1280,860';
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

const browser = BROWSERS.find((name) => spawnSync(name, ['--version']).status === 0);
if (browser === undefined) throw new Error(`needs one of ${BROWSERS.join(', ')}`);

mkdirSync(resolve('coverage'), { recursive: true });
mkdirSync(resolve('docs/images'), { recursive: true });
writeFileSync(PAGE, execFileSync('tsx', ['src/cli/main.ts', 'review', '--format', 'html', 'cdk.out']));
execFileSync(
  browser,
  [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    `--window-size=${SIZE}`,
    `--screenshot=${PICTURE}`,
    `file://${PAGE}`,
  ],
  { stdio: 'ignore' },
);
console.log(PICTURE);
