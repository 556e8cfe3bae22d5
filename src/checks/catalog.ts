import { inWords, rowRule } from '../engine/check';
import { Severity, SourceContract } from '../engine/contract';
import { optionPath } from '../engine/names';

/** A rule as documents list it. */
export interface CatalogEntry {
  readonly rule: string;
  readonly severity: Severity;
  /** In the words of the construct. */
  readonly says: string;
  readonly why?: string;
  readonly page: string;
}

/** Every rule of a contract, in the order in which it is checked. */
export function catalog(contract: SourceContract): CatalogEntry[] {
  return [...rowEntries(contract), ...ruleEntries(contract), ...usageEntries(contract), ...shapeEntries(contract)];
}

function rowEntries(contract: SourceContract): CatalogEntry[] {
  return contract.rows.flatMap((row) => {
    const page = row.page ?? contract.page;
    const entry = (suffix: string, severity: Severity, says: string, why?: string) =>
      ({ rule: rowRule(contract, row, suffix), severity, says: `${row.option}: ${says}`, why, page });
    return [
      ...(row.required === undefined ? [] : [entry('required', 'error', row.required)]),
      ...row.constraints.map(({ rule, severity = 'error', allowed, why }) => entry(rule, severity, allowed, why)),
      ...(row.identity === undefined ? [] : [entry('unknown-identity', 'warning', `should be known at synthesis: if it changes later, ${row.identity}`)]),
    ];
  });
}

function ruleEntries(contract: SourceContract): CatalogEntry[] {
  return contract.rules.map(({ id, severity, subject, says, why, page = contract.page }) => {
    const nameOf = (path: string) => optionPath(contract, path);
    return { rule: `${contract.id}-${id}`, severity, says: `${nameOf(subject)} ${inWords(says, nameOf)}`, why, page };
  });
}

function usageEntries(contract: SourceContract): CatalogEntry[] {
  return contract.usage.map(({ id, severity, option, says, why, page = contract.page }) =>
    ({ rule: `${contract.id}-${id}`, severity, says: `${option} ${says}`, why, page }));
}

/** Constructs can't break these: they do not offer such properties, and render no others. */
function shapeEntries({ id, page }: SourceContract): CatalogEntry[] {
  return [
    { rule: `${id}-unsupported`, severity: 'error', says: 'any property that the source does not accept', page },
    { rule: `${id}-malformed`, severity: 'error', says: 'a list, an object or a single value where another of them is needed', page },
  ];
}
