import { Stack } from 'aws-cdk-lib';
import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { keyAccess } from './key-access';
import { Access, Wiring } from '../engine/contract';

/** A secret's ARN ends in a hyphen and six characters, which an import by name does not know. */
const COMPLETE = /-[A-Za-z0-9]{6}$/;

/** What it takes to read a secret. */
export function secretReadAccess(secret: aws_secretsmanager.ISecretRef): (Access | Wiring)[] {
  const { secretId } = secret.secretRef;
  const arn = isPartial(secret) ? `${secretId}-??????` : secretId;
  const service = `secretsmanager.${Stack.of(secret).region}.amazonaws.com`;
  return [
    { actions: ['secretsmanager:GetSecretValue'], resources: [arn], why: 'Lambda reads the secret' },
    ...keyAccess(secret, ['kms:Decrypt'], 'the secret is encrypted with this key', { StringEquals: { 'kms:ViaService': service } }),
  ];
}

function isPartial(secret: aws_secretsmanager.ISecretRef): boolean {
  const { secretFullArn, secretArn } = secret as { secretFullArn?: string; secretArn?: string };
  if (secretArn === undefined) return false;
  return secretFullArn === undefined && !COMPLETE.test(secretArn);
}
