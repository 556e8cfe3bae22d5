import { readFileSync } from 'fs';
import { join } from 'path';
import { brokenRules, currentRules, landedRules } from './rules';
import { ACCESS_ENTRIES, catalog, SOURCE_ENTRIES } from '../../src/analysis/catalog';
import { CONTRACTS } from '../../src/sources/contracts';

test(
  'no id that landed goes or changes its severity: npx projen api:land --breaking, and a line in CHANGELOG.md, ' +
    'if it is meant',
  () => {
    expect(brokenRules(landedRules(), currentRules())).toEqual([]);
  },
);

test('each id has landed: npx projen api:land', () =>
  expect(Object.keys(currentRules())).toEqual(Object.keys(landedRules())));

test('each id is in docs/rules.md', () => {
  const docs = readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8');
  expect(Object.keys(currentRules()).filter((id) => !docs.includes(`\`${id}\``))).toEqual([]);
});

test('an id has one severity, whatever it is found at', () => {
  const rules = currentRules();
  const entries = [...SOURCE_ENTRIES, ...ACCESS_ENTRIES, ...CONTRACTS.flatMap((contract) => catalog(contract))];
  expect(entries.filter(({ rule, severity }) => rules[rule] !== severity)).toEqual([]);
});

test('a break is an id that goes, or one of another severity', () => {
  expect(
    brokenRules(
      { 'a-gone': 'error', 'b-kept': 'error', 'c-other': 'warning' },
      { 'b-kept': 'error', 'c-other': 'error', 'd-new': 'error' },
    ),
  ).toEqual(['a-gone: error -> gone', 'c-other: warning -> error']);
});
