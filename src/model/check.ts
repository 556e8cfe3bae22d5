import type { Comparison, Look, Properties, Row, Rule, Sighting, SourceContract, Where } from './contract';
import { lookAt, read } from './paths';
import { Problem, ruleNamed } from './problem';
import { isUnknown } from './tokens';

/** All that is wrong with a mapping, whoever wrote it. */
export function check(contract: SourceContract, properties: Properties, where: Where = {}): Problem[] {
  const rows = contract.rows.filter(({ required, root }) => required !== undefined || root! in properties);
  const problems = rows.flatMap((row) => checkRow(contract, row, properties, where));
  return [...problems, ...checkRules(contract, contract.rules, lookAt(properties), where)];
}

export function checkRules(contract: SourceContract, rules: readonly Rule[], look: Look, where: Where): Problem[] {
  return rules.flatMap((rule) => {
    const broken = rule.isBroken(look, where);
    return broken ? [problemOf(contract, rule, look, broken)] : [];
  });
}

function problemOf(contract: SourceContract, rule: Rule, look: Look, broken: true | string | Comparison | Sighting): Problem {
  const { name, common, subject: property, severity, why: reason, fix, page = contract.page } = rule;
  const problem = { ...ruleNamed(name, sourceOf(contract, common)), severity, property, says: rule.says, reason, fix, page };
  if (typeof broken === 'object' && 'of' in broken) {
    const { of: { type, id }, says } = broken;
    return { ...problem, says, resource: `${nounOf(type)} ${id}` };
  }
  if (typeof broken === 'object') return { ...problem, ...broken };
  const values = look.values(property);
  return {
    ...problem,
    says: broken === true ? rule.says : broken,
    value: values.length === 1 ? values[0] : undefined,
    unit: contract.rows.find((row) => row.property === property)?.unit,
  };
}

/** What a type of resource is called: 'queue', 'DB cluster'. */
function nounOf(type: string): string {
  const words = type.slice(type.lastIndexOf(':') + 1).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [type];
  return words.map((word) => (/^[A-Z]{2}/.test(word) ? word : word.toLowerCase())).join(' ');
}

/** What the ids of a source's rules begin with; those of all sources begin otherwise. */
export function sourceOf({ id }: SourceContract, common: boolean | undefined): string | undefined {
  return common ? undefined : id;
}

function checkRow(contract: SourceContract, row: Row, properties: Properties, { constructed }: Where): Problem[] {
  const { property, option, required, constraints, isList, unit, page = contract.page } = row;
  const source = sourceOf(contract, row.common);
  const { entries, complete } = read(properties, property);
  if (entries.length === 0 && complete && required !== undefined) {
    const { rule, says } = required;
    return [{ ...ruleNamed(rule, source), severity: 'error', property, option, says, form: 'verbatim', fix: `set {${property}}`, page }];
  }
  // What is of another shape is for the check of shapes.
  const fitting = entries.filter(({ value }) =>
    !isUnknown(value) && Array.isArray(value) === isList && (isList || typeof value !== 'object'));
  return fitting.flatMap(({ path, value }) => constraints.flatMap((constraint): Problem[] => {
    const says = constraint.fault(value);
    if (says === undefined) return [];
    const { rule, severity = 'error', severityElsewhere = severity, why: reason, allowed } = constraint;
    return [{
      ...ruleNamed(rule, source),
      severity: constructed ? severity : severityElsewhere,
      property: path,
      option,
      value,
      unit,
      says,
      form: 'verbatim',
      reason,
      allowed,
      page,
    }];
  }));
}
