import { existsSync } from 'fs';
import { Browser, chromium } from 'playwright-core';

/** The paths at which the packages of systems install it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the system; nothing is downloaded. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      'There is no Chromium: install it (Debian: apt-get install chromium), or name its path in CHROMIUM',
    );
  }
  // In a container, nobody but root is there.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
