import type {
  Comparison,
  PropertyReader,
  Properties,
  PropertySpec,
  Requirement,
  Rule,
  Sighting,
  SourceContract,
  Context,
} from './contract';
import { Entry, readerAt, read } from './paths';
import { Problem, ruleNamed } from './problem';
import { isUnknown } from './tokens';

/** All that is wrong with a mapping, whoever wrote it. */
export function check(contract: SourceContract, properties: Properties, context: Context = {}): Problem[] {
  const problems: Problem[] = [];
  for (const spec of contract.properties) {
    if (spec.required || spec.root! in properties) problems.push(...checkSpec(contract, spec, properties, context));
  }
  return [...problems, ...checkRules(contract, contract.rules, readerAt(properties), context)];
}

export function checkRules(
  contract: SourceContract,
  rules: readonly Rule[],
  reader: PropertyReader,
  context: Context,
): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    if (rule.onlyWith !== undefined && !reader.mentions(rule.onlyWith)) continue;
    const broken = rule.isBroken(reader, context);
    if (broken) problems.push(problemOf(contract, rule, reader, broken));
  }
  return problems;
}

function problemOf(
  contract: SourceContract,
  rule: Rule,
  reader: PropertyReader,
  broken: true | string | Comparison | Sighting,
): Problem {
  const { name, common, subject: property, severity, reason, fix, docs = contract.docs } = rule;
  const problem = {
    ...ruleNamed(name, idPrefixOf(contract, common)),
    severity,
    property,
    says: rule.says,
    reason,
    fix,
    docs,
  };
  if (typeof broken === 'object' && 'of' in broken) {
    const {
      of: { type, id },
      says,
    } = broken;
    return { ...problem, says, resource: `${nounOf(type)} ${id}` };
  }
  if (typeof broken === 'object') return { ...problem, ...broken };
  const values = reader.values(property);
  return {
    ...problem,
    says: broken === true ? rule.says : broken,
    value: values.length === 1 ? values[0] : undefined,
    unit: contract.properties.find((spec) => spec.property === property)?.unit,
  };
}

/** The noun for a type of resource: 'queue', 'DB cluster'. */
function nounOf(type: string): string {
  const words = type.slice(type.lastIndexOf(':') + 1).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [type];
  return words.map((word) => (/^[A-Z]{2}/.test(word) ? word : word.toLowerCase())).join(' ');
}

/** The beginning of the ids of a source's rules; those of all sources begin otherwise. */
export function idPrefixOf({ id }: SourceContract, common: boolean | undefined): string | undefined {
  return common ? undefined : id;
}

function checkSpec(
  contract: SourceContract,
  spec: PropertySpec,
  properties: Properties,
  context: Context,
): readonly Problem[] {
  const { property, required, isList } = spec;
  const { entries, complete } = read(properties, property);
  if (entries.length === 0) {
    return complete && required !== undefined ? [missing(contract, spec, required)] : [];
  }
  const problems: Problem[] = [];
  for (const entry of entries) {
    // A value of another shape is for the check of shapes.
    const fits = Array.isArray(entry.value) === isList && (isList || typeof entry.value !== 'object');
    if (fits && !isUnknown(entry.value)) problems.push(...checkValue(contract, spec, entry, context));
  }
  return problems;
}

function missing(contract: SourceContract, spec: PropertySpec, { rule, says }: Requirement): Problem {
  const { property, option, common, docs = contract.docs } = spec;
  return {
    ...ruleNamed(rule, idPrefixOf(contract, common)),
    severity: 'error',
    property,
    option,
    says,
    form: 'verbatim',
    fix: `set {${property}}`,
    docs,
  };
}

function checkValue(
  contract: SourceContract,
  spec: PropertySpec,
  { path: property, value }: Entry,
  { constructed }: Context,
): Problem[] {
  const problems: Problem[] = [];
  for (const constraint of spec.constraints) {
    const says = constraint.fault(value);
    if (says === undefined) continue;
    const { option, common, unit, docs = contract.docs } = spec;
    const { rule, severity = 'error', severityElsewhere = severity, reason, allowed } = constraint;
    problems.push({
      ...ruleNamed(rule, idPrefixOf(contract, common)),
      severity: constructed ? severity : severityElsewhere,
      property,
      option,
      value,
      unit,
      says,
      form: 'verbatim',
      reason,
      allowed,
      docs,
    });
  }
  if (problems.length === 0) return problems;
  const errors = problems.filter(({ severity }) => severity === 'error');
  // Who corrects a value that is refused looks at all of it.
  return errors.length > 0 ? errors : problems;
}
