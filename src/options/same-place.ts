import { textIn } from '../engine/constraints';
import { Rule } from '../engine/contract';
import { Facts, rule } from '../engine/rules';
import { isUnknown } from '../engine/tokens';

const SECRET = /^arn:[^:]+:secretsmanager:/;

/** What is known by a literal ARN has to be in the Region of the function, where that is known too. */
export function sameRegion(id: string, subject: string, path: string, facts: Facts, form = /^arn:/): Rule {
  return rule(id, subject, 'is in another Region than the function', facts, (look, where) => {
    const region = isUnknown(where.region) ? undefined : where.region ?? look.values('functionName').map(regionOf)[0];
    const isElsewhere = (arn: unknown) => form.test(textIn(arn)) && ![region, undefined].includes(regionOf(arn));
    return region !== undefined && look.any(path, isElsewhere);
  });
}

/**
 * The secrets of a list of access configurations have to be in the Region of the function too.
 *
 * AWS says so of self-managed Kafka only. Of the others it is known that each replica of a secret has an ARN.
 */
export function secretInRegion(id: string, list: string, facts: Partial<Facts> = {}): Rule {
  return sameRegion(id, list, `${list}[].uri`, {
    severity: 'warning',
    why: 'Lambda reads secrets in the Region of the function: replicate the secret, and give the ARN of the replica',
    page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
    ...facts,
  }, SECRET);
}

/** A source that is known by a literal ARN has to be in the account of the function, where that is known too. */
export function sameAccount(id: string, facts: Facts, form = /^arn:/): Rule {
  return rule(id, 'eventSourceArn', 'is in another account than the function', facts, (look, where) => {
    const account = isUnknown(where.account) ? undefined : where.account ?? look.values('functionName').map(accountOf)[0];
    return account !== undefined && look.any('eventSourceArn', (arn) => form.test(textIn(arn)) && ![account, undefined].includes(accountOf(arn)));
  });
}

function regionOf(arn: unknown): string | undefined {
  return /^arn:[^:]+:[^:]+:(?<region>[a-z0-9-]+):/.exec(textIn(arn))?.groups!.region;
}

function accountOf(arn: unknown): string | undefined {
  return /^arn:[^:]+:[^:]+:[^:]*:(?<account>\d{12}):/.exec(textIn(arn))?.groups!.account;
}
