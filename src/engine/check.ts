import { unitOf } from './constraints';
import { Look, Problem, Properties, Row, Rule, SourceContract, Where } from './contract';
import { lookAt, read } from './paths';
import { isUnknown } from './tokens';

/** How the author of a mapping calls a property: an option of a construct, or a property of CloudFormation. */
export type Naming = (path: string, row?: Row) => string;

/** All that is wrong with a mapping, whoever wrote it. */
export function check(contract: SourceContract, properties: Properties, nameOf: Naming, where: Where = {}): Problem[] {
  const rows = contract.rows.filter(({ required, root }) => required !== undefined || root! in properties);
  const problems = rows.flatMap((row) => checkRow(contract, row, properties, nameOf));
  return [...problems, ...checkRules(contract, contract.rules, lookAt(properties), nameOf, where)];
}

export function checkRules(contract: SourceContract, rules: readonly Rule[], look: Look, nameOf: Naming, where: Where): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    const broken = rule.isBroken(look, where);
    if (!broken) continue;
    const { subject: property, severity, says, why, page = contract.page } = rule;
    const values = look.values(property);
    const value = values.length === 1 ? show(values[0], contract.rows.find((row) => row.property === property)?.unit) : '';
    const message = sentence(nameOf(property), value, `${inWords(broken === true ? says : broken, nameOf)} (${why})`);
    problems.push({ rule: ruleId(contract, rule), severity, property, message, page });
  }
  return problems;
}

export function ruleId({ id }: SourceContract, rule: Rule): string {
  return `${rule.common ? 'mapping' : id}-${rule.id}`;
}

export function rowRule(contract: SourceContract, row: Row, rule: string): string {
  const path = row.option.replace(/\[.*$/, '').split('.');
  const slug = path.slice(path.length > 2 ? -2 : -1).join('-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${row.common ? 'mapping' : contract.id}-${slug}-${rule}`;
}

function checkRow(contract: SourceContract, row: Row, properties: Properties, nameOf: Naming): Problem[] {
  const { property, required, constraints, isList, page = contract.page } = row;
  const { entries, complete } = read(properties, property);
  if (entries.length === 0 && complete && required !== undefined) {
    return [{ property, message: `${nameOf(property, row)} ${required}`, page, rule: rowRule(contract, row, 'required'), severity: 'error' }];
  }
  const problems: Problem[] = [];
  for (const { path, value } of entries) {
    // What is of another shape is for the check of shapes.
    if (isUnknown(value) || Array.isArray(value) !== isList || (!isList && typeof value === 'object')) continue;
    for (const constraint of constraints) {
      const fault = constraint.fault(value);
      if (fault === undefined) continue;
      const message = sentence(nameOf(path, row), show(value, row.unit), `${fault}${constraint.why ? ` (${constraint.why})` : ''}`);
      problems.push({ rule: rowRule(contract, row, constraint.rule), severity: constraint.severity ?? 'error', property: path, message, page });
    }
  }
  return problems;
}

/** Puts the author's names in the place of paths. */
export function inWords(says: string, nameOf: Naming): string {
  return says.replace(/\{([^}]+)\}/g, (_, path: string) => nameOf(path));
}

export function sentence(name: string, value: string, says: string): string {
  return value ? `${name}: ${value} ${says}` : `${name} ${says}`;
}

export function show(value: unknown, unit?: Row['unit']): string {
  if (isUnknown(value) || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => show(item)).filter(Boolean).join(', ');
  return typeof value === 'object' ? '' : String(value).slice(0, 100) + (unit ? ` ${unitOf(value, unit)}` : '');
}
