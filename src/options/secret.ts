import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { characters, length, pattern, unique } from '../model/constraints';
import { Constraint, PropertyReader, Properties, PropertySpec, Rule } from '../model/contract';
import { CLOUDFORMATION } from '../model/docs';
import { propertySpec } from '../model/option-specs';
import { construct } from '../model/option-types';
import { at } from '../model/paths';
import { oneOf, rule } from '../model/rules';
import { isPresent } from '../model/tokens';

/** The type of an option that takes a secret. */
export const SECRET = construct(
  ['secretRef'],
  'a secret of aws-secretsmanager',
  "import it with Secret.fromSecretCompleteArn(this, 'Credentials', arn)",
);

/** The property that says how Lambda reaches a source. */
export const SOURCE_ACCESS = 'sourceAccessConfigurations';

/** The types of access configurations that are a secret. Others are a subnet, a virtual host or a plain value. */
const SECRET_TYPES = [
  'BASIC_AUTH',
  'SASL_SCRAM_256_AUTH',
  'SASL_SCRAM_512_AUTH',
  'CLIENT_CERTIFICATE_TLS_AUTH',
  'OAUTHBEARER_AUTH',
  'SERVER_ROOT_CA_CERTIFICATE',
] as const;

export type SecretType = (typeof SECRET_TYPES)[number];

/** Whether any of a list's entries is a secret. */
export function usesSecret(reader: PropertyReader, list = SOURCE_ACCESS): boolean {
  return reader.values(`${list}[].type`).some((type) => SECRET_TYPES.includes(type as SecretType));
}

/**
 * The names of the rules of an entry's URI.
 *
 * @internal
 */
export interface UriRules {
  readonly length: string;
  readonly pattern: string;
}

/**
 * The names of the rules of an entry that is a secret.
 *
 * @internal
 */
export interface SecretRules extends UriRules {
  readonly service: string;
  readonly arn: string;
}

/** Of each option that is called so. */
export const AUTHENTICATION_RULES: SecretRules = {
  length: 'authentication-length',
  pattern: 'authentication-pattern',
  service: 'authentication-secret',
  arn: 'authentication-secret-arn',
};

/** The constraints on the URI of a source access configuration, whatever its type. */
export function accessUri(rules: UriRules, longest = 200): Constraint[] {
  return [
    length(rules.length, 1, longest),
    characters(rules.pattern, /^[a-zA-Z0-9-/*:_+=.@ ]*$/, 'letters, digits and - / * : _ + = . @'),
  ];
}

function secretArn(rules: SecretRules, longest?: number): Constraint[] {
  return [
    ...accessUri(rules, longest),
    pattern(rules.service, /^(?!arn:)|^arn:[^:]+:secretsmanager:/, 'the ARN of a Secrets Manager secret'),
    {
      ...pattern(rules.arn, /^arn:/, 'an ARN'),
      severity: 'warning',
      reason: 'Lambda documents the ARN of a secret only',
    },
  ];
}

/** The path at which an entry of this type names its secret. */
export function secretPath(list: string, type: SecretType): string {
  return `${list}[${type}].uri`;
}

/** The property spec of an option that is a secret. */
export function secretSpec(
  list: string,
  type: SecretType,
  rules: SecretRules,
  facts: Partial<PropertySpec> = {},
  longest?: number,
): PropertySpec {
  return propertySpec(secretPath(list, type), {
    constraints: secretArn(rules, longest),
    onlyInTemplates: true,
    ...facts,
  });
}

export function secretAccess(list: string, type: SecretType, secret: aws_secretsmanager.ISecretRef): Properties {
  return at(secretPath(list, type), secret.secretRef.secretId);
}

const TAKEN_BY_CLOUDFORMATION = length('authentication-count', 1, 29, 'entries');
const TAKEN_BY_LAMBDA = length('authentication-count-documented', 0, 23, 'entries');

/** The list of source access configurations, of which CloudFormation takes more than Lambda documents. */
export const ACCESS_LIST: PropertySpec = propertySpec(SOURCE_ACCESS, {
  constraints: [
    TAKEN_BY_CLOUDFORMATION,
    {
      ...TAKEN_BY_LAMBDA,
      severity: 'warning',
      reason: 'CloudFormation takes 29, but the API of Lambda documents 23',
    },
    unique('authentication-unique'),
  ],
  onlyInTemplates: true,
  docs: CLOUDFORMATION,
});

/** An entry of these types is nothing without its secret. */
export function secretsGiven(name: string, list: string, types: readonly SecretType[], docs?: string): Rule {
  const says = `has an entry without a URI, where ${types.join(', ')} need one`;
  const isMissing = (entry: unknown) => isPresent((entry as { uri?: unknown }).uri) === false;
  return rule(name, list, says, { reason: 'it is the ARN of the secret', docs }, (reader) =>
    types.some((type) => reader.any(`${list}[${type}]`, isMissing) === true),
  );
}

/** At most one authentication method. */
export function oneAuthentication(types: readonly string[], docs?: string): Rule {
  return oneOf('one-authentication', SOURCE_ACCESS, types, { reason: 'Lambda uses one authentication method', docs });
}
