import { Problem, ruleNamed } from '../model/problem';

/** A rule of access that a mapping may need, and that others have to give it. */
export interface AccessRule extends Pick<Problem, 'rule' | 'name' | 'severity' | 'property' | 'docs'> {
  readonly says: string;
  readonly reason: string;
}

const PAGES = 'https://docs.aws.amazon.com';

export const ACCESS_NOT_GRANTED: AccessRule = {
  ...ruleNamed('access-not-granted'),
  severity: 'warning',
  property: 'functionName',
  says: "`target` has a role that the app can't add policies to, or was imported without its role",
  reason: 'Lambda refuses the mapping if the role lacks a permission that the mapping needs',
  docs: `${PAGES}/lambda/latest/dg/lambda-intro-execution-role.html`,
};

export const SOURCE_NOT_SHARED: AccessRule = {
  ...ruleNamed('source-not-shared'),
  severity: 'warning',
  property: 'eventSourceArn',
  says: "The source is of another account, and its policy or that of its key can't be changed here",
  reason: 'Lambda refuses the mapping of a source that does not allow the role of another account to read it',
  docs: `${PAGES}/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html`,
};

export const KEY_NOT_GRANTED: AccessRule = {
  ...ruleNamed('key-not-granted'),
  severity: 'warning',
  property: 'eventSourceArn',
  says: 'The source, a secret or a destination names its key by an alias, or by a string that may be one',
  reason: 'a policy identifies keys by ARN only',
  docs: `${PAGES}/kms/latest/developerguide/cmks-in-iam-policies.html`,
};

export const KEY_POLICY_NOT_CHANGED: AccessRule = {
  ...ruleNamed('key-policy-not-changed'),
  severity: 'warning',
  property: 'kmsKeyArn',
  says: "`filterEncryption` is a key whose policy can't be changed: an L1, or one that was imported",
  reason: 'Lambda itself decrypts the filters, and the policy of the key has to allow it',
  docs: `${PAGES}/lambda/latest/dg/invocation-eventfiltering.html#filter-criteria-encryption`,
};

export const SECRET_ARN_AMBIGUOUS: AccessRule = {
  ...ruleNamed('secret-arn-ambiguous'),
  severity: 'warning',
  property: 'sourceAccessConfigurations',
  says: 'A secret is imported by its name or a partial ARN, which ends in a hyphen and six characters',
  reason: 'Secrets Manager takes it for a complete ARN, and finds no secret',
  docs: `${PAGES}/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen`,
};

/** All of them, for the list of rules. */
export const ACCESS_RULES: readonly AccessRule[] = [
  ACCESS_NOT_GRANTED,
  SOURCE_NOT_SHARED,
  KEY_NOT_GRANTED,
  KEY_POLICY_NOT_CHANGED,
  SECRET_ARN_AMBIGUOUS,
];

export function accessProblem({ rule, name, severity, property, docs }: AccessRule, says: string): Problem {
  return { rule, name, severity, property, docs, says, form: 'sentence' };
}
