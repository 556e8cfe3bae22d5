import { rowRule, sentence } from './check';
import { Contract, Problem } from './contract';
import { isMissing } from './option-types';

/** Of all sources: which option it is, stands in the message. */
export const OPTION_TYPE = 'mapping-option-type';

/**
 * The options without which a mapping can't be read: required ones that are missing, and values of another type.
 *
 * Templates have numbers as text, which CloudFormation takes. So only constructs ask for this, and before anything reads the options.
 */
export function checkOptions<Props>(contract: Contract<Props>, props: Partial<Props>, nameOf: (option: string) => string): Problem[] {
  const problems: Problem[] = [];
  for (const name of Object.keys(contract.fields) as (keyof Props & string)[]) {
    const { type, rows: [row], missing = row?.required } = contract.fields[name];
    const page = row?.page ?? contract.page;
    const value = props[name];
    if (!isMissing(value)) {
      problems.push(...type.mismatches(value, name).map(({ path, value: shown, says }): Problem =>
        ({ rule: OPTION_TYPE, severity: 'error', property: path, message: sentence(nameOf(path), shown, says), page })));
    } else if (missing !== undefined) {
      problems.push({ rule: rowRule(contract, { ...row, option: name }, 'required'), severity: 'error', property: row.property, message: `${nameOf(name)} ${missing}`, page });
    }
  }
  return problems;
}
