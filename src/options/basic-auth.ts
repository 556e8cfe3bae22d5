import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { secretInRegion } from './same-place';
import { SECRET, secretAccess, secretPath, secretSpec, SecretRules, SOURCE_ACCESS } from './secret';
import { OptionSpecs, Rule } from '../model/contract';
import { oneOf } from '../model/rules';
import { secretHooks, secretPermissions, secretValues } from '../permissions/secret-permissions';

/** Options of sources to which Lambda authenticates with a user name and a password. */
export interface BasicAuthOptions {
  /**
   * The secret with which Lambda authenticates: a JSON object with `username` and `password`, in the function's Region.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html
   */
  readonly credentials: aws_secretsmanager.ISecretRef;
}

const CREDENTIALS_RULES: SecretRules = {
  length: 'credentials-length',
  pattern: 'credentials-pattern',
  service: 'credentials-secret',
  arn: 'credentials-secret-arn',
};

export const BASIC_AUTH_SPECS: OptionSpecs<BasicAuthOptions> = {
  credentials: {
    properties: [
      secretSpec(SOURCE_ACCESS, 'BASIC_AUTH', CREDENTIALS_RULES, {
        required: { rule: 'credentials-required', says: 'is required: it is the secret with which Lambda signs in' },
      }),
    ],
    type: SECRET,
    render: (secret) => secretAccess(SOURCE_ACCESS, 'BASIC_AUTH', secret),
    permissions: secretPermissions('secret', secretPath(SOURCE_ACCESS, 'BASIC_AUTH')),
    permissionValues: (secret) => secretValues('secret', secret),
    bind: (secret) => secretHooks('secret', secret),
  },
};

export const BASIC_AUTH_RULES: readonly Rule[] = [
  oneOf('one-credentials', SOURCE_ACCESS, ['BASIC_AUTH'], { reason: 'Lambda signs in with one secret' }),
  secretInRegion(SOURCE_ACCESS),
];
