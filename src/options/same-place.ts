import { textIn } from '../model/constraints';
import { PropertyReader, Rule } from '../model/contract';
import { Facts, rule } from '../model/rules';
import { isUnknown } from '../model/tokens';

const SECRET_ARN = /^arn:[^:]+:secretsmanager:/;

/** A resource that a literal ARN names has to be in the Region of the function, where that is known too. */
export function sameRegion(name: string, subject: string, path: string, facts: Facts, form = /^arn:/): Rule {
  return rule(name, subject, 'is in another Region than the function', facts, (reader, context) => {
    const own = partOfFunction(context.region, reader, regionOfArn);
    const other = elsewhere(own, literalsAt(reader, path, form).map(regionOfArn));
    return other && `is in the Region ${other}, but the function is in ${own}`;
  });
}

type SecretFacts = Partial<Facts> & { readonly name?: string };

/**
 * The secrets of a list of access configurations have to be in the Region of the function too.
 *
 * AWS says so of self-managed Kafka only. Of the others it is known that each replica of a secret has an ARN.
 */
export function secretInRegion(list: string, { name = 'secret-in-region', ...facts }: SecretFacts = {}): Rule {
  return sameRegion(
    name,
    list,
    `${list}[].uri`,
    {
      severity: 'warning',
      reason:
        'Lambda reads secrets in the Region of the function: replicate the secret, and give the ARN of the replica',
      docs: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
      ...facts,
    },
    SECRET_ARN,
  );
}

/** The name of the rule, of sources that are clusters. */
export const CLUSTER_IN_ACCOUNT = 'cluster-in-account';

/** A source that is known by a literal ARN has to be in the account of the function, where that is known too. */
export function sameAccount(name: string, facts: Facts, form = /^arn:/): Rule {
  return rule(name, 'eventSourceArn', 'is in another account than the function', facts, (reader, context) => {
    const own = partOfFunction(context.account, reader, accountOfArn);
    const other = elsewhere(own, literalsAt(reader, 'eventSourceArn', form).map(accountOfArn));
    return other && `is in the account ${other}, but the function is in ${own}`;
  });
}

/** The Region or the account of the function. */
function partOfFunction(
  known: string | undefined,
  reader: PropertyReader,
  partOf: (arn: unknown) => string | undefined,
): string | undefined {
  return isUnknown(known) ? undefined : (known ?? reader.values('functionName').map(partOf)[0]);
}

function literalsAt(reader: PropertyReader, path: string, form: RegExp): unknown[] {
  return reader.values(path).filter((value) => !isUnknown(value) && form.test(textIn(value)));
}

/** The first place that is another one, where both are known. */
function elsewhere(own: string | undefined, places: readonly (string | undefined)[]): string | undefined {
  return own === undefined ? undefined : places.find((place) => place !== undefined && place !== own);
}

function regionOfArn(arn: unknown): string | undefined {
  return /^arn:[^:]+:[^:]+:(?<region>[a-z0-9-]+):/.exec(textIn(arn))?.groups!.region;
}

function accountOfArn(arn: unknown): string | undefined {
  return /^arn:[^:]+:[^:]+:[^:]*:(?<account>\d{12}):/.exec(textIn(arn))?.groups!.account;
}
