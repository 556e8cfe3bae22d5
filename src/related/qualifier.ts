import { find, ofAll, ownOf, textAt } from './find';
import { functionOf, QUALIFIERS, TARGET } from './invoked';
import { ALIAS, FUNCTIONS } from '../graph/function-types';
import { attributeOf, textOf } from '../graph/references';
import { PropertyReader, Resource, Rule, Context } from '../model/contract';
import { guide } from '../model/docs';
import { memoize } from '../model/memoize';
import { readerAt } from '../model/paths';
import { rule } from '../model/rules';

const NONE = '';
const LATEST = '$LATEST';
/** A name of several parts, of which the last is not known and may begin a qualifier. */
const PUT_TOGETHER = /^[^:]+\*$/;

/**
 * The version or the alias at the end of the function's name: an empty text where there is none.
 *
 * Unset where that is not known; a part that is not known is `*`.
 */
export const qualifierOf = memoize((reader: PropertyReader, context: Context): string | undefined => {
  const [given] = reader.values(TARGET);
  if (find(given, QUALIFIERS, context)) return '*';
  const name = context.related?.writtenAs?.(given) ?? given;
  const { id, attribute } = attributeOf(name) ?? {};
  // AWS SAM calls the alias and the version that it makes after the function: `Handler.Alias`.
  if (id !== undefined) return ['Ref', 'Arn'].includes(attribute!) && !id.includes('.') ? NONE : '*';
  const text = textOf(name)?.replace(/^arn:.*?:function:/, '');
  if (text === undefined || PUT_TOGETHER.test(text)) return undefined;
  return text.includes(':') ? text.slice(text.indexOf(':') + 1) : NONE;
});

/** The advantages that only versions and aliases of functions have, by the function. */
const advantages = ofAll(ALIAS, (aliases, context) => {
  const byFunction = new Map<Resource, string[]>();
  const add = (lambda: Resource | undefined, said: string[]) => {
    if (lambda) byFunction.set(ownOf(lambda), [...(byFunction.get(ownOf(lambda)) ?? []), ...said]);
  };
  for (const one of [...aliases, ...(context.related?.all('AWS::Lambda::Version') ?? [])]) {
    add(find(one.properties.FunctionName, FUNCTIONS, context), advantagesOf(one));
  }
  return byFunction;
});

function advantagesOf(qualifier: Resource): string[] {
  const isProvisioned = has(qualifier, 'ProvisionedConcurrencyConfig');
  const isShifted = Object.keys(Object(qualifier.updatePolicy) as object).some((name) =>
    /^codeDeployLambdaAliasUpdate$/i.test(name),
  );
  return [
    ...(isProvisioned ? [`the provisioned concurrency of ${qualifier.id}`] : []),
    ...(isShifted ? [`the gradual deployments of ${qualifier.id}`] : []),
  ];
}

/** The advantages that a function has for its versions, and for the alias that AWS SAM makes of it. */
const ownAdvantages = memoize((lambda: Resource): string[] => {
  const isOff = isAny(lambda, 'DeploymentPreference.Enabled', 'false');
  const isAtOnce = isAny(lambda, 'DeploymentPreference.Type', 'AllAtOnce');
  const isShifted = has(lambda, 'DeploymentPreference') && isOff === false && isAtOnce === false;
  return [
    ...(textAt(lambda, 'SnapStart.ApplyOn') === 'PublishedVersions' ? ['SnapStart'] : []),
    ...(has(lambda, 'ProvisionedConcurrencyConfig') ? ['its provisioned concurrency'] : []),
    ...(isShifted ? ['its gradual deployments'] : []),
  ];
});

function isAny(resource: Resource, path: string, text: string): boolean | undefined {
  return readerAt(resource.properties).any(path, (value) => String(value) === text);
}

function has(resource: Resource, path: string): boolean {
  return readerAt(resource.properties).has(path) === true;
}

export const QUALIFIER_RULES: readonly Rule[] = [
  rule(
    'function-durable-unqualified',
    TARGET,
    'is a durable function without a version or an alias',
    {
      common: true,
      reason: 'Lambda answers "You cannot invoke a durable function using an unqualified ARN."',
      docs: guide('durable-invoking'),
    },
    (reader, context) => {
      const lambda = functionOf(reader, context);
      return (
        lambda &&
        has(lambda, 'DurableConfig') &&
        qualifierOf(reader, context) === NONE &&
        `is ${lambda.id}, a durable function, without a version, an alias or ${LATEST}`
      );
    },
  ),
  rule(
    'function-unqualified',
    TARGET,
    'is a function, while settings such as provisioned concurrency are those of its version or alias',
    {
      common: true,
      severity: 'warning',
      reason: 'the mapping invokes the newest code: name the version or the alias',
      docs: guide('configuration-versions'),
    },
    (reader, context) => {
      const lambda = functionOf(reader, context);
      if (!lambda || has(lambda, 'DurableConfig')) return false;
      const missed = [...ownAdvantages(lambda), ...(advantages(context).get(ownOf(lambda)) ?? [])];
      return (
        missed.length > 0 &&
        [NONE, LATEST].includes(qualifierOf(reader, context)!) &&
        `is ${lambda.id} without ${missed.join(' and ')}`
      );
    },
  ),
];
