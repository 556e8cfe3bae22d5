import { breaks, land } from './assembly';

const found = breaks();
if (found && !process.argv.includes('--breaking')) {
  console.error(`${found}This breaks code of users. If it is meant: npx projen api:land --breaking`);
  process.exitCode = 1;
} else {
  land();
}
