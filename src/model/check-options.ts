import { idPrefixOf } from './check';
import { Contract, OptionSpec } from './contract';
import { isMissing, Mismatch } from './option-types';
import { Problem, ruleNamed } from './problem';

/** The name of the rule: which option it is, its problem says. */
export const OPTION_TYPE = 'option-type';

/**
 * The options without which a mapping can't be read: required ones that are missing, and values of another type.
 *
 * Templates have numbers as text, which CloudFormation takes. So only constructs ask for this, and before anything
 * reads the options.
 */
export function checkOptions<Props>(contract: Contract<Props>, props: Partial<Props>): Problem[] {
  const problems: Problem[] = [];
  for (const name in contract.options) {
    const optionSpec = contract.options[name];
    const value = props[name];
    if (isMissing(value)) {
      problems.push(...missingOption(contract, optionSpec, name));
    } else {
      for (const mismatch of optionSpec.type.mismatches(value, name)) {
        problems.push(ofMismatch(contract, optionSpec, mismatch));
      }
    }
  }
  return problems;
}

function missingOption<Props>(contract: Contract<Props>, optionSpec: OptionSpec<never>, option: string): Problem[] {
  const spec = optionSpec.properties.at(0);
  if (spec?.required === undefined) return [];
  const { property, required, common, docs = contract.docs } = spec;
  const rule = ruleNamed(required.rule, idPrefixOf(contract, common));
  const says = optionSpec.missing ?? required.says;
  return [{ ...rule, severity: 'error', property, option, says, form: 'verbatim', docs }];
}

function ofMismatch<Props>(
  contract: Contract<Props>,
  { properties }: OptionSpec<never>,
  { path: property, value, says }: Mismatch,
): Problem {
  const rule = ruleNamed(OPTION_TYPE);
  const docs = properties.at(0)?.docs ?? contract.docs;
  return { ...rule, severity: 'error', property, namesOptions: true, value, says, form: 'verbatim', docs };
}

/** The options that a mapping's properties no longer show, and that don't go together. */
export function checkUsage<Props>(contract: Contract<Props>, props: Props): Problem[] {
  return contract.usage
    .filter((rule) => rule.isBroken(props))
    .map((rule): Problem => {
      const { name, common, severity, option: property, says, reason, docs = contract.docs } = rule;
      return {
        ...ruleNamed(name, idPrefixOf(contract, common)),
        severity,
        property,
        namesOptions: true,
        says,
        reason,
        docs,
      };
    });
}
