import { FITS_NO_SOURCE } from './check-mapping';
import { ROLE_ACCESS } from './role-access';
import { SOURCE_RULES } from './source-rules';
import { ACCESS_RULES } from '../access/problems';
import { inWords, Naming, rowRule, ruleId } from '../engine/check';
import { OPTION_TYPE } from '../engine/check-options';
import { CONSTRUCT_RULES } from '../engine/construct-rules';
import { Problem, Rule, Severity, SourceContract } from '../engine/contract';
import { CONTRACTS } from '../sources/contracts';
import { cloudFormationPath } from '../template/names';
import { CLOUDFORMATION } from '../values/pages';

/** A rule as documents list it. */
export interface CatalogEntry {
  readonly rule: string;
  readonly severity: Severity;
  readonly says: string;
  readonly why?: string;
  readonly page: string;
}

const OPTION_TYPE_ENTRY: CatalogEntry = { rule: OPTION_TYPE, severity: 'error', says: 'an option of a construct whose value is of another type', page: CLOUDFORMATION };

/** Every rule of a contract, in the order in which it is checked, in the words of a template or of a construct. */
export function catalog(contract: SourceContract, nameOf: Naming = cloudFormationPath): CatalogEntry[] {
  return [
    ...rowEntries(contract, nameOf),
    ...[...contract.rules, ...contract.neighbours].map((rule) => ruleEntry(contract, rule, nameOf)),
    ...usageEntries(contract),
    OPTION_TYPE_ENTRY,
    ...shapeEntries(contract),
  ];
}

function rowEntries(contract: SourceContract, nameOf: Naming): CatalogEntry[] {
  return contract.rows.flatMap((row) => {
    const page = row.page ?? contract.page;
    const entry = (suffix: string, severity: Severity, says: string, why?: string) =>
      ({ rule: rowRule(contract, row, suffix), severity, says: `${nameOf(row.property, row)}: ${says}`, why, page });
    return [
      ...(row.required === undefined ? [] : [entry('required', 'error', row.required)]),
      ...row.constraints.map(({ rule, severity = 'error', allowed, why }) => entry(rule, severity, allowed, why)),
      ...(row.identity === undefined ? [] : [entry('unknown-identity', 'warning', `should be known at synthesis: if it changes later, ${row.identity.says}`)]),
    ];
  });
}

function ruleEntry(contract: SourceContract, rule: Rule, nameOf: Naming): CatalogEntry {
  const { severity, subject, says, why, page = contract.page } = rule;
  return { rule: ruleId(contract, rule), severity, says: `${nameOf(subject)} ${inWords(says, nameOf)}`, why, page };
}

function usageEntries(contract: SourceContract): CatalogEntry[] {
  return contract.usage.map(({ id, severity, option, says, why, page = contract.page }) =>
    ({ rule: `${contract.id}-${id}`, severity, says: `${option} ${inWords(says, (path) => path)}`, why, page }));
}

/** Constructs can't break these: they do not offer such properties, and render no others. */
function shapeEntries({ id, page }: SourceContract): CatalogEntry[] {
  return [
    { rule: `${id}-unsupported`, severity: 'error', says: 'any property that the source does not accept', page },
    { rule: `${id}-malformed`, severity: 'error', says: 'a list, an object or a single value where another of them is needed', page },
  ];
}

/** The rules of a mapping whose source is not known yet, or may be of several kinds. */
export const SOURCE_ENTRIES: readonly CatalogEntry[] = [...SOURCE_RULES, FITS_NO_SOURCE, ROLE_ACCESS]
  .map(({ rule, severity, says, page }) => ({ rule, severity, says, page }));

/** The rules of what a construct could not do for its mapping. */
export const ACCESS_ENTRIES: readonly CatalogEntry[] = ACCESS_RULES;

/** The rules of what was done to a construct. */
export const CONSTRUCT_ENTRIES: readonly CatalogEntry[] = CONSTRUCT_RULES;

const ENTRIES = new Map<string, CatalogEntry>();

function entries(): ReadonlyMap<string, CatalogEntry> {
  if (ENTRIES.size === 0) {
    const ofContracts = CONTRACTS.flatMap((contract) => catalog(contract));
    const all = [...SOURCE_ENTRIES, ...ACCESS_ENTRIES, ...CONSTRUCT_ENTRIES, ...ofContracts];
    all.forEach((entry) => ENTRIES.set(entry.rule, entry));
  }
  return ENTRIES;
}

/** The ids of all rules. */
export function allRules(): string[] {
  return [...entries().keys()].sort();
}

/** What the rule of a problem allows. */
export function allowedBy({ rule }: Problem, contracts: readonly SourceContract[]): string {
  const known = entries().get(rule) ?? contracts.map(({ id }) => entries().get(rule.replace(/^mapping/, id))).find((entry) => entry !== undefined);
  return known === undefined ? rule : `${known.says}${known.why ? `: ${known.why}` : ''}`;
}
