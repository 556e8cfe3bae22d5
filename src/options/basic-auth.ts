import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { secretInRegion } from './same-place';
import { AUTHENTICATION_RULES, oneAuthentication, secretAccess, secretPath, secretSpec, SOURCE_ACCESS } from './secret';
import { OptionSpec, Rule } from '../model/contract';
import { Class, instance } from '../model/option-types';
import { secretHooks, secretPermissions, secretValues } from '../permissions/secret-permissions';

/**
 * The way in which Lambda authenticates where it knows one way only: with a user name and a password.
 *
 * @internal
 */
interface BasicAuthentication {
  readonly _secret: aws_secretsmanager.ISecretRef;
}

/** The option of a source to which Lambda authenticates with a user name and a password. */
export function basicAuthSpec<Value extends BasicAuthentication>(type: Class<Value>): OptionSpec<Value> {
  return {
    properties: [
      secretSpec(SOURCE_ACCESS, 'BASIC_AUTH', AUTHENTICATION_RULES, {
        required: {
          rule: 'authentication-required',
          says: 'is required: it is the secret with which Lambda authenticates',
        },
      }),
    ],
    type: instance(type, 'basic(secret)'),
    render: ({ _secret }) => secretAccess(SOURCE_ACCESS, 'BASIC_AUTH', _secret),
    permissions: secretPermissions('secret', secretPath(SOURCE_ACCESS, 'BASIC_AUTH')),
    permissionValues: ({ _secret }) => secretValues('secret', _secret),
    bind: ({ _secret }) => secretHooks('secret', _secret),
  };
}

export const BASIC_AUTH_RULES: readonly Rule[] = [oneAuthentication(['BASIC_AUTH']), secretInRegion(SOURCE_ACCESS)];
