import { find, lacks, numberAt, textAt } from './find';
import { Look, Resource, Rule, Where } from '../engine/contract';
import { Facts, rule } from '../engine/rules';
import { once } from '../template/once';
import { guide } from '../values/pages';

const TARGET = 'functionName';
/** What stands between a mapping and its function. */
const QUALIFIERS = ['AWS::Lambda::Alias', 'AWS::Lambda::Version'];
const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Serverless::Function'];

/** The function that the mapping invokes, by its name, an alias or a version. */
export const functionOf = once((look: Look, where: Where) => functionNamed(look.values(TARGET)[0], where));

function functionNamed(name: unknown, where: Where): Resource | undefined {
  const qualifier = find(name, QUALIFIERS, where);
  return find(qualifier ? qualifier.properties.FunctionName : name, FUNCTIONS, where);
}

/** CloudFormation's default, in seconds. */
export const FUNCTION_TIMEOUT = 3;

export function timeoutOf(lambda: Resource): number | undefined {
  return numberAt(lambda, 'Timeout', FUNCTION_TIMEOUT);
}

/** A rule of the function that is invoked: what is wrong with it, to be read after its name. */
function functionRule(id: string, says: string, facts: Facts, fault: (lambda: Resource) => string | undefined): Rule {
  const faultOf = once(fault);
  return rule(id, TARGET, says, facts, (look, where) => {
    const lambda = functionOf(look, where);
    const found = lambda && faultOf(lambda);
    return found && `${lambda.id} ${found}`;
  });
}

const LONGEST_DURABLE_EXECUTION = 900;
const LONGEST_ON_MANAGED_INSTANCES = 5400;

/** What no function can be that a mapping invokes. */
export const FUNCTION_RULES: readonly Rule[] = [
  functionRule('function-tenant-isolated', 'isolates tenants', {
    common: true,
    why: 'Lambda does not invoke such a function for an event source, which has no tenant',
    page: guide('tenant-isolation'),
  }, (lambda) => (textAt(lambda, 'TenancyConfig.TenantIsolationMode') ? 'isolates tenants' : undefined)),
  functionRule('function-durable-execution-timeout', `has a durable execution timeout of more than ${LONGEST_DURABLE_EXECUTION} seconds`, {
    common: true,
    why: 'Lambda waits for the whole execution, and refuses the mapping of one that can last longer',
    page: guide('durable-invoking-esm'),
  }, (lambda) => {
    const timeout = numberAt(lambda, 'DurableConfig.ExecutionTimeout') ?? 0;
    const longest = lacks(lambda, 'CapacityProviderConfig') ? LONGEST_DURABLE_EXECUTION : LONGEST_ON_MANAGED_INSTANCES;
    return timeout > longest ? `has a durable execution timeout of ${timeout} seconds, more than the maximum of ${longest}` : undefined;
  }),
  functionRule('function-without-concurrency', 'has a reserved concurrency of 0', {
    common: true,
    severity: 'warning',
    why: 'Lambda throttles each invocation, until the records expire or go to a dead-letter queue',
    page: guide('configuration-concurrency'),
  }, (lambda) => (numberAt(lambda, 'ReservedConcurrentExecutions') === 0 ? 'has a reserved concurrency of 0' : undefined)),
];

const LONGEST_BEHIND_A_BROKER = 840;

/** For the sources whose poller gives up a minute before the longest time that a function can run. */
export const FUNCTION_TIMEOUT_RULE: Rule = functionRule('function-timeout', `has a timeout of more than ${LONGEST_BEHIND_A_BROKER} seconds`, {
  why: 'for this kind of source, Lambda supports functions that run for at most 14 minutes',
}, (lambda) => {
  const timeout = timeoutOf(lambda) ?? 0;
  return timeout > LONGEST_BEHIND_A_BROKER ? `has a timeout of ${timeout} seconds, more than the maximum of ${LONGEST_BEHIND_A_BROKER}` : undefined;
});
