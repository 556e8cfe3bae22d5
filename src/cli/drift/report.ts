import { PropertyChange } from './comparison';
import { DriftFinding, DriftOutcome } from './findings';
import { exactListWords } from '../../analysis/words';
import { plural } from '../formats/report';
import type { Level } from '../formats/workflow-command';
import { harmless } from '../harmless';

/** The name of each outcome, to be read after 'is'. */
export const DRIFT_TITLES: { readonly [outcome in DriftOutcome]: string } = {
  same: 'the same',
  unverified: 'the same, as far as it can be compared',
  changed: 'changed by hand',
  disabled: 'disabled',
  trouble: 'in trouble',
  pending: 'being changed',
  gone: 'gone',
  uncertain: 'not compared',
  undeployed: 'not deployed',
  extra: 'not in the template',
  foreign: 'of another function',
};

/** The level of each outcome: how much it matters to the reader. */
export const DRIFT_LEVELS: { readonly [outcome in DriftOutcome]: Level } = {
  same: 'notice',
  unverified: 'notice',
  changed: 'error',
  disabled: 'error',
  trouble: 'error',
  pending: 'notice',
  gone: 'error',
  uncertain: 'warning',
  undeployed: 'warning',
  extra: 'warning',
  foreign: 'notice',
};

/** The outcomes that need no details. */
const QUIET: readonly DriftOutcome[] = ['same', 'foreign'];

export function isQuiet({ outcome }: DriftFinding): boolean {
  return QUIET.includes(outcome);
}

/** Whether a finding fails the command; with `--strict`, all that is not known to be the same. */
export function failsCommand({ outcome }: DriftFinding, strict: boolean | undefined): boolean {
  return DRIFT_LEVELS[outcome] === 'error' || (strict === true && !['same', 'foreign'].includes(outcome));
}

/** The name of a mapping: its logical id, or its UUID if no template has it. */
export function nameOfFinding({ logicalId, uuid }: DriftFinding): string {
  return logicalId ?? uuid ?? '';
}

/** All that a finding is about, a line each. */
export function detailsOf({ changes, notCompared, candidates, problem, functionArn, source }: DriftFinding): string[] {
  return [
    ...(problem === undefined ? [] : [problem]),
    ...changes.map(changeWords),
    ...notCompared.map(({ property, because }) => `${property || 'properties'} not compared: ${because}`),
    ...(candidates.length > 0 ? [`may be ${candidates.join(' or ')}`] : []),
    ...(functionArn === undefined ? [] : [`${source ?? 'its source'} → ${functionArn}`]),
  ].map(harmless);
}

function changeWords({ property, before, after, default: byDefault }: PropertyChange): string {
  const isByDefault = (value: unknown) => value === undefined && byDefault !== undefined;
  const [was, is] = [before, after].map((value) =>
    isByDefault(value) ? `${byDefault} (default)` : wordsOrNone(value),
  );
  return `${property}: ${was} → ${is}`;
}

function wordsOrNone(value: unknown): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return 'none';
  return exactListWords(value);
}

/** The counts of all outcomes. */
export function driftSummary(findings: readonly DriftFinding[]): string {
  const counts = (Object.keys(DRIFT_TITLES) as DriftOutcome[])
    .map((outcome) => ({ outcome, count: findings.filter((finding) => finding.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
  const mappings = new Set(findings.map(({ file, logicalId, uuid }) => JSON.stringify([file, logicalId ?? uuid]))).size;
  const words = counts.map(({ outcome, count }) => `${count} ${DRIFT_TITLES[outcome]}`).join('; ');
  return `${plural(mappings, 'mapping')}: ${words || 'nothing to compare'}`;
}
