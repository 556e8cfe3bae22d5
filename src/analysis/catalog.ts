import { ALIAS_MISSING, ALIAS_ORDER } from './alias';
import { FITS_NO_SOURCE } from './check-mapping';
import { ROLE_ACCESS, ROLE_ACCESS_ORDER } from './role-access';
import { MALFORMED, UNSUPPORTED } from './shape';
import { SOURCE_RULES } from './source-rules';
import { cloudFormationPath } from '../graph/names';
import { ADOPTION_RULES } from '../model/adoption';
import { idPrefixOf } from '../model/check';
import { OPTION_TYPE } from '../model/check-options';
import { CONSTRUCT_RULES } from '../model/construct-rules';
import { Rule, SourceContract } from '../model/contract';
import { CLOUDFORMATION } from '../model/docs';
import { Problem, RuleName, ruleNamed, Severity } from '../model/problem';
import { Naming, withNames } from '../model/problem-text';
import { ACCESS_RULES } from '../permissions/problems';
import { CONTRACTS } from '../sources/contracts';

/** A rule as documents list it. */
export interface CatalogEntry extends RuleName {
  readonly rule: string;
  readonly severity: Severity;
  readonly says: string;
  readonly reason?: string;
  readonly docs: string;
}

const OPTION_TYPE_ENTRY: CatalogEntry = {
  ...ruleNamed(OPTION_TYPE),
  severity: 'error',
  says: 'an option of a construct whose value is of another type',
  docs: CLOUDFORMATION,
};

/** Every rule of a contract, in the order in which it is checked, in the words of a template or of a construct. */
export function catalog(contract: SourceContract, nameOf: Naming = cloudFormationPath): CatalogEntry[] {
  return [
    ...rowEntries(contract, nameOf),
    ...[...contract.rules, ...contract.relatedRules].map((rule) => ruleEntry(contract, rule, nameOf)),
    ...usageEntries(contract),
    OPTION_TYPE_ENTRY,
    ...shapeEntries(contract),
  ];
}

function rowEntries(contract: SourceContract, nameOf: Naming): CatalogEntry[] {
  return contract.properties.flatMap(
    ({ property, option, common, required, constraints, identity, docs = contract.docs }) => {
      const subject = nameOf(property, option);
      const entry = (name: string, severity: Severity, says: string, reason?: string): CatalogEntry => {
        const rule = ruleNamed(name, idPrefixOf(contract, common));
        return { ...rule, severity, says, reason, docs };
      };
      const fixed = identity && `should be known at synthesis: if it changes later, ${identity.says}`;
      return [
        ...(required === undefined ? [] : [entry(required.rule, 'error', `${subject} ${required.says}`)]),
        ...constraints.map(({ rule, severity = 'error', allowed, reason }) =>
          entry(rule, severity, `${subject}: ${allowed}`, reason),
        ),
        ...(fixed === undefined ? [] : [entry(identity!.rule, 'warning', `${subject} ${fixed}`)]),
      ];
    },
  );
}

function ruleEntry(contract: SourceContract, rule: Rule, nameOf: Naming): CatalogEntry {
  const { name, common, severity, subject, reason, docs = contract.docs } = rule;
  const says = `${nameOf(subject)} ${withNames(rule.says, nameOf)}`;
  return { ...ruleNamed(name, idPrefixOf(contract, common)), severity, says, reason, docs };
}

function usageEntries(contract: SourceContract): CatalogEntry[] {
  return contract.usage.map(({ name, common, severity, option, says, reason, docs = contract.docs }) => {
    const rule = ruleNamed(name, idPrefixOf(contract, common));
    return { ...rule, severity, says: `${option} ${withNames(says, (path) => path)}`, reason, docs };
  });
}

/** Constructs can't break these: they do not offer such properties, and render no others. */
function shapeEntries({ id, docs }: SourceContract): CatalogEntry[] {
  const malformed =
    'null, an item without what it needs, ' + 'or a list, an object or a single value where another of them is needed';
  return [
    { ...ruleNamed(UNSUPPORTED, id), severity: 'error', says: 'any property that the source does not accept', docs },
    { ...ruleNamed(MALFORMED, id), severity: 'error', says: malformed, docs },
  ];
}

/** The rules of a mapping whose source is not known yet, or may be of several kinds. */
export const SOURCE_ENTRIES: readonly CatalogEntry[] = [
  ...SOURCE_RULES,
  FITS_NO_SOURCE,
  ALIAS_ORDER,
  ALIAS_MISSING,
  ROLE_ACCESS,
  ROLE_ACCESS_ORDER,
].map(({ rule, name, severity, says, docs }) => ({ rule, name, severity, says, docs }));

/** The rules of what a construct could not do for its mapping. */
export const ACCESS_ENTRIES: readonly CatalogEntry[] = ACCESS_RULES.map(
  ({ rule, name, severity, says, reason, docs }) => ({ rule, name, severity, says, reason, docs }),
);

/** The rules of the option `adopts`. */
export const ADOPTION_ENTRIES: readonly CatalogEntry[] = ADOPTION_RULES.map(({ rule, name, severity, says, docs }) => ({
  rule,
  name,
  severity,
  says,
  docs,
}));

/** The rules of what was done to a construct. */
export const CONSTRUCT_ENTRIES: readonly CatalogEntry[] = CONSTRUCT_RULES.map(
  ({ rule, name, severity, says, reason, docs }) => ({ rule, name, severity, says, reason, docs }),
);

const ENTRIES = new Map<string, CatalogEntry>();

function entries(): ReadonlyMap<string, CatalogEntry> {
  if (ENTRIES.size === 0) {
    const ofContracts = CONTRACTS.flatMap((contract) => catalog(contract));
    const all = [...SOURCE_ENTRIES, ...ACCESS_ENTRIES, ...ADOPTION_ENTRIES, ...CONSTRUCT_ENTRIES, ...ofContracts];
    all.forEach((entry) => ENTRIES.set(entry.rule, entry));
  }
  return ENTRIES;
}

/** All rules, in the words of a template. */
export function allEntries(): readonly CatalogEntry[] {
  return [...entries().values()];
}

/** The ids of all rules. */
export function allRules(): string[] {
  return [...entries().keys()].sort();
}

type RuleId = Pick<Problem, 'rule' | 'name'>;

/** The entry of a problem's rule; of a rule that several kinds of source share, that of the first of them. */
function entryOf({ rule, name }: RuleId, contracts: readonly SourceContract[]): CatalogEntry | undefined {
  const ids = [rule, ...contracts.map(({ id }) => ruleNamed(name, id).rule)];
  return ids.map((id) => entries().get(id)).find((entry) => entry !== undefined);
}

/** The values that a rule allows, and why. */
export function allowedBy(problem: RuleId, contracts: readonly SourceContract[] = CONTRACTS): string {
  const entry = entryOf(problem, contracts);
  if (entry === undefined) return problem.rule;
  return entry.reason === undefined ? entry.says : `${entry.says}: ${entry.reason}`;
}
