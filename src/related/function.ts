import { find, lacks, numberAt, textAt } from './find';
import { functionOf, TARGET } from './invoked';
import { QUALIFIER_RULES } from './qualifier';
import { amount } from '../model/constraints';
import { Resource, Rule } from '../model/contract';
import { CREATE_MAPPING_DOCS, guide } from '../model/docs';
import { memoize } from '../model/memoize';
import { Facts, rule } from '../model/rules';

const WEB_FUNCTIONS = ['AWS::Lambda::WebFunction', 'AWS::Serverless::WebFunction'];

/** CloudFormation's default, in seconds. */
export const FUNCTION_TIMEOUT = 3;

export function timeoutOf(lambda: Resource): number | undefined {
  return numberAt(lambda, 'Timeout', FUNCTION_TIMEOUT);
}

/** A rule of the function that is invoked: what is wrong with it, to be read after its name. */
function functionRule(id: string, says: string, facts: Facts, fault: (lambda: Resource) => string | undefined): Rule {
  const faultOf = memoize(fault);
  return rule(id, TARGET, says, facts, (reader, context) => {
    const lambda = functionOf(reader, context);
    const found = lambda && faultOf(lambda);
    return found === undefined ? undefined : { of: lambda!, says: found };
  });
}

/** In seconds: how long functions can run, and on Lambda Managed Instances, where they are invoked for most sources. */
const LONGEST_INVOCATION = 1800;
const LONGEST_ON_MANAGED_INSTANCES = 5400;
/** The limit that the page on durable functions still gives, from the time when functions could run no longer. */
const LONGEST_DURABLE_EXECUTION_DOCUMENTED = 900;
const LONGEST_BEHIND_A_BROKER = 840;

function durableExecutionOf(lambda: Resource): number {
  return numberAt(lambda, 'DurableConfig.ExecutionTimeout') ?? 0;
}

/** Whether a function runs on Lambda Managed Instances, or may. */
function isManaged(lambda: Resource): boolean {
  return !lacks(lambda, 'CapacityProviderConfig');
}

/** The limits on the time of a durable execution, by how long its function can run. */
function durableExecutionRules(longestOf: (lambda: Resource) => number): readonly Rule[] {
  const facts = { common: true, docs: guide('durable-invoking-esm') };
  return [
    functionRule(
      'function-durable-execution-timeout',
      `has a durable execution timeout of more than ${LONGEST_INVOCATION} seconds`,
      {
        ...facts,
        reason: 'Lambda waits for the whole execution, and refuses the mapping of one that can last longer',
      },
      (lambda) => {
        const timeout = durableExecutionOf(lambda);
        const longest = longestOf(lambda);
        return timeout > longest
          ? `has a durable execution timeout of ${amount(timeout, 'seconds')}, more than the maximum of ` +
              `${amount(longest, 'seconds')}`
          : undefined;
      },
    ),
    functionRule(
      'function-durable-execution-undocumented',
      `has a durable execution timeout of more than ${LONGEST_DURABLE_EXECUTION_DOCUMENTED} seconds`,
      {
        ...facts,
        severity: 'warning',
        reason:
          `functions can run for ${LONGEST_INVOCATION} seconds, but AWS documents ` +
          `${LONGEST_DURABLE_EXECUTION_DOCUMENTED} for a durable execution that a mapping starts`,
      },
      (lambda) => {
        const timeout = durableExecutionOf(lambda);
        const isDoubtful =
          longestOf(lambda) === LONGEST_INVOCATION &&
          timeout > LONGEST_DURABLE_EXECUTION_DOCUMENTED &&
          timeout <= LONGEST_INVOCATION;
        return isDoubtful
          ? `has a durable execution timeout of ${timeout} seconds, more than the documented ` +
              `${LONGEST_DURABLE_EXECUTION_DOCUMENTED}`
          : undefined;
      },
    ),
  ];
}

/** A web function serves HTTP requests, and `functionOf` does not find it. */
const WEB_FUNCTION_RULE: Rule = rule(
  'function-is-web',
  TARGET,
  'is a Lambda Web Function',
  {
    common: true,
    reason: 'Lambda maps event sources to Event Functions only: name an AWS::Lambda::Function',
    docs: CREATE_MAPPING_DOCS,
  },
  (reader, context) => {
    const found = find(reader.values(TARGET)[0], WEB_FUNCTIONS, context);
    return found && `is ${found.id}, a Lambda Web Function`;
  },
);

/** The rules of any function that a mapping invokes. */
const INVOKED_FUNCTION_RULES: readonly Rule[] = [
  ...QUALIFIER_RULES,
  WEB_FUNCTION_RULE,
  functionRule(
    'function-tenant-isolated',
    'isolates tenants',
    {
      common: true,
      reason: 'Lambda does not invoke such a function for an event source, which has no tenant',
      docs: guide('tenant-isolation'),
    },
    (lambda) => (textAt(lambda, 'TenancyConfig.TenantIsolationMode') ? 'isolates tenants' : undefined),
  ),
  functionRule(
    'function-without-concurrency',
    'has a reserved concurrency of 0',
    {
      common: true,
      severity: 'warning',
      reason: 'Lambda throttles each invocation, until the records expire or go to a dead-letter queue',
      fix: 'raise or remove the reserved concurrency of the function; to pause the mapping, set {enabled} to false',
      docs: guide('configuration-concurrency'),
    },
    (lambda) =>
      numberAt(lambda, 'ReservedConcurrentExecutions') === 0 ? 'has a reserved concurrency of 0' : undefined,
  ),
];

/** For the sources for which functions on Lambda Managed Instances run longer. */
export const FUNCTION_RULES: readonly Rule[] = [
  ...INVOKED_FUNCTION_RULES,
  ...durableExecutionRules((lambda) => (isManaged(lambda) ? LONGEST_ON_MANAGED_INSTANCES : LONGEST_INVOCATION)),
];

/** A rule of the longest time for which a poller waits: a minute less than functions could run when it was made. */
function timeoutRule(isLimited: (lambda: Resource) => boolean): Rule {
  return functionRule(
    'function-timeout',
    `has a timeout of more than ${LONGEST_BEHIND_A_BROKER} seconds`,
    {
      reason: 'for this kind of source, Lambda supports functions that run for at most 14 minutes',
      fix: 'lower the timeout of the function to 14 minutes or less',
    },
    (lambda) => {
      const timeout = timeoutOf(lambda) ?? 0;
      const isTooLong = timeout > LONGEST_BEHIND_A_BROKER && isLimited(lambda);
      return isTooLong
        ? `has a timeout of ${amount(timeout, 'seconds')}, more than the maximum of ` +
            `${amount(LONGEST_BEHIND_A_BROKER, 'seconds')}`
        : undefined;
    },
  );
}

/** For Kafka, whose pollers wait longer for functions on Lambda Managed Instances. */
export const KAFKA_FUNCTION_TIMEOUT_RULE: Rule = timeoutRule((lambda) => !isManaged(lambda));

/** For Amazon MQ and Amazon DocumentDB, whose pollers wait no longer for any function. */
export const BROKER_FUNCTION_RULES: readonly Rule[] = [
  ...INVOKED_FUNCTION_RULES,
  ...durableExecutionRules(() => LONGEST_INVOCATION),
  timeoutRule(() => true),
];
