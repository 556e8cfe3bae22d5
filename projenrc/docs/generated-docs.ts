import { readFileSync } from 'fs';
import { CREATED_RESOURCES } from './created-resources';
import { explanation } from './explanation';
import { limits } from './limits';
import { onGithub, replaceBetween } from './markdown';
import { alarmsTable, metricsTable } from './metrics';
import { optionsPage } from './options-page';
import { permissions } from './permissions';
import { rulesPage } from './rules-page';
import { sourcesTable } from './sources-table';
import { troubleshooting } from './troubleshooting';
import { CONTRACTS } from '../../src/sources/contracts';

/** The documents about the contracts: the whole content of each file, by its path relative to the project's root. */
export function generatedDocs(): Map<string, string> {
  return new Map([
    ['docs/rules.md', rulesPage(CONTRACTS)],
    ['docs/options.md', optionsPage(CONTRACTS)],
    ['docs/metrics.md', metricsPage()],
    ['docs/troubleshooting.md', troubleshooting()],
    [
      'README.md',
      within(
        'README.md',
        'sources',
        sourcesTable(CONTRACTS, (docs) => onGithub(`docs/${docs}`)),
      ),
    ],
    [
      'docs/README.md',
      within(
        'docs/README.md',
        'sources',
        sourcesTable(CONTRACTS, (docs) => docs),
      ),
    ],
    ['docs/created-resources.md', createdResources('docs/created-resources.md')],
    ...CONTRACTS.map((contract): [string, string] => {
      const path = `docs/sources/${contract.id}.md`;
      const withPermissions = within(path, 'permissions', permissions(contract));
      const explained = within(path, 'explanation', explanation(contract), withPermissions);
      return [path, within(path, 'limits', limits(contract), explained)];
    }),
  ]);
}

function metricsPage(): string {
  const path = 'docs/metrics.md';
  return within(path, 'metrics', metricsTable(CONTRACTS), within(path, 'alarms', alarmsTable(CONTRACTS)));
}

function createdResources(path: string): string {
  return Object.entries(CREATED_RESOURCES).reduce(
    (text, [mark, draw]) => within(path, mark, draw(), text),
    readFileSync(path, 'utf8'),
  );
}

function within(path: string, mark: string, generated: string, text = readFileSync(path, 'utf8')): string {
  try {
    return replaceBetween(mark, text, generated);
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
