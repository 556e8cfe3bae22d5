import { idPrefixOf } from './check';
import { Contract } from './contract';
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
  for (const name of Object.keys(contract.options) as (keyof Props & string)[]) {
    const {
      type,
      properties: [spec],
      missing,
    } = contract.options[name];
    const docs = spec?.docs ?? contract.docs;
    const value = props[name];
    if (!isMissing(value)) {
      problems.push(...type.mismatches(value, name).map((mismatch) => ofMismatch(mismatch, docs)));
    } else if (spec?.required !== undefined) {
      const rule = ruleNamed(spec.required.rule, idPrefixOf(contract, spec.common));
      const says = missing ?? spec.required.says;
      problems.push({
        ...rule,
        severity: 'error',
        property: spec.property,
        option: name,
        says,
        form: 'verbatim',
        docs,
      });
    }
  }
  return problems;
}

function ofMismatch({ path: property, value, says }: Mismatch, docs: string): Problem {
  const rule = ruleNamed(OPTION_TYPE);
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
