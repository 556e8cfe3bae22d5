import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { length, pattern } from '../engine/constraints';
import { Constraint, Properties, Row } from '../engine/contract';
import { row } from '../engine/fields';
import { at } from '../engine/paths';

/** What a source access configuration may hold, whatever its type. */
export const ACCESS_URI: readonly Constraint[] = [
  length(1, 200),
  pattern(/^[a-zA-Z0-9-/*:_+=.@ ]*$/, 'of letters, digits and - / * : _ + = . @'),
];

const SECRET_ARN: readonly Constraint[] = [
  ...ACCESS_URI,
  pattern(/^(?!arn:)|^arn:[^:]+:secretsmanager:/, 'the ARN of a Secrets Manager secret', 'secret'),
  {
    ...pattern(/^arn:/, 'an ARN', 'secret-arn'),
    severity: 'warning',
    why: 'Lambda documents the ARN of a secret only',
  },
];

/** The row of an option that is a secret. */
export function secretRow(list: string, type: string, facts: Partial<Row> = {}): Row {
  return row(`${list}[${type}].uri`, { constraints: SECRET_ARN, ...facts });
}

export function secretAccess(list: string, type: string, secret: aws_secretsmanager.ISecretRef): Properties {
  return at(`${list}[${type}].uri`, secret.secretRef.secretId);
}
