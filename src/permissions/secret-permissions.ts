import { ArnFormat, Stack, Token } from 'aws-cdk-lib';
import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { IConstruct } from 'constructs';
import { keyHooks, KeyPermission, keyValue } from './key-permission';
import { accessProblem, SECRET_ARN_AMBIGUOUS } from './problems';
import { BindHook } from '../model/contract';
import { NamedAt, Permission, PermissionValues } from '../model/permissions';

/** Secrets Manager ends an ARN with a hyphen and six characters, which nobody knows before the secret is made. */
const ENDING = /-[A-Za-z0-9]{6}$/;
const ANY_ENDING = '-??????';

const SECRET_KEY: NamedAt = { 'AWS::SecretsManager::Secret': 'kmsKeyId' };

/** The permissions to read the secret of this name, which a mapping of a template names at a property. */
export function secretPermissions(secret: string, at?: string): readonly Permission[] {
  return [
    { actions: ['secretsmanager:GetSecretValue'], on: secret, reason: 'Lambda reads the secret', at },
    keyPermission(secret, at),
  ];
}

function keyPermission(secret: string, at?: string): KeyPermission {
  return {
    actions: ['kms:Decrypt'],
    on: `key of ${secret}`,
    keyIn: SECRET_KEY,
    conditions: { StringEquals: { 'kms:ViaService': `service of ${secret}` } },
    reason: 'the secret is encrypted with this key',
    at,
  };
}

/** The values of the names in the permissions of a secret. */
export function secretValues(name: string, secret: aws_secretsmanager.ISecretRef): PermissionValues {
  return {
    [name]: arnsOf(secret),
    ...keyValue(keyPermission(name), secret),
    [`service of ${name}`]: `secretsmanager.${Stack.of(secret).region}.amazonaws.com`,
  };
}

/** Warns of a secret that the permissions can't name, or that Lambda does not find. */
export function secretHooks(name: string, secret: aws_secretsmanager.ISecretRef): readonly BindHook[] {
  return [
    ...keyHooks(keyPermission(name), secret, secretValues(name, secret)),
    ...(looksComplete(secret) ? [warnOfEnding(secret)] : []),
  ];
}

/** A policy needs ARNs, with their endings. */
function arnsOf(secret: aws_secretsmanager.ISecretRef): string[] {
  const { secretId } = secret.secretRef;
  if (!Token.isUnresolved(secretId) && !secretId.startsWith('arn:')) return [arnOfName(secret, secretId)];
  if (!isPartial(secret)) return [secretId];
  // An ARN that looks complete may be complete, although it was imported as a partial one.
  return looksComplete(secret) ? [secretId, `${secretId}${ANY_ENDING}`] : [`${secretId}${ANY_ENDING}`];
}

function arnOfName(secret: IConstruct, name: string): string {
  return Stack.of(secret).formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${name}${ANY_ENDING}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** An import by name or by a partial ARN has no complete one. */
function isPartial(secret: aws_secretsmanager.ISecretRef): boolean {
  const { secretFullArn, secretArn } = secret as { secretFullArn?: string; secretArn?: string };
  return secretArn !== undefined && secretFullArn === undefined;
}

function looksComplete(secret: aws_secretsmanager.ISecretRef): boolean {
  return isPartial(secret) && ENDING.test(secret.secretRef.secretId);
}

/** Secrets Manager takes a partial ARN with such an ending for a complete one, and finds no secret. */
function warnOfEnding(secret: IConstruct): BindHook<IConstruct> {
  return () =>
    accessProblem(
      SECRET_ARN_AMBIGUOUS,
      `${secret.node.path} is imported by its name or a partial ARN, which ends in a hyphen and six characters, ` +
        `so that ` +
        'Secrets Manager takes it for a complete ARN: import the secret with Secret.fromSecretCompleteArn',
    );
}
