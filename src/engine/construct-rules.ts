import { Problem, Severity } from './contract';

/** A rule of constructs that is in no contract, because it is about what was done to a construct. */
export interface ConstructRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly says: string;
  readonly why: string;
  readonly page: string;
}

const CDK = 'https://docs.aws.amazon.com/cdk/v2/guide';

export const EDITED_IDENTITY: ConstructRule = {
  rule: 'mapping-edited-identity',
  severity: 'warning',
  says: 'A value that Lambda does not change later was edited after the mapping was made',
  why: 'the logical id holds the value of the option, and does not follow',
  page: `${CDK}/cfn-layer.html`,
};

export const UNKNOWN_RULE: ConstructRule = {
  rule: 'mapping-unknown-rule',
  severity: 'warning',
  says: 'An id is acknowledged that no rule has',
  why: 'what was meant is not acknowledged',
  page: `${CDK}/policy-validation-synthesis.html`,
};

/** All of them, for the list of rules. */
export const CONSTRUCT_RULES: readonly ConstructRule[] = [EDITED_IDENTITY, UNKNOWN_RULE];

export function constructProblem(from: ConstructRule, property: string, message: string): Problem {
  const { rule, severity, why, page } = from;
  return { rule, severity, property, message: `${message} (${why})`, page };
}
