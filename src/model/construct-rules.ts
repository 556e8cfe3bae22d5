import { METRIC_RULES } from './metric-rules';
import { Problem, ruleNamed } from './problem';

/** A rule of constructs that is in no contract, because it is about what was done to a construct. */
export interface ConstructRule extends Pick<Problem, 'rule' | 'name' | 'severity' | 'docs'> {
  readonly says: string;
  readonly reason: string;
}

const CDK = 'https://docs.aws.amazon.com/cdk/v2/guide';

export const EDITED_IDENTITY: ConstructRule = {
  ...ruleNamed('edited-identity'),
  severity: 'warning',
  says: 'A value that Lambda does not change later was edited after the mapping was made',
  reason: 'the logical id holds the value of the option, and does not follow',
  docs: `${CDK}/cfn-layer.html`,
};

export const UNKNOWN_RULE: ConstructRule = {
  ...ruleNamed('unknown-rule'),
  severity: 'warning',
  says: 'An id is acknowledged that no rule has',
  reason: 'what was meant is not acknowledged',
  docs: `${CDK}/policy-validation-synthesis.html`,
};

/** All of them, for the list of rules. */
export const CONSTRUCT_RULES: readonly ConstructRule[] = [EDITED_IDENTITY, UNKNOWN_RULE, ...METRIC_RULES];

export function constructProblem(
  from: ConstructRule,
  found: Pick<Problem, 'property' | 'option' | 'says' | 'form'>,
): Problem {
  const { rule, name, severity, reason, docs } = from;
  return { rule, name, severity, reason, docs, ...found };
}
