import type { aws_secretsmanager } from 'aws-cdk-lib/interfaces';
import { CLOUDFORMATION } from './pages';
import { characters, length, pattern, UNIQUE } from '../engine/constraints';
import { Constraint, Properties, Row, Rule } from '../engine/contract';
import { row } from '../engine/fields';
import { construct } from '../engine/option-types';
import { at } from '../engine/paths';
import { rule } from '../engine/rules';
import { isPresent } from '../engine/tokens';

/** Where the mapping's properties say how Lambda reaches a source. */
/** The type of an option that takes a secret. */
export const SECRET = construct(['secretRef'], 'a secret of aws-secretsmanager', "import it with Secret.fromSecretCompleteArn(this, 'Credentials', arn)");

export const SOURCE_ACCESS = 'sourceAccessConfigurations';

/** What a source access configuration may hold, whatever its type. */
export const ACCESS_URI: readonly Constraint[] = [
  length(1, 200),
  characters(/^[a-zA-Z0-9-/*:_+=.@ ]*$/, 'letters, digits and - / * : _ + = . @'),
];

const SECRET_ARN: readonly Constraint[] = [
  ...ACCESS_URI,
  pattern(/^(?!arn:)|^arn:[^:]+:secretsmanager:/, 'the ARN of a Secrets Manager secret', { rule: 'secret' }),
  {
    ...pattern(/^arn:/, 'an ARN', { rule: 'secret-arn' }),
    severity: 'warning',
    why: 'Lambda documents the ARN of a secret only',
  },
];

/** The row of an option that is a secret. */
export function secretRow(list: string, type: string, facts: Partial<Row> = {}): Row {
  return row(`${list}[${type}].uri`, { constraints: SECRET_ARN, onlyInTemplates: true, ...facts });
}

export function secretAccess(list: string, type: string, secret: aws_secretsmanager.ISecretRef): Properties {
  return at(`${list}[${type}].uri`, secret.secretRef.secretId);
}

/** The list of source access configurations, as CloudFormation limits it. */
export const ACCESS_LIST: Row = row(SOURCE_ACCESS, {
  constraints: [{ ...length(0, 22, 'entries'), rule: 'count' }, UNIQUE],
  onlyInTemplates: true,
  page: CLOUDFORMATION,
});

/** An entry of these types is nothing without its secret. */
export function secretsGiven(id: string, list: string, types: readonly string[], page?: string): Rule {
  return rule(id, list, `has an entry without a URI, where ${types.join(', ')} need one`, { why: 'it is the ARN of the secret', page }, (look) =>
    types.some((type) => look.any(`${list}[${type}]`, (entry) => isPresent((entry as { uri?: unknown }).uri) === false) === true));
}
