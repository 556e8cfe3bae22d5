import type {
  Comparison,
  PropertyReader,
  Properties,
  PropertySpec,
  Rule,
  Sighting,
  SourceContract,
  Context,
} from './contract';
import { readerAt, read } from './paths';
import { Problem, ruleNamed } from './problem';
import { isUnknown } from './tokens';

/** All that is wrong with a mapping, whoever wrote it. */
export function check(contract: SourceContract, properties: Properties, context: Context = {}): Problem[] {
  const specs = contract.properties.filter(({ required, root }) => required !== undefined || root! in properties);
  const problems = specs.flatMap((spec) => checkSpec(contract, spec, properties, context));
  return [...problems, ...checkRules(contract, contract.rules, readerAt(properties), context)];
}

export function checkRules(
  contract: SourceContract,
  rules: readonly Rule[],
  reader: PropertyReader,
  context: Context,
): Problem[] {
  return rules.flatMap((rule) => {
    const broken = rule.isBroken(reader, context);
    return broken ? [problemOf(contract, rule, reader, broken)] : [];
  });
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
  { constructed }: Context,
): Problem[] {
  const { property, option, required, constraints, isList, unit, docs = contract.docs } = spec;
  const idPrefix = idPrefixOf(contract, spec.common);
  const { entries, complete } = read(properties, property);
  if (entries.length === 0 && complete && required !== undefined) {
    const { rule, says } = required;
    return [
      {
        ...ruleNamed(rule, idPrefix),
        severity: 'error',
        property,
        option,
        says,
        form: 'verbatim',
        fix: `set {${property}}`,
        docs,
      },
    ];
  }
  // What is of another shape is for the check of shapes.
  const fitting = entries.filter(
    ({ value }) => !isUnknown(value) && Array.isArray(value) === isList && (isList || typeof value !== 'object'),
  );
  return fitting.flatMap(({ path, value }) => {
    const problems = constraints.flatMap((constraint): Problem[] => {
      const says = constraint.fault(value);
      if (says === undefined) return [];
      const { rule, severity = 'error', severityElsewhere = severity, reason, allowed } = constraint;
      return [
        {
          ...ruleNamed(rule, idPrefix),
          severity: constructed ? severity : severityElsewhere,
          property: path,
          option,
          value,
          unit,
          says,
          form: 'verbatim',
          reason,
          allowed,
          docs,
        },
      ];
    });
    const errors = problems.filter(({ severity }) => severity === 'error');
    // Who corrects a value that is refused looks at all of it.
    return errors.length > 0 ? errors : problems;
  });
}
