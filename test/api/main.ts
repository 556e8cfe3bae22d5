import { breaks, compiled, landed } from './assembly';
import { Checks } from '../languages/checks';

/** Compares the public API with the one that landed last. */
async function main() {
  const checks = new Checks();
  const kept = await checks.check('what compiled with the API that landed last compiles with this one', () => {
    const found = breaks();
    if (found) throw new Error(`${found}If this is meant: npx projen api:land --breaking, and say so in CHANGELOG.md`);
  });
  if (kept) {
    await checks.check('the API that landed last is this one', () => {
      if (landed() !== compiled()) throw new Error('the API has grown: npx projen api:land');
    });
  }
  checks.report();
}

void main();
