import { breaks, land } from './assembly';
import { brokenRules, currentRules, landedRules, landRules } from './rules';

const found =
  breaks() +
  brokenRules(landedRules(), currentRules())
    .map((rule) => `${rule}\n`)
    .join('');
if (found && !process.argv.includes('--breaking')) {
  console.error(`${found}This breaks code of users. If it is meant: npx projen api:land --breaking`);
  process.exitCode = 1;
} else {
  land();
  landRules();
}
